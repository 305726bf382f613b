"""Golden numbers for beliefs: links with an onset and mixtures, by scipy.integrate.quad on the definitions. Writes beliefs.json beside this file.

Nothing here shares a method with the app: adaptive quadrature over the score z of ln c (and over g for the joint chance), with the corners told to it.
"""
import json
import math
import os

import numpy as np
from scipy import integrate, optimize
from scipy.stats import norm

RANGE_90 = 2 * norm.ppf(0.95)


def link(name, alpha, t):
    """F at t = ln(x/c)."""
    if name == "step":
        return 1.0 if t >= 0 else 0.0
    if name == "logistic":
        return 1 / (1 + math.exp(-alpha * t)) if alpha * t > -700 else 0.0
    if name == "weibull":
        return -math.expm1(-math.exp(min(alpha * t, 700)))
    if t <= 0:
        return 0.0
    e = math.expm1(t) if t < 700 else math.inf
    return -math.expm1(-(e**alpha)) if name == "shifted-weibull" else min(1.0, e**alpha)


def corners(name, alpha):
    if name == "step":
        return [0.0]
    if name == "power-onset":
        return [0.0, math.log(2)]
    return [0.0, math.log1p(37 ** (1 / alpha))] if name == "shifted-weibull" else []


def pieces(f, low, high, breaks):
    edges = sorted({low, high, *[b for b in breaks if low < b < high]})
    return sum(integrate.quad(f, a, b, epsabs=1e-13, epsrel=1e-12, limit=400)[0] for a, b in zip(edges, edges[1:]))


def smoothed(name, alpha, sigma, u):
    """E[F(u + sigma z)]."""
    breaks = [(c - u) / sigma for c in corners(name, alpha)]
    near = [b + d for b in breaks for d in (1e-6, 1e-4, 1e-2, 0.1, 1)]
    return pieces(lambda z: norm.pdf(z) * link(name, alpha, u + sigma * z), -9, 9, breaks + near + list(range(-8, 9)))


def cdf(parts, l):
    return np.mean([norm.cdf((l - m) / s) if s > 0 else float(l >= m) for m, s in parts])


def score(parts, l):
    F = cdf(parts, l)
    if F <= 0.5:
        return norm.ppf(F)
    return norm.isf(np.mean([norm.sf((l - m) / s) if s > 0 else float(l < m) for m, s in parts]))


def marginal(name, alpha, parts, lnx):
    return np.mean([smoothed(name, alpha, s, lnx - m) if s > 0 else link(name, alpha, lnx - m) for m, s in parts])


def given(name, alpha, parts, rho, lnx, g):
    """F(x | g) = integral of F(ln x - l) over the law of l given g, part by part, exact figures as masses."""
    own = math.sqrt(1 - rho)
    total = 0.0
    for at in sorted({m for m, s in parts if s == 0}):
        before = cdf([p for p in parts if not (p[1] == 0 and p[0] == at)], at) * sum(not (p[1] == 0 and p[0] == at) for p in parts) / len(parts) if any(not (p[1] == 0 and p[0] == at) for p in parts) else 0.0
        up, down = score(parts, at), norm.ppf(before)
        share = norm.cdf((up - math.sqrt(rho) * g) / own) - norm.cdf((down - math.sqrt(rho) * g) / own)
        total += share * link(name, alpha, lnx - at)
    masses = [m for m, s in parts if s == 0]
    for m, s in parts:
        if s == 0:
            continue

        def f(z):
            l = m + s * z
            y = score(parts, l)
            if not math.isfinite(y):
                return 0.0
            return norm.pdf(z) * math.exp(0.5 * (y * y - ((y - math.sqrt(rho) * g) / own) ** 2)) / own * link(name, alpha, lnx - l)

        breaks = [(lnx - c - m) / s for c in corners(name, alpha)] + [(l - m) / s for l in masses]
        breaks += [(mm + k * ss - m) / s for mm, ss in parts if ss > 0 for k in range(-8, 9, 2)]
        total += pieces(f, -8.2, 8.2, breaks) / len(parts)
    return total


def joint(targets, rho, lnx):
    """H by the trapezoid rule over g, which is exact to 1e-12 at this step for these widths."""
    step = 0.2
    sum_ = 0.0
    for k in range(-34, 35):
        g = k * step
        product = 1.0
        for name, alpha, parts in targets:
            product *= given(name, alpha, parts, rho, lnx, g)
            if product < 1e-15:
                break
        sum_ += step * norm.pdf(g) * product
    return sum_


def part(low, high=None):
    return (math.log(low), 0.0) if high is None else (0.5 * math.log(low * high), math.log(high / low) / RANGE_90)


onset = []
for name, alpha, sigma, us in [
    ("shifted-weibull", 3, 0.1, [-0.2, 0.02, 0.4, 0.9]),
    ("shifted-weibull", 0.5, 0.7, [-1, 0.1, 2]),
    ("shifted-weibull", 1, 0.02, [-0.03, 0.01, 0.5]),
    ("shifted-weibull", 12, 0.3, [0.2, 0.6, 0.9]),
    ("power-onset", 3, 0.1, [-0.1, 0.3, 0.69, 0.8]),
    ("power-onset", 0.5, 0.4, [-0.5, 0.1, 0.7]),
    ("power-onset", 1.5, 1.5, [-2, 0.3, 2]),
    ("power-onset", 20, 0.05, [0.5, 0.65, 0.7]),
]:
    onset.append({"link": name, "steepness": alpha, "sigma": sigma, "rows": [[u, smoothed(name, alpha, sigma, u)] for u in us]})

MIXTURES = {
    "ranges": [part(20e9, 30e9), part(1e9, 10e9)],
    "exact in a range": [part(60e9), part(50e9, 70e9), part(60e9 * 1.1)],
    "far apart": [part(1e9, 2e9), part(100e9, 300e9)],
    "exact": [part(10e9), part(50e9)],
}
mixtures = []
for key, parts in MIXTURES.items():
    for name, alpha in [("weibull", 3.2), ("logistic", 2), ("step", 3), ("shifted-weibull", 3), ("power-onset", 1.5)]:
        lnx = math.log(40e9)
        row = {"mixture": key, "parts": parts, "link": name, "steepness": alpha, "lnX": lnx, "marginal": marginal(name, alpha, parts, lnx)}
        row["given"] = [[rho, g, given(name, alpha, parts, rho, lnx, g)] for rho in (0.3, 0.9) for g in (-1.5, 0.4, 2)]
        if not (name == "step" and key == "exact"):
            row["required"] = math.exp(optimize.brentq(lambda l: marginal(name, alpha, parts, l) - 0.8, math.log(1e9), math.log(1e13), xtol=1e-13))
        mixtures.append(row)

H = []
for names in [["weibull", "logistic"], ["shifted-weibull", "step"], ["weibull", "power-onset"]]:
    targets = [(names[0], 3.2, MIXTURES["exact in a range"]), (names[1], 2, MIXTURES["ranges"])]
    H.append({"targets": [{"link": n, "steepness": a, "parts": p} for n, a, p in targets], "rho": 0.3, "lnX": math.log(60e9), "H": joint(targets, 0.3, math.log(60e9))})

with open(os.path.join(os.path.dirname(__file__), "beliefs.json"), "w") as out:
    json.dump({"onset": onset, "mixtures": mixtures, "joint": H}, out, indent=1)
    out.write("\n")
