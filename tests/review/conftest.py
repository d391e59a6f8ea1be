"""Lets the tests of review pages import the browser and the hostile notice beside this file."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
