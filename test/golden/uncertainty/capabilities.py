#!/usr/bin/env python3
"""The distributions that the capability simulation samples, by quadrature and root finding in SciPy instead of draws: writes capabilities.json beside this file.
P = 1 - exp(-(N/Nc)^a), N90 = Nc*(ln 10)^(1/a), cost = 6*N90*20*N90/(peak*mfu*3600)*usd; Nc, usd log-normal, a = max(normal, 0.05)."""
import json, os
import numpy as np, scipy
from scipy import integrate, optimize, stats
Phi = stats.norm.cdf
caps = [("3-digit arithmetic", 13e9, 2.0, .3), ("MMLU above chance", 70e9, 1.6, .3), ("chain of thought", 68e9, 1.8, .3), ("word in context", 300e9, 1.5, .4), ("truthfulness", 280e9, 1.2, .3)]
N = 70e9; flop = 989.5e12 * 0.4; usd, s_usd, s_c, least = 2.5, 0.35, 0.7, 0.05
probabilities = [.05, .25, .5, .75, .95]
x, w = np.polynomial.legendre.leggauss(400)
def over_alpha(f, mu, sd):
  """E[f(max(alpha, least))], alpha normal: the part below `least` sits at it."""
  z0 = (least - mu) / sd
  a, b = max(z0, -9), 9
  z = 0.5 * (b - a) * x + 0.5 * (a + b)
  return np.dot(0.5 * (b - a) * w * stats.norm.pdf(z), f(mu + sd * z)) + Phi(z0) * f(np.array([least]))[0]
def quantile(cdf, low, high, p): return optimize.brentq(lambda t: cdf(t) - p, low, high, xtol=1e-12, rtol=1e-14)
out = []
for name, nc, mu, sd in caps:
  m = np.log(nc); L = np.log(np.log(10)); k = np.log(6 * 20 / (flop * 3600))
  cdf_w = lambda t: over_alpha(lambda a: Phi((t / a - (np.log(N) - m)) / s_c), mu, sd)
  cdf_n = lambda t: over_alpha(lambda a: Phi((t - m - L / a) / s_c), mu, sd)
  s = np.hypot(2 * s_c, s_usd)
  cdf_c = lambda t: over_alpha(lambda a: Phi((t - k - 2 * m - 2 * L / a - np.log(usd)) / s), mu, sd)
  mean = over_alpha(lambda a: np.array([np.dot(0.5 * 18 * w * stats.norm.pdf(9 * x), -np.expm1(-np.exp(ai * (np.log(N) - m - s_c * 9 * x)))) for ai in a]), mu, sd)
  out.append({'name': name, 'critical': nc, 'steepness': mu, 'steepnessSd': sd, 'meanP': float(mean),
    'P': [float(-np.expm1(-np.exp(quantile(cdf_w, -80, 80, p)))) for p in probabilities],
    'N90': [float(np.exp(quantile(cdf_n, 5, 90, p))) for p in probabilities],
    'cost': [float(np.exp(quantile(cdf_c, -40, 150, p))) for p in probabilities]})
with open(os.path.join(os.path.dirname(__file__), 'capabilities.json'), 'w') as f:
  json.dump({'scipy': scipy.__version__, 'probabilities': probabilities, 'capabilities': out}, f, indent=1); f.write('\n')
