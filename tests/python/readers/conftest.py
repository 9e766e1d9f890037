# SPDX-License-Identifier: Apache-2.0
"""The writers of published files, which the tests of readers read back."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "tools"))
