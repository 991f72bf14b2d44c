"""The one tree of errors.

CoequalError
├── Refused     a rule says no; nothing was changed
├── Unreadable  this is not your key, or not open yet
└── Unsound     the data is damaged, or was moved or rewritten

Messages are for whoever reads a log or a test. What people read is written in
`web` and `cli`. A message never holds what somebody wrote.
"""

from __future__ import annotations


class CoequalError(Exception):
    """Anything that Coequal itself raises."""


class Refused(CoequalError):
    """A rule says no. The state is as it was before."""


class Unreadable(CoequalError):
    """The key does not fit, or the entry is not open to this reader."""


class Unsound(CoequalError):
    """The stored data was damaged, moved or rewritten."""
