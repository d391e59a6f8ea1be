"""What an editor decided about facts: ground floor of the step that applies it and of the pages that write it."""
