"""Writes grokkingJump.json: a noisy rise of validation accuracy and its logistic fit in ln step, by SciPy. Run: python3 grokkingJump.py"""

import json
from pathlib import Path

import numpy as np
from scipy import optimize

steps = np.arange(500, 12001, 250.0)
wobble = 0.01 * np.sin(np.arange(len(steps)) * 2.1)
validation = np.clip(np.round(0.02 + 0.97 / (1 + (steps / 6000) ** -14) + wobble, 6), 0, 1)
x = np.log(steps)
model = lambda p: p[0] + (p[1] - p[0]) / (1 + np.exp(-p[3] * (x - p[2])))
best = min(
    (optimize.least_squares(lambda p: model(p) - validation, [0, 1, np.log(s), k], xtol=1e-15, ftol=1e-15, gtol=1e-15) for s in (4000, 7000) for k in (5, 20)),
    key=lambda fit: fit.cost,
)
low, high, middle, k = best.x
out = {
    "steps": steps.tolist(),
    "validation": validation.tolist(),
    "middleStep": float(np.exp(middle)),
    "widthDecades": float(np.log10(81) / k),
    "rmse": float(np.sqrt(np.mean(best.fun**2))),
}
Path(__file__).with_suffix(".json").write_text(json.dumps(out) + "\n")
