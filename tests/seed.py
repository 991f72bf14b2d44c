"""The number that this run draws from: another one each day, `SEED=` gives it again."""

from __future__ import annotations

import os
import time
from typing import Final

# Kept in the environment, so that all processes of a run that passes midnight agree.
SEED: Final = int(os.environ.setdefault("SEED", time.strftime("%Y%m%d")))
