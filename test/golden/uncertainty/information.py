"""
Value of information by quadrature, for test/engine/uncertainty/information/givenDraws.test.ts. One run of N = 30e9 (D = 20 N) or nothing; its target has a log-normal
critical scale with 90 % range [10e9, 100e9], seen through a Weibull of steepness 2; ln C, price and MFU are exact. A small run of 8e9 is scored on 6 items.

  U(run | c) = b·F(N; c) − cost, U(nothing) = 0, F(x; c) = 1 − exp(−(x/c)^2)
  EVPI = E[max(0, U)] − max(0, E[U]);  EVSI = Σ_k max(0, ∫ Bin(k | 6, F(8e9; c))·U dφ) − max(0, E[U])

python3 information.py > information.json
"""
import json

import numpy as np
from scipy import integrate, stats

RANGE_90 = 2 * stats.norm.ppf(0.95)
mu, sigma = (np.log(10e9) + np.log(100e9)) / 2, np.log(10) / RANGE_90
N, small, items, alpha = 30e9, 8e9, 6, 2.0
cost = 120 * N**2 * 2 / (3600 * 989.4e12 * 0.4)


def F(x, z):
    return -np.expm1(-((x / np.exp(mu + sigma * z)) ** alpha))


def mean(f):
    return integrate.quad(lambda z: stats.norm.pdf(z) * f(z), -9, 9, epsabs=0, epsrel=1e-12, limit=500, points=[-2, -1, 0, 1, 2])[0]


cases = []
for benefit in (200e3, 260e3, 330e3):
    U = lambda z: benefit * F(N, z) - cost
    now = mean(U)
    perfect = mean(lambda z: max(0.0, U(z))) - max(0.0, now)
    after = sum(max(0.0, mean(lambda z: stats.binom.pmf(k, items, F(small, z)) * U(z))) for k in range(items + 1))
    cases.append({"benefit": benefit, "mean": now, "perfect": perfect, "sample": after - max(0.0, now)})
print(json.dumps({"cost": cost, "cases": cases}, indent=2))
