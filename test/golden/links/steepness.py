"""F̄ over an uncertain steepness, from its definition by SciPy's adaptive quadrature: python3 steepness.py > steepness.json"""

import json
import math

import numpy as np
from scipy import stats
from scipy.integrate import quad
from scipy.optimize import brentq

SHAPES = {
    "uniform": ({"kind": "uniform", "low": 1.2, "high": 4.8}, stats.uniform(1.2, 3.6)),
    "logNormal": ({"kind": "logNormal", "median": 2.5, "sigma": 0.3}, stats.lognorm(0.3, scale=2.5)),
    "wide logNormal": ({"kind": "logNormal", "median": 2.0, "sigma": 0.7}, stats.lognorm(0.7, scale=2.0)),
    "beta": ({"kind": "beta", "alpha": 2, "beta": 5, "low": 0.5, "high": 6}, stats.beta(2, 5, loc=0.5, scale=5.5)),
    "triangular": ({"kind": "triangular", "low": 1, "mode": 2.5, "high": 6}, stats.triang(0.3, loc=1, scale=5)),
}
CENTRAL = 2.5


def phi(z):
    return math.exp(-0.5 * z * z) / math.sqrt(2 * math.pi)


def F(link, a, t):
    """The link at t = ln(x/c)."""
    if link == "weibull":
        return -math.expm1(-math.exp(min(a * t, 700)))
    if link == "logistic":
        return 1 / (1 + math.exp(min(-a * t, 700)))
    if t <= 0:
        return 0.0
    rise = math.exp(min(a * math.log(math.expm1(t)), 700)) if t < 700 else math.inf
    return -math.expm1(-rise) if link == "shifted-weibull" else min(1.0, rise)


def ln_ratio(link, p, a):
    h = -math.log1p(-p)
    return {
        "weibull": lambda: math.log(h) / a,
        "logistic": lambda: math.log(p / (1 - p)) / a,
        "shifted-weibull": lambda: math.log1p(h ** (1 / a)),
        "power-onset": lambda: math.log1p(p ** (1 / a)),
    }[link]()


def moved(link, a, half):
    """How much ln c differs from that at the central steepness."""
    return ln_ratio(link, 0.5, CENTRAL) - ln_ratio(link, 0.5, a) if half else 0.0


def smoothed(link, a, sigma, u):
    """E[F(u + sigma z)]."""
    if sigma == 0:
        return F(link, a, u)
    corners = [] if link in ("weibull", "logistic") else [-u / sigma, (math.log(2) - u) / sigma]
    points = sorted(z for z in [-3, 0, 3, *corners] if -9 < z < 9)
    return quad(lambda z: F(link, a, u + sigma * z) * phi(z), -9, 9, points=points, epsabs=1e-11, epsrel=1e-11, limit=400)[0]


def over(shape, f, points=()):
    """E[f(a)] over the steepness, by its quantile function."""
    low, high = shape.ppf(1e-13), shape.isf(1e-13)
    inside = sorted(p for p in [shape.ppf(0.01), shape.median(), shape.ppf(0.99), *points] if low < p < high)
    return quad(lambda a: f(a) * shape.pdf(a), low, high, points=inside, epsabs=1e-10, epsrel=1e-10, limit=400)[0]


def marginal(link, shape, half, sigma, u):
    return over(shape, lambda a: smoothed(link, a, sigma, u - moved(link, a, half)), [2.5])


rows = []
for link in ("weibull", "logistic", "shifted-weibull", "power-onset"):
    onset = link not in ("weibull", "logistic")
    for name, (kind, shape) in SHAPES.items():
        for half in (False, True):
            for sigma in (0.4,) if onset else (0.0, 0.4, 1.2):
                for u in (-0.7, 0.1, 0.8):
                    rows.append({"link": link, "shape": name, "half": half, "sigma": sigma, "u": u, "F": marginal(link, shape, half, sigma, u)})

# The scale with F(x; θ) = p: its quantiles over steepness and critical scale.
intervals = []
for link, name, half, sigma, p in (
    ("weibull", "uniform", False, 0.4, 0.8),
    ("weibull", "logNormal", True, 0.3, 0.9),
    ("logistic", "beta", True, 0.5, 0.7),
    ("shifted-weibull", "logNormal", True, 0.4, 0.8),
):
    shape = SHAPES[name][1]

    def below(l):
        return over(shape, lambda a: 0.5 * math.erfc(-(l - moved(link, a, half) - ln_ratio(link, p, a)) / sigma / math.sqrt(2)))

    intervals.append({"link": link, "shape": name, "half": half, "sigma": sigma, "p": p, "ln": [brentq(lambda l: below(l) - q, -6, 6, xtol=1e-10) for q in (0.05, 0.5, 0.95)]})

# Two targets, one of them a mixture of a 50 % point and a critical scale, with the common factor.
G, W = np.polynomial.legendre.leggauss(80)
GN, GW = 7 * G, 7 * W * stats.norm.pdf(7 * G)


def given_mixture(link, shape, parts, rho, ln_x, g):
    """F̄ given g when ln c is the mixture's quantile at Φ(√ρ·g + √(1 − ρ)·z): over z and the steepness."""
    s = math.sqrt(1 - rho)

    def at(a):
        means = [m + moved(link, a, half) for m, _, half in parts]
        sigmas = [d for _, d, _ in parts]
        ls = np.linspace(min(means) - 8 * max(sigmas), max(means) + 8 * max(sigmas), 4001)
        P = sum(stats.norm.cdf((ls - m) / d) for m, d in zip(means, sigmas)) / len(parts)
        Q = sum(stats.norm.sf((ls - m) / d) for m, d in zip(means, sigmas)) / len(parts)
        y = np.where(P < 0.5, stats.norm.ppf(P), stats.norm.isf(Q))
        pdf = sum(stats.norm.pdf((ls - m) / d) / d for m, d in zip(means, sigmas)) / len(parts)
        with np.errstate(all="ignore"):
            R = np.exp(0.5 * (y**2 - ((y - math.sqrt(rho) * g) / s) ** 2)) / s
        R[~np.isfinite(R)] = 0
        values = np.array([F(link, a, ln_x - l) for l in ls])
        return float(np.trapezoid(values * pdf * R, ls))

    nodes, weights = np.polynomial.legendre.leggauss(40)
    z, w = 7 * nodes, 7 * weights * stats.norm.pdf(7 * nodes)
    return sum(wj * at(shape.ppf(stats.norm.cdf(zj))) for zj, wj in zip(z, w))


mixtures = []
for link, name, ln_x, g in (("weibull", "logNormal", 0.2, 0.0), ("weibull", "logNormal", 0.2, 1.5), ("logistic", "uniform", 0.5, -1.0)):
    parts = [(0.0, 0.3, True), (0.5, 0.4, False)]
    shape = SHAPES[name][1]
    mixtures.append({"link": link, "shape": name, "parts": parts, "rho": 0.3, "lnX": ln_x, "g": g, "F": given_mixture(link, shape, parts, 0.3, ln_x, g)})

joints = []
for link, rho in (("weibull", 0.3), ("logistic", 0.8)):
    specs = [("uniform", True, 0.5, 0.3), ("logNormal", False, 0.3, 0.1)]

    def both(g):
        product = 1.0
        for name, half, sigma, u in specs:
            own = sigma * math.sqrt(1 - rho)
            product *= marginal(link, SHAPES[name][1], half, own, u - sigma * math.sqrt(rho) * g)
        return product

    joints.append({"link": link, "rho": rho, "targets": [{"shape": n, "half": h, "sigma": s, "u": u} for n, h, s, u in specs], "H": float(sum(w * both(g) for g, w in zip(GN, GW)))})

print(json.dumps({"central": CENTRAL, "shapes": {n: k for n, (k, _) in SHAPES.items()}, "marginals": rows, "intervals": intervals, "mixtures": mixtures, "joints": joints}, indent=1))
