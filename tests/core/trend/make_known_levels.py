"""Write known_levels.json: the same levels by statsmodels, which is no requirement.

python -m pip install statsmodels==0.15.0, in an environment of its own; then
python tests/core/trend/make_known_levels.py
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from statsmodels.tsa.statespace.kalman_smoother import KalmanSmoother

KNOWN = Path(__file__).parent / "known_levels.json"
START = 2.5, 1.5


def main() -> None:
    """Smooth three made-up series of different drift and noise, with gaps."""
    rng = np.random.default_rng(20)
    known = []
    for weeks, drift, noise in ((12, 0.04, 0.5), (30, 0.2, 1.1), (52, 0.0, 0.3)):
        level = 3 + np.cumsum(drift**0.5 * rng.standard_normal(weeks))
        said = np.round(level + noise**0.5 * rng.standard_normal(weeks), 2)
        said[rng.random(weeks) < 0.35] = np.nan
        model = KalmanSmoother(
            k_endog=1, k_states=1, design=[[1.0]], transition=[[1.0]],
            selection=[[1.0]], state_cov=[[drift]], obs_cov=[[noise]],
        )  # fmt: skip
        model.bind(said)
        model.initialize_known(np.array([START[0]]), np.array([[START[1]]]))
        found = model.smooth()
        known.append(
            {
                "said": [None if np.isnan(one) else one for one in said],
                "drift": drift,
                "noise": noise,
                "start": START,
                "mean": found.smoothed_state[0].tolist(),
                "variance": found.smoothed_state_cov[0, 0].tolist(),
                "log_likelihood": float(found.llf),
            }
        )
    KNOWN.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
