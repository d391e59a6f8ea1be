"""One kind of damage a module: `Draft -> Draft`, the same object when there is nothing to mend."""
