"""Who is made responsible for what: in lists and brackets, by a verb in running text, in a leading group, by a heading."""

from __future__ import annotations

from pipeline.extract.duties.carry_over import carry_over
from pipeline.extract.duties.inline import inline_duties
from pipeline.extract.duties.leading_groups import leading_groups
from pipeline.extract.duties.responsibilities import responsibilities

__all__ = ["carry_over", "inline_duties", "leading_groups", "responsibilities"]
