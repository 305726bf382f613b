#!/usr/bin/env python3
"""Quantiles, distribution functions and moments from SciPy, and of the weighted values from NumPy: writes distributions.json beside this file.
The truncated moments come from mpmath's quadrature of the conditional density, because SciPy's general truncation loses digits."""
import json, os
import numpy as np, scipy
from scipy import stats

P = [1e-9, 1e-6, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-6]
NAMES = {
  'normal': ({'kind': 'normal', 'mean': -3.5, 'sd': 2.25}, stats.norm(-3.5, 2.25)),
  'logNormal': ({'kind': 'logNormal', 'median': 60e9, 'sigma': 0.7}, stats.lognorm(0.7, scale=60e9)),
  'interval, both ends above 0': ({'kind': 'interval', 'low': 5, 'high': 10}, stats.lognorm(np.log(2) / (2 * stats.norm.ppf(0.95)), scale=np.sqrt(50))),
  'interval around 0, 80 %': ({'kind': 'interval', 'low': -1, 'high': 4, 'probability': 0.8}, stats.norm(1.5, 5 / (2 * stats.norm.ppf(0.9)))),
  'uniform': ({'kind': 'uniform', 'low': 0.25, 'high': 0.6}, stats.uniform(0.25, 0.35)),
  'triangular': ({'kind': 'triangular', 'low': 2, 'mode': 3, 'high': 7}, stats.triang(0.2, 2, 5)),
  'triangular, mode at the lower end': ({'kind': 'triangular', 'low': 2, 'mode': 2, 'high': 7}, stats.triang(0, 2, 5)),
  'beta': ({'kind': 'beta', 'alpha': 2.5, 'beta': 6, 'low': 0.1, 'high': 0.7}, stats.beta(2.5, 6, 0.1, 0.6)),
  'beta, U-shaped': ({'kind': 'beta', 'alpha': 0.5, 'beta': 0.4, 'low': 0, 'high': 1}, stats.beta(0.5, 0.4)),
  'beta, narrow': ({'kind': 'beta', 'alpha': 900, 'beta': 300, 'low': 0, 'high': 1}, stats.beta(900, 300)),
  'weibull': ({'kind': 'weibull', 'scale': 13e9, 'steepness': 1.8}, stats.weibull_min(1.8, scale=13e9)),
  'logLogistic': ({'kind': 'logLogistic', 'median': 70e9, 'steepness': 2.5}, stats.fisk(2.5, scale=70e9)),
  'normal above 0.05': ({'kind': 'truncated', 'of': {'kind': 'normal', 'mean': 1.2, 'sd': 0.3}, 'low': 0.05, 'high': None},
                        stats.truncnorm((0.05 - 1.2) / 0.3, np.inf, 1.2, 0.3)),
  'normal in its upper tail': ({'kind': 'truncated', 'of': {'kind': 'normal', 'mean': 0, 'sd': 1}, 'low': 6, 'high': 9}, stats.truncnorm(6, 9)),
  'normal between bounds': ({'kind': 'truncated', 'of': {'kind': 'normal', 'mean': 0.4, 'sd': 0.2}, 'low': 0, 'high': 1}, stats.truncnorm(-2, 3, 0.4, 0.2)),
}
out = {'scipy': scipy.__version__, 'numpy': np.__version__, 'probabilities': P, 'cases': []}
for name, (spec, d) in NAMES.items():
  q = d.ppf(P)
  x = d.ppf([0.001, 0.2, 0.5, 0.9, 0.9999])
  out['cases'].append({'name': name, 'distribution': spec, 'quantiles': q.tolist(), 'x': x.tolist(), 'cdf': d.cdf(x).tolist(),
                       'survival': d.sf(x).tolist(), 'mean': float(d.mean()), 'sd': float(d.std())})

values = [3.0, 1.0, 4.0, 1.5, 9.0, 2.6]; weights = [1, 2, 0.5, 3, 1, 0]
p = [0.01, 0.2, 0.3, 0.5, 0.75, 0.85, 0.95, 0.999]
out['empirical'] = {'values': values, 'weights': weights, 'p': p,
  'quantiles': np.quantile(values, p, method='inverted_cdf', weights=weights).tolist(),
  'mean': float(np.average(values, weights=weights)), 'sd': float(np.sqrt(np.cov(values, aweights=weights, ddof=0)))}

from mpmath import mp, mpf, quad, exp, sqrt, pi, inf, log
mp.dps = 30
def moments(pdf, points):
  z = quad(pdf, points); m = quad(lambda x: x * pdf(x), points) / z
  return {'mean': float(m), 'sd': float(sqrt(quad(lambda x: (x - m) ** 2 * pdf(x), points) / z))}
logn = lambda x: exp(-(log(x / 5) / mpf('0.6')) ** 2 / 2) / x
out['truncatedMoments'] = [
  {'name': 'log-normal below 8', 'distribution': {'kind': 'truncated', 'of': {'kind': 'logNormal', 'median': 5, 'sigma': 0.6}, 'low': None, 'high': 8},
   **moments(logn, [mpf('1e-6'), 1, 3, 5, 8])},
  {'name': 'log-normal above 6', 'distribution': {'kind': 'truncated', 'of': {'kind': 'logNormal', 'median': 5, 'sigma': 0.6}, 'low': 6, 'high': None},
   **moments(logn, [6, 10, 30, 100, 1000, 10000])},
  {'name': 'log-logistic of steepness 0.8 below 100', 'distribution': {'kind': 'truncated', 'of': {'kind': 'logLogistic', 'median': 10, 'steepness': 0.8}, 'low': 1, 'high': 100},
   **moments(lambda x: (x / 10) ** mpf('-0.2') / (1 + (x / 10) ** mpf('0.8')) ** 2, [1, 3, 10, 30, 100])},
  {'name': 'triangular cut on both sides', 'distribution': {'kind': 'truncated', 'of': {'kind': 'triangular', 'low': 0, 'mode': 1, 'high': 4}, 'low': 0.5, 'high': 2},
   **moments(lambda x: x / 1 if x < 1 else (4 - x) / 3, [mpf('0.5'), 1, 2])},
]
with open(os.path.join(os.path.dirname(__file__), 'distributions.json'), 'w') as f:
  json.dump(out, f, indent=1, ensure_ascii=False); f.write('\n')
