"""Made-up couples by the model's own story, written apart from its code."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from coequal.core.see.instrument import Constants

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """`level` (n, D, target), `account` and `said` (n, D, reporter, target)."""

    level: Floats
    account: Floats
    said: Floats

    @property
    def gap(self) -> Floats:
        """Own account less the other's, (n, D, target)."""
        of_a = self.account[:, :, 0, 0] - self.account[:, :, 1, 0]
        of_b = self.account[:, :, 1, 1] - self.account[:, :, 0, 1]
        return np.stack((of_a, of_b), axis=-1)


def world(constants: Constants, *, couples: int, areas: int, seed: int) -> World:
    rng = np.random.default_rng(seed)

    def draw(sd: float, *shape: int) -> Floats:
        return rng.normal(0.0, sd, shape)

    both = draw(constants.both_overall, couples, 1) + draw(
        constants.both_area, couples, areas
    )
    tilt = draw(constants.tilt_overall, couples, 1) + draw(
        constants.tilt_area, couples, areas
    )
    level = constants.centre + np.stack((both + tilt, both - tilt), axis=-1)
    general = draw(constants.general, couples, 2)
    own_side = draw(constants.own_side, couples, 2)
    account = level[:, :, None, :] + draw(constants.view, couples, areas, 2, 2)
    account += general[:, None, :, None]
    for seat in (0, 1):
        account[:, :, seat, seat] += own_side[:, None, seat]
    heard = account + draw(constants.noise, *account.shape)
    said = np.searchsorted(constants.cuts, heard).astype(np.float64)
    return World(level=level, account=account, said=said)
