"""Mean and deviation of a log-logistic cut far out: SciPy's quad in ln x over 400 panels. The printed numbers stand in test/engine/uncertainty/distributions.test.ts."""
import numpy as np
from scipy import integrate

for s, m, lo, hi in [(0.9, 5, 0, 1e6), (0.5, 5, 0.1, 1e9), (0.3, 2, 0, 1e15), (1.5, 3, 1, 1e12)]:
    F = lambda x: 1 / (1 + (x / m) ** -s) if x > 0 else 0.0
    f = lambda t: (lambda r: s * r / (1 + r) ** 2)((np.exp(t) / m) ** s)
    ends = np.linspace(np.log(lo) if lo > 0 else np.log(m) - 700, np.log(hi), 400)
    E = lambda g: sum(integrate.quad(lambda t: g(np.exp(t)) * f(t), u, v, epsabs=0, epsrel=1e-12)[0] for u, v in zip(ends, ends[1:])) / (F(hi) - F(lo))
    mean = E(lambda x: x)
    print(s, m, lo, hi, repr(mean), repr(np.sqrt(E(lambda x: (x - mean) ** 2))))
