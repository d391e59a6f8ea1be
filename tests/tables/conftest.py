"""Lets the tests of repairs import the drawings beside this file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
