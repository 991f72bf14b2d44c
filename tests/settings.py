"""The settings of the program, with a folder that nobody's data is in."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

if "COEQUAL_HOME" not in os.environ:
    os.environ["COEQUAL_HOME"] = tempfile.mkdtemp(prefix="coequal-test-")
    atexit.register(shutil.rmtree, os.environ["COEQUAL_HOME"], ignore_errors=True)

from coequal.site.settings import *  # noqa: F403  all of them, after the folder is set
