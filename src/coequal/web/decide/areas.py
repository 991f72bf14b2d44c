"""The areas of a pair, as the pages of Decide name them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coequal.people.pairs import PairMember
from coequal.web.see import joint_picture

OTHER = _("Something else")


def titles(member: PairMember) -> dict[str, str]:
    """Return the title of each area, by id, in the order of the form."""
    return {area.id: area.title for area in joint_picture.form(member).instrument.areas}
