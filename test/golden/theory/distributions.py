"""Writes distributions.json: values of SciPy's incomplete beta function, Student's t and binomial distribution. Run: python3 distributions.py"""

import json
from pathlib import Path

from scipy import special, stats

out = {
    "logGamma": [[x, special.gammaln(x)] for x in (1e-3, 0.3, 0.5, 1.5, 2, 7.25, 100, 1234.5)],
    "incompleteBeta": [
        [x, a, b, special.betainc(a, b, x)]
        for x, a, b in [(0.3, 0.5, 0.5), (0.01, 2, 3), (0.9, 2, 3), (0.5, 10, 10), (1e-6, 0.5, 4), (0.2, 200, 800), (0.999, 30, 0.5), (0.25, 1, 1)]
    ],
    "studentProbability": [[t, v, stats.t.cdf(t, v)] for t, v in [(-3, 1), (-12.7, 2), (0.5, 3), (2, 7.5), (-6, 30), (0, 4)]],
    "studentQuantile": [[p, v, stats.t.ppf(p, v)] for p, v in [(0.95, 1), (0.975, 2), (0.95, 3), (0.05, 10), (0.999, 5), (0.5, 2)]],
    "binomialTail": [
        [k, n, p, stats.binom.sf(k - 1, n, p)] for k, n, p in [(1, 10, 0.25), (10, 10, 0.25), (60, 164, 0.25), (300, 1000, 0.25), (0, 5, 0.5), (1400, 10042, 0.25)]
    ],
    "binomialQuantile": [
        [q, n, p, int(stats.binom.ppf(q, n, p))] for q, n, p in [(0.025, 100, 0.25), (0.975, 100, 0.25), (0.025, 14042, 0.25), (0.975, 14042, 0.25), (0.5, 1, 0.5), (0.95, 20, 0.1)]
    ],
}
Path(__file__).with_suffix(".json").write_text(json.dumps(out, indent=1) + "\n")
