"""A log that can be read by anybody: the kind of event, never what it was about."""

from __future__ import annotations

import logging
from http import HTTPStatus

from coequal.web.misplaced import Hint


class Bland(logging.Formatter):
    """Write level, logger and the place in the code; no message, no arguments.

    But for a `Hint`, which is for whoever runs the machine and has nothing of others.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return one line without anything that came from a person."""
        if isinstance(record.msg, Hint):
            return f"{record.levelname} coequal: {record.msg}"
        # Not the text of an error either: it can quote what somebody typed.
        error = record.exc_info[0] if record.exc_info else None
        what = error.__name__ if error else record.module
        return f"{record.levelname} {record.name} {what}{self._place(record)}"

    def _place(self, record: logging.LogRecord) -> str:
        """Return the file and line where the error came up, or nothing."""
        trace = record.exc_info[2] if record.exc_info else None
        while trace and trace.tb_next:
            trace = trace.tb_next
        if not trace:
            return ""
        code = trace.tb_frame.f_code
        return f" at {code.co_filename}:{trace.tb_lineno}"


def is_news(record: logging.LogRecord) -> bool:
    """Whether it tells more than that somebody was asked to come again.

    That is no fault, and a flood of it would fill the disk.
    """
    return getattr(record, "status_code", None) != HTTPStatus.SERVICE_UNAVAILABLE
