"""The pages as Django knows them."""

from __future__ import annotations

from django.apps import AppConfig

from coequal.core.decide.entries import KINDS as DECIDE
from coequal.core.notes.entries import KINDS as NOTES
from coequal.core.see.entries import Answer, Opening, Sheet, Sitting
from coequal.core.see.joint_entries import Bookmark, Evening, Step, Thanks
from coequal.core.see.sign_entries import Noticed, PutUp
from coequal.core.two.offers import KINDS as OF_TWO
from coequal.journal.entries import FirstSeen, Opened, TakenBack
from coequal.journal.kinds import register
from coequal.people.entries import (
    Invite,
    Paired,
    Planned,
    RecoveryCode,
    Relation,
    Resting,
)


class WebConfig(AppConfig):
    """Pages, forms, templates, static files and figures."""

    name = "coequal.web"
    label = "web"

    def ready(self) -> None:
        """Make every room's kinds of entry known to the journal."""
        register(
            *(Opened, TakenBack, FirstSeen),
            *(Invite, Relation, Paired, RecoveryCode),
            *(Resting, Planned),
            *(Sheet, Sitting, Answer, Opening),
            *(Bookmark, Evening, Step, Thanks),
            *(Noticed, PutUp),
            *OF_TWO,
            *DECIDE,
            *NOTES,
        )
