"""Levels of 1,000 series with gaps: ours and those of two peers, in one process.

By benchmarks/trend.py, in an environment that has simdkalman and statsmodels. Prints
JSON: versions, how far the numbers of each peer lie from ours, and the times, which
are taken in turn.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from time import process_time
from typing import Any

import numpy as np

from coequal.core.trend.level import smoothed

simdkalman: Any = import_module("simdkalman")
smoother: Any = import_module("statsmodels.tsa.statespace.kalman_smoother")
structural: Any = import_module("statsmodels.tsa.statespace.structural")

SERIES, WEEKS, GAPS = 1_000, 52, 0.35
DRIFT, NOISE, START = 0.2**2, 0.8**2, (3.0, 4.0)
REPEATS, SLOW = 25, 3
SMOOTHED = smoother.SMOOTHER_STATE | smoother.SMOOTHER_STATE_COV
Levels = tuple[Any, Any]


def main() -> None:
    """Look whether all say the same, then time them in turn."""
    rng = np.random.default_rng(52)
    level = 3 + DRIFT**0.5 * rng.standard_normal((WEEKS, SERIES)).cumsum(axis=0)
    said = level + NOISE**0.5 * rng.standard_normal(level.shape)
    said[rng.random(said.shape) < GAPS] = np.nan
    mean, variance = ours(said)
    apart = {
        name: max(
            float(abs(mean - found[0]).max()), float(abs(variance - found[1]).max())
        )
        for name, run in RUNS.items()
        for found in [run(said)]
    }
    times: dict[str, list[float]] = {name: [] for name in RUNS}
    for repeat in range(REPEATS):
        for name, run in RUNS.items():
            if repeat < SLOW or name not in BY_ONE:
                began = process_time()
                run(said)
                times[name].append(process_time() - began)
    packages = ("numpy", "simdkalman", "statsmodels")
    versions = {name: version(name) for name in packages}
    print(json.dumps({"versions": versions, "apart": apart, "times": times}))


def ours(said: Any) -> Levels:
    """By core/trend, gaps and all."""
    gap = np.isnan(said)
    found = smoothed(
        np.where(gap, 0.0, said),
        np.where(gap, np.inf, NOISE),
        drift=np.array(DRIFT),
        start=START,
    )
    return found.mean, found.variance


def of_simdkalman(said: Any) -> Levels:
    """All series at once."""
    model = simdkalman.KalmanFilter(
        state_transition=[[1.0]],
        process_noise=[[DRIFT]],
        observation_model=[[1.0]],
        observation_noise=NOISE,
    )
    found = model.smooth(
        said.T, initial_value=[START[0]], initial_covariance=[[START[1]]]
    )
    return found.states.mean[..., 0].T, found.states.cov[..., 0, 0].T


def of_statsmodels(said: Any) -> Levels:
    """One by one, as its pages say it."""
    mean, variance = np.empty_like(said), np.empty_like(said)
    for at, one in enumerate(said.T):
        model = structural.UnobservedComponents(one, "local level")
        model.ssm.initialize_known(np.array([START[0]]), np.array([[START[1]]]))
        found = model.smooth([NOISE, DRIFT])
        mean[:, at] = found.smoothed_state[0]
        variance[:, at] = found.smoothed_state_cov[0, 0]
    return mean, variance


def of_its_smoother(said: Any) -> Levels:
    """One by one, by the smoother of statsmodels alone, which asks for no more."""
    mean, variance = np.empty_like(said), np.empty_like(said)
    for at, one in enumerate(said.T):
        model = smoother.KalmanSmoother(
            k_endog=1, k_states=1, design=[[1.0]], transition=[[1.0]],
            selection=[[1.0]], state_cov=[[DRIFT]], obs_cov=[[NOISE]],
            smoother_output=SMOOTHED,
        )  # fmt: skip
        model.bind(one.copy())
        model.initialize_known(np.array([START[0]]), np.array([[START[1]]]))
        found = model.smooth()
        mean[:, at] = found.smoothed_state[0]
        variance[:, at] = found.smoothed_state_cov[0, 0]
    return mean, variance


RUNS: dict[str, Callable[[Any], Levels]] = {
    "ours": ours,
    "simdkalman": of_simdkalman,
    "statsmodels": of_statsmodels,
    "statsmodels, its bare smoother": of_its_smoother,
}
BY_ONE = ("statsmodels", "statsmodels, its bare smoother")


if __name__ == "__main__":
    main()
