"""Golden numbers for beliefs given finished runs, by scipy.integrate.quad on the definitions: ln c_i = mu_i + sigma_i (sqrt(rho) g + sqrt(1 - rho) z_i),
F(x; c) = floor + (ceiling - floor) G(x/c), targets independent given g. Writes actuals.json beside this file (some minutes).
"""
import json
from math import exp, log, sqrt
from pathlib import Path

from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.stats import norm

RANGE_90 = norm.ppf(0.95) * 2


def target(low, high, link="weibull", steepness=3.0, floor=0.0, ceiling=1.0):
    return dict(low=low, high=high, link=link, steepness=steepness, floor=floor, ceiling=ceiling)


def curve(t, x, lnc):
    u = log(x) - lnc
    if t["link"] == "step":
        G = 1.0 if u >= 0 else 0.0
    elif t["link"] == "weibull":
        G = 1 - exp(-exp(t["steepness"] * u)) if t["steepness"] * u < 50 else 1.0
    else:
        G = 1 / (1 + exp(-t["steepness"] * u))
    return t["floor"] + (t["ceiling"] - t["floor"]) * G


def given(t, x, g, rho):
    """F(x | g): quadrature over z, split where a step jumps."""
    mu, sigma = log(t["low"] * t["high"]) / 2, log(t["high"] / t["low"]) / RANGE_90
    if t["link"] == "step":
        y = (log(x) - mu) / sigma
        return t["floor"] + (t["ceiling"] - t["floor"]) * norm.cdf((y - sqrt(rho) * g) / sqrt(1 - rho))
    f = lambda z: norm.pdf(z) * curve(t, x, mu + sigma * (sqrt(rho) * g + sqrt(1 - rho) * z))
    return quad(f, -9, 9, epsabs=1e-12, limit=200)[0]


def likelihood(t, seen, g, rho):
    above, atmost = seen
    return (1.0 if atmost is None else given(t, atmost, g, rho)) - (0.0 if above is None else given(t, above, g, rho))


def answers(targets, seen, rho, sizes):
    mean = lambda f: quad(lambda g: norm.pdf(g) * f(g), -9, 9, epsabs=1e-12, limit=200)[0]

    def prod(values):
        out = 1.0
        for v in values:
            out *= v
        return out

    n = len(targets)
    Z = mean(lambda g: prod(likelihood(targets[i], seen[i], g, rho) for i in range(n)))
    done = [seen[i][1] is not None for i in range(n)]

    def gained(i, x, g):
        before = 0.0 if seen[i][0] is None else given(targets[i], seen[i][0], g, rho)
        return max(0.0, given(targets[i], x, g, rho) - before)

    def each(i, x):
        return mean(lambda g: gained(i, x, g) * prod(likelihood(targets[l], seen[l], g, rho) for l in range(n) if l != i)) / Z

    open_ = [i for i in range(n) if not done[i]]
    all_ = lambda x: mean(lambda g: prod(gained(i, x, g) for i in open_) * prod(likelihood(targets[l], seen[l], g, rho) for l in range(n) if done[l])) / Z
    return dict(
        targets=targets,
        seen=seen,
        rho=rho,
        sizes=sizes,
        chance=Z,
        each=[[1.0 if done[i] else each(i, x) for x in sizes] for i in range(n)],
        all=[all_(x) for x in sizes],
        required=[None if done[i] else brentq(lambda lnx: each(i, exp(lnx)) - 0.8, log(1e9), log(1e13), xtol=1e-10) for i in range(n)],
    )


code, maths, logic = target(20e9, 30e9), target(70e9, 100e9, steepness=3.3), target(50e9, 200e9, link="logistic", steepness=2.0, floor=0.05, ceiling=0.95)
wide, step = target(10e9, 100e9), target(30e9, 90e9, link="step")
cases = [
    answers([code], [(20e9, None)], 0.3, [30e9, 60e9]),
    answers([code, maths], [(None, 20e9), (None, None)], 0.3, [40e9, 80e9, 120e9]),
    answers([wide, step], [(40e9, None), (None, None)], 0.6, [50e9, 90e9]),
    answers([wide, step], [(40e9, None), (20e9, 60e9)], 0.6, [50e9, 90e9]),
    answers([wide, step, logic], [(30e9, None), (None, 50e9), (30e9, None)], 0.3, [50e9, 100e9, 300e9]),
]
Path(__file__).with_name("actuals.json").write_text(json.dumps(cases, indent=1) + "\n")
