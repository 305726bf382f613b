"""Tokens D of the compute-optimal run of N parameters when the constants of a Chinchilla fit are drawn: E, ln A, ln B, alpha, beta jointly normal.

D = (N/G)^(alpha/beta)/G with G = (alpha A/(beta B))^(1/(alpha + beta)). Plain NumPy draws, 4e6: percentiles to about 2e-4 relative."""
import json
import numpy as np

E, A, B, alpha, beta = 1.8, 480.0, 2100.0, 0.35, 0.37
sd = np.array([0.02, 60.0, 300.0, 0.01, 0.012])
corr = np.eye(5)
for i, j, r in [(1, 3, 0.95), (2, 4, 0.93), (0, 3, 0.5), (0, 4, 0.4), (0, 1, 0.45), (0, 2, 0.35), (1, 2, 0.2), (1, 4, 0.2), (2, 3, 0.2), (3, 4, 0.25)]:
    corr[i, j] = corr[j, i] = r
cov = corr * np.outer(sd, sd)
scale = np.array([1, A, B, 1, 1])
rng = np.random.default_rng(20261125)
x = rng.multivariate_normal(np.array([E, np.log(A), np.log(B), alpha, beta]), cov / np.outer(scale, scale), size=4_000_000)
lnA, lnB, a, b = x[:, 1], x[:, 2], x[:, 3], x[:, 4]
lnG = (np.log(a / b) + lnA - lnB) / (a + b)
N = 30e9
D = np.exp((np.log(N) - lnG) * a / b - lnG)
print(json.dumps({"N": N, "constants": dict(E=E, A=A, B=B, alpha=alpha, beta=beta), "matrix": cov.tolist(),
                  "tokens": {str(p): float(np.percentile(D, 100 * p)) for p in (0.05, 0.5, 0.95)}}, indent=1))
