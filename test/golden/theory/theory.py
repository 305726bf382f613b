"""Writes theory.json: a threshold regression with its prediction interval, and a two-step fit, by SciPy. Run: python3 theory.py"""

import json
from pathlib import Path

import numpy as np
from scipy import optimize, stats

# Regression of ln threshold on the property (five observations of different tasks), predicted at 5 with a 90 % interval.
x = np.array([1.0, 2, 3, 4, 6])
t = np.array([1e9, 6e9, 1.3e10, 6e10, 1.75e11])
y = np.log(t)
n = len(x)
line = stats.linregress(x, y)
s = np.sqrt(np.sum((y - line.intercept - line.slope * x) ** 2) / (n - 2))
at = 5.0
deviation = s * np.sqrt(1 + 1 / n + (at - x.mean()) ** 2 / np.sum((x - x.mean()) ** 2))
reach = stats.t.ppf(0.95, n - 2) * deviation
mid = line.intercept + line.slope * at
raw = stats.linregress(x, t)
regression = {
    "threshold": np.exp(mid),
    "low": np.exp(mid - reach),
    "high": np.exp(mid + reach),
    "rawAtHalf": raw.intercept + raw.slope * 0.5,
}

# The runs of the contract's example of emergence.twoStep.
C = np.array([1e19, 3e19, 1e20, 3e20, 1e21, 3e21, 1e22])
L = np.array([1.3, 1.16, 1.04, 0.95, 0.87, 0.81, 0.76])
S = np.array([0.26, 0.28, 0.33, 0.41, 0.53, 0.63, 0.72])
lnC = np.log(C)
best = None
for share in (0.1, 0.5, 0.9):
    E0 = share * L.min()
    b, a = np.polyfit(lnC - lnC.mean(), np.log(L - E0), 1)
    fit = optimize.least_squares(
        lambda p: np.log(p[0] + np.exp(p[1] - p[2] * (lnC - lnC.mean()))) - np.log(L), [E0, a, -b], xtol=1e-15, ftol=1e-15, gtol=1e-15
    )
    if best is None or fit.cost < best.cost:
        best = fit
E, u, a = best.x
line0 = np.polyfit(lnC, np.log(L), 1)
linear = np.polyfit(lnC, L, 1)
sig = lambda p, L: p[0] / (1 + np.exp(-p[2] * (L - p[3]))) + p[1]
free = None
for k in (-2, -6, -15):
    for L0 in (0.7, 0.9, 1.1):
        fit = optimize.least_squares(lambda p: sig(p, L) - S, [0.7, 0.25, k, L0], xtol=1e-15, ftol=1e-15, gtol=1e-15)
        if free is None or fit.cost < free.cost:
            free = fit
loss23 = E + np.exp(u - a * (np.log(1e23) - lnC.mean()))
twoStep = {
    "powerOffset": {"E": E, "a": a, "A": np.exp(u + a * lnC.mean())},
    "power": {"A": np.exp(line0[1]), "a": -line0[0]},
    "logLinear": {"b0": linear[1], "b1": linear[0]},
    "sigmoid": dict(zip("abkL", free.x)),
    "rmse": float(np.sqrt(np.mean(free.fun**2))),
    "lossAt1e23": loss23,
    "scoreAt1e23": sig(free.x, loss23),
    "scoreAtLoss0.7": sig(free.x, 0.7),
}
Path(__file__).with_suffix(".json").write_text(json.dumps({"regression": regression, "twoStep": twoStep}, indent=1) + "\n")
