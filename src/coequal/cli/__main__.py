"""`python -m coequal.cli`: the command, where no script was installed."""

from __future__ import annotations

from coequal.cli.main import main

main()
