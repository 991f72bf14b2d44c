from __future__ import annotations

import pytest
from tests.journal.cast import Couple

from coequal.journal import door as journal
from coequal.journal.access import SpaceAccess
from coequal.journal.host import host
from coequal.journal.reading import Reading
from coequal.sealed import entropy
from coequal.sealed.person import SpaceKey, member, new_secret, own_member, personal


@pytest.fixture
def couple(db: None) -> Couple:
    host()  # as every start does: a first look would name the key, and that writes
    space = SpaceKey(id=entropy.fresh(16, "space"), key=entropy.fresh(32, "key"))
    one = member(new_secret(), b"salt of the pair")
    two = member(new_secret(), b"salt of the pair")
    journal.found(space.id)
    couple = Couple(
        her=SpaceAccess(space=space, me=one, other=two.pub),
        his=SpaceAccess(space=space, me=two, other=one.pub),
    )
    for access in (couple.her, couple.his):
        journal.begin(access)
    return couple


@pytest.fixture
def alone(db: None) -> Reading:
    secret = new_secret()
    space = personal(secret)
    journal.found(space.id)
    return Reading(access=SpaceAccess(space=space, me=own_member(secret)))
