"""Fits (N_c/N)^aN + (D_c/D)^aD + (C_c/C)^aC + E to the 240 runs of chinchilla_245.csv (Huber on log loss, delta 1e-3), with aC held at several values, and
prints the objective and the size of the optimisation term at 1e21 FLOP: it goes to 0 every time. Run: python3 additive_refit.py <chinchilla_245.csv>"""

import csv
import sys

import numpy as np
from scipy.optimize import minimize

rows = sorted(csv.DictReader(open(sys.argv[1])), key=lambda row: float(row["loss"]))[:-5]
N, D, C, L = (np.array([float(row[name]) for row in rows]) for name in ("params", "tokens", "flops", "loss"))


def huber(r, delta=1e-3):
    return np.where(abs(r) <= delta, r * r / 2, delta * (abs(r) - delta / 2)).sum()


def objective(p, gamma):
    a, b, c, e, alpha, beta = p
    reducible = np.logaddexp(a - alpha * np.log(N), b - beta * np.log(D))
    return huber(np.log(L) - np.logaddexp(reducible, np.logaddexp(c - gamma * np.log(C), e)))


rng = np.random.default_rng(0)
for gamma in (0.05, 0.057, 0.1, 0.178, 0.5):
    best = None
    for _ in range(30):
        alpha, beta = rng.uniform(0.2, 0.6, 2)
        start = [rng.uniform(-2, 1) + alpha * 21, rng.uniform(-2, 1) + beta * 23, rng.uniform(-3, 1) + gamma * 47, rng.uniform(-2, 0.6), alpha, beta]
        fit = minimize(objective, start, args=(gamma,), method="L-BFGS-B", options=dict(maxiter=5000, ftol=1e-16, gtol=1e-11))
        if best is None or fit.fun < best.fun:
            best = fit
    print(f"aC {gamma}: objective {best.fun:.13f}, optimisation term at 1e21 FLOP {np.exp(best.x[2] - gamma * np.log(1e21)):.2e}")
