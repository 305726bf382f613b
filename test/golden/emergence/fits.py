"""Golden numbers of the emergence analysis: SciPy 1.17.1, NumPy 2.4.6. Run: python3 fits.py > fits.json"""
import json
import numpy as np
from scipy import optimize, stats

N = np.array([1e8, 2.5e8, 6e8, 1.5e9, 4e9, 1e10, 2.2e10, 5e10, 1.3e11, 3e11])
z = np.log(N)
right = np.array([76, 71, 80, 79, 96, 141, 201, 252, 268, 274])
items = np.full(10, 300)
bleu = np.array([1.1, 2.3, 1.9, 3.2, 9.5, 21.0, 33.5, 41.2, 44.0, 45.1])

G = {
    'weibull': lambda w: -np.expm1(-np.exp(np.minimum(w, 300))),
    'logistic': lambda w: 1 / (1 + np.exp(-w)),
}


def deviance(y, m, mu):
    mu = np.clip(mu, 1e-12, 1 - 1e-12)
    with np.errstate(divide='ignore', invalid='ignore'):
        a = np.where(y > 0, y * np.log(y / mu), 0)
        b = np.where(y < 1, (1 - y) * np.log((1 - y) / (1 - mu)), 0)
    return 2 * np.sum(m * (a + b))


def minimum(f, starts):
    best = None
    options = dict(xatol=1e-12, fatol=1e-13, maxiter=40000, maxfev=40000)
    for start in starts:
        r = optimize.minimize(f, start, method='Nelder-Mead', options=options)
        r = optimize.minimize(f, r.x, method='Nelder-Mead', options=options)
        if best is None or r.fun < best.fun:
            best = r
    return best


out = {'N': N.tolist(), 'right': right.tolist(), 'items': items.tolist(), 'bleu': bleu.tolist(), 'binomial': {}, 'gaussian': {}}
for link, g in G.items():
    # floor held at 0.25, ceiling free, binomial
    y, m = right / items, items
    mu = lambda t: 0.25 + (t[2] - 0.25) * g(np.exp(t[1]) * (z - t[0]))
    f = lambda t: deviance(y, m, mu(t)) if 0 < t[2] <= 1 else 1e9
    starts = [(np.log(c), np.log(a), 0.9) for c in (1e10, 3e10) for a in (0.7, 1.5)]
    r = minimum(f, starts)
    q = stats.chi2.ppf(0.9, 1)

    def profile(c):
        return minimum(lambda t: f((c, t[0], t[1])), [r.x[1:]]).fun - r.fun - q

    ends = [optimize.brentq(profile, r.x[0] - 1.5, r.x[0], xtol=1e-9), optimize.brentq(profile, r.x[0], r.x[0] + 1.5, xtol=1e-9)]
    out['binomial'][link] = {
        'critical': float(np.exp(r.x[0])),
        'steepness': float(np.exp(r.x[1])),
        'ceiling': float(r.x[2]),
        'deviance': float(r.fun),
        'aicc': float(r.fun + 6 + 2 * 3 * 4 / (10 - 3 - 1)),
        'interval': [float(np.exp(e)) for e in ends],
    }
    # floor and ceiling free, least squares, profile t interval
    res = lambda t: t[2] + (t[3] - t[2]) * g(np.exp(t[1]) * (z - t[0])) - bleu
    ls = optimize.least_squares(res, (np.log(1.5e10), 0.0, 2.0, 45.0), xtol=1e-15, ftol=1e-15, gtol=1e-15)
    rss = 2 * ls.cost
    allowed = rss / 6 * stats.t.ppf(0.95, 6) ** 2
    held = lambda c: 2 * optimize.least_squares(lambda t: res((c, *t)), ls.x[1:], xtol=1e-15, ftol=1e-15, gtol=1e-15).cost - rss - allowed
    ends = [optimize.brentq(held, ls.x[0] - 1, ls.x[0], xtol=1e-12), optimize.brentq(held, ls.x[0], ls.x[0] + 1, xtol=1e-12)]
    out['gaussian'][link] = {
        'critical': float(np.exp(ls.x[0])),
        'steepness': float(np.exp(ls.x[1])),
        'floor': float(ls.x[2]),
        'ceiling': float(ls.x[3]),
        'rmse': float(np.sqrt(rss / 10)),
        'interval': [float(np.exp(e)) for e in ends],
    }

# the teaching curves, straight line in log10 of the size
N6 = np.array([7e6, 7e7, 7e8, 7e9, 7e10, 1.75e11])
teaching = {
    'cot': (N6, [0.15, 0.17, 0.20, 0.38, 0.82, 0.95]),
    'noCot': (N6, [0.15, 0.18, 0.22, 0.35, 0.55, 0.65]),
    'passRate': (np.array([1e9, 1e10, 7e10, 1.75e11]), [0, 0.01, 0.15, 0.70]),
    'ability': (N6[:5], [0.1, 0.15, 0.25, 0.5, 0.85]),
    'exact': (N6[:5], [0, 0, 0, 0, 1]),
    'perplexity': (N6[:5], [150, 80, 35, 15, 5]),
}


def effect_bound(x):
    """Length of the projection of each row of the residual maker on the cone of rising steps, by non-negative least squares."""
    n = len(x)
    X = np.column_stack([np.ones(n), x])
    maker = np.eye(n) - X @ np.linalg.inv(X.T @ X) @ X.T
    steps = np.array([(np.arange(n) >= k) - (n - k) / n for k in range(1, n)]).T
    return max(np.linalg.norm(steps @ optimize.nnls(steps, h)[0]) for row in maker for h in (row, -row)) * np.sqrt(n)


out['teaching'] = {}
for name, (sizes, scores) in teaching.items():
    s = np.array(scores, float)
    x = np.log10(sizes)
    line = stats.linregress(x, s)
    residual = s - line.intercept - line.slope * x
    turned = -s if name == 'perplexity' else s
    out['teaching'][name] = {
        'sizes': sizes.tolist(),
        'scores': scores,
        'slope': float(line.slope),
        'p': float(line.pvalue),
        'rSquared': float(line.rvalue**2),
        'effectSize': float(np.abs(residual).max() / s.std()),
        'bound': float(effect_bound(x)),
        'byIndex': float(sizes[np.argmax(np.gradient(turned))]),
        'byLog': float(sizes[np.argmax(np.gradient(turned, x))]),
    }
out['evenBounds'] = {n: float(effect_bound(np.arange(n, dtype=float))) for n in (3, 4, 5, 6, 7, 8, 12)}

# slope with standard errors clustered by family, by hand
fam = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2, 3])
X = np.column_stack([np.ones(10), np.log10(N)])
beta = np.linalg.lstsq(X, bleu, rcond=None)[0]
e = bleu - X @ beta
inv = np.linalg.inv(X.T @ X)
meat = sum(np.outer(X[fam == f].T @ e[fam == f], X[fam == f].T @ e[fam == f]) for f in range(4))
se = np.sqrt((4 / 3 * inv @ meat @ inv)[1, 1])
out['clustered'] = {'family': fam.tolist(), 'slope': float(beta[1]), 'standardError': float(se), 'p': float(2 * stats.t.sf(beta[1] / se, 3))}

out['wilson'] = [[k, n, *map(float, stats.binomtest(k, n).proportion_ci(0.9, method='wilson'))] for k, n in ((0, 300), (3, 300), (150, 300), (5, 5))]
out['chiSquareTail'] = [[x, d, float(stats.chi2.sf(x, d))] for x, d in ((0.1, 1), (2.705543454095404, 1), (3.0, 10), (10.0, 10), (40.0, 10), (200.0, 250), (5.0, 0.5))]
print(json.dumps(out, indent=1))
