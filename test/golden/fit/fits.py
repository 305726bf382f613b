"""Golden numbers of the fits, by SciPy and NumPy. Run: python3 test/golden/fit/fits.py > test/golden/fit/fits.json

runs     40 runs of E 1.8, A 480, B 2100, alpha 0.35, beta 0.37 (8 sizes, 5 token counts) with a made-up scatter of about 0.5 %, rounded to 4 decimals
huber    the constants of least sum of Huber's function (delta 1e-3) of the log-loss residuals: L-BFGS-B from a grid of starts, polished by Nelder-Mead
sandwich covariance at that optimum in (E, A, B, alpha, beta): n/(n - p) H^-1 (sum psi^2 g g') H^-1 with H by central differences of the analytic gradient
isoflop  vertex of numpy.polyfit's parabola in ln N through each of three isoFLOPs of 5 runs, and the line through ln N* against ln C
pchip    SciPy's monotone cubic through made-up knots
"""
import itertools
import json
import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.optimize import minimize

DELTA = 1e-3
sizes = [5e7, 1e8, 2e8, 5e8, 1e9, 2e9, 5e9, 1e10]
tokens = [1e9, 5e9, 2e10, 1e11, 5e11]
runs = []
for i, n in enumerate(sizes):
    for j, d in enumerate(tokens):
        scatter = 0.005 * np.sin(12.9898 * (i + 1) + 78.233 * (j + 1) * (i + 2))
        runs.append((n, d, round((1.8 + 480 / n**0.35 + 2100 / d**0.37) * float(np.exp(scatter)), 4)))
N, D, L = (np.array(c) for c in zip(*runs))
lnN, lnD, lnL = np.log(N), np.log(D), np.log(L)


def terms(p):
    a, b, e, al, be = p
    return np.array([np.exp(e) + 0 * lnN, np.exp(a - al * lnN), np.exp(b - be * lnD)])


def residual(p):
    return np.log(terms(p).sum(axis=0)) - lnL


def value(p):
    r = np.abs(residual(p))
    return float(np.where(r <= DELTA, 0.5 * r * r, DELTA * (r - 0.5 * DELTA)).sum())


def scores(p):
    t = terms(p)
    share = t / t.sum(axis=0)
    psi = np.clip(residual(p), -DELTA, DELTA)
    return np.array([psi * share[1], psi * share[2], psi * share[0], -psi * share[1] * lnN, -psi * share[2] * lnD])


best = None
for e, a, b, al, be in itertools.product((0.2, 0.6), (4, 7), (5, 8), (0.3, 0.4), (0.3, 0.4)):
    f = minimize(value, (a, b, e, al, be), jac=lambda p: scores(p).sum(axis=1), method="L-BFGS-B", options=dict(ftol=1e-15, gtol=1e-12, maxiter=5000, maxfun=50000))
    if best is None or f.fun < best.fun:
        best = f
for _ in range(20):
    best = minimize(value, best.x, method="Nelder-Mead", options=dict(xatol=1e-12, fatol=1e-18, maxiter=20000, maxfev=20000))
p = best.x
constants = [np.exp(p[2]), np.exp(p[0]), np.exp(p[1]), p[3], p[4]]
H = np.zeros((5, 5))
for k in range(5):
    h = 1e-7
    up, down = p.copy(), p.copy()
    up[k] += h
    down[k] -= h
    H[k] = (scores(up).sum(axis=1) - scores(down).sum(axis=1)) / (2 * h)
H = (H + H.T) / 2
g = scores(p)
C = len(N) / (len(N) - 5) * np.linalg.inv(H) @ (g @ g.T) @ np.linalg.inv(H)
J = np.zeros((5, 5))
J[0, 2], J[1, 0], J[2, 1], J[3, 3], J[4, 4] = constants[0], constants[1], constants[2], 1, 1
covariance = J @ C @ J.T

isoflops = []
for c in (6e19, 6e20, 6e21):
    profile = []
    for k in range(5):
        n = float(f"{0.14 * c**0.49 * 2 ** (k - 2.2):.3g}")
        d = c / (6 * n)
        profile.append((n, d, round(1.8 + 480 / n**0.35 + 2100 / d**0.37, 5)))
    n, d, l = (np.array(x) for x in zip(*profile))
    c2, c1, c0 = np.polyfit(np.log(n), l, 2)
    best_n = np.exp(-c1 / (2 * c2))
    isoflops.append(dict(C=c, runs=profile, N=float(best_n), loss=float(c0 - c1 * c1 / (4 * c2))))
slope, intercept = np.polyfit([np.log(g["C"]) for g in isoflops], [np.log(g["N"]) for g in isoflops], 1)

x, y = [0.0, 0.5, 1.4, 2.0, 3.5, 4.0], [3.0, 2.2, 1.9, 1.95, 1.6, 1.0]
cubic = PchipInterpolator(x, y)
print(
    json.dumps(
        dict(
            runs=runs,
            huber=dict(constants=[float(v) for v in constants], objective=value(p)),
            sandwich=covariance.tolist(),
            isoflop=dict(groups=isoflops, a=float(slope), kN=float(np.exp(intercept))),
            pchip=dict(x=x, y=y, slopes=cubic.derivative()(x).tolist()),
        ),
        indent=1,
    )
)
