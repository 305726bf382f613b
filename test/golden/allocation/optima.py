"""Optima of the allocation procedures by direct minimisation, apart from the product's stationarity conditions.

Inference-aware: bounded scalar minimisation of 6 N D(N) + 2 N V in ln N along L(N, D) = L* (SciPy).
Data-limited: the same of L(C/(k D), D'(D)) in ln D.
Over-training: minimisation of the loss under C = 6 N D inside a root in C.
Run: python3 optima.py
"""

import numpy as np
from scipy.optimize import brentq, minimize_scalar

LAWS = {
    "hoffmann unrounded": (1.6933737, 406.401, 410.7228, 0.33917084, 0.2849083),
    "hoffmann printed": (1.69, 406.4, 410.7, 0.34, 0.28),
    "besiroglu unrounded": (1.81686, 482.0057, 2085.4342, 0.34781, 0.36585),
}
R_D = 15.387756


def loss(law, N, D):
    E, A, B, a, b = law
    return E + A / N**a + B / D**b


def kaplan(N, D):
    return ((6.4e13 / N) ** (0.076 / 0.103) + 1.8e13 / D) ** 0.103


def minimum(f, low, high):
    grid = np.linspace(low, high, 4001)
    i = int(np.argmin([f(x) for x in grid]))
    found = minimize_scalar(f, bounds=(grid[max(i - 1, 0)], grid[min(i + 1, 4000)]), method="bounded", options={"xatol": 1e-11})
    return found.x, found.fun


def optimum(L, C):
    x, least = minimum(lambda x: L(np.exp(x), C / 6 / np.exp(x)), np.log(1e6), np.log(1e14))
    return np.exp(x), C / 6 / np.exp(x), least


def optimum_of_loss(L, goal):
    C = np.exp(brentq(lambda c: optimum(L, np.exp(c))[2] - goal, np.log(1e18), np.log(1e27), xtol=1e-13))
    return optimum(L, C)


def tokens(L, N, goal):
    return np.exp(brentq(lambda d: L(N, np.exp(d)) - goal, np.log(1e6), np.log(1e25), xtol=1e-14))


def inference(L, goal, V, train=6.0, serve=2.0):
    N0, D0, _ = optimum_of_loss(L, goal)
    low = brentq(lambda n: L(np.exp(n), 1e25) - goal, np.log(1e6), np.log(N0), xtol=1e-13) + 1e-9
    x, total = minimum(lambda n: np.exp(n) * (train * tokens(L, np.exp(n), goal) + serve * V), low, np.log(N0))
    N = np.exp(x)
    return dict(N=N, D=tokens(L, N, goal), total=total, optimal=(N0, D0), saving=1 - total / (N0 * (train * D0 + serve * V)))


def worth(D, U):
    R = np.maximum(D / U - 1, 0)
    return np.where(D <= U, D, U + U * R_D * (1 - np.exp(-R / R_D)))


def data_limited(L, C, U):
    x, least = minimum(lambda x: L(C / 6 / np.exp(x), worth(np.exp(x), U)), np.log(1e8), np.log(1e16))
    D = np.exp(x)
    return dict(N=C / 6 / D, D=D, epochs=D / U, worth=float(worth(D, U)), loss=least)


def discounted(C, U):
    """Muennighoff et al. 2023 with excess parameters discounted: N' beyond U_N, the optimal size for the unique tokens."""
    A, B, E, a = np.exp(6.255414), np.exp(7.3049974), np.exp(0.6254804), 0.3526596
    G = (A / B) ** (1 / (2 * a))

    def L(x):
        D, N = np.exp(x), C / 6 / np.exp(x)
        UN = G * G * min(U, D)
        R = max(N / UN - 1, 0)
        Np = N if N <= UN else UN + UN * 5.309743 * (1 - np.exp(-R / 5.309743))
        return E + A / Np**a + B / worth(D, U) ** a

    x, least = minimum(L, np.log(1e8), np.log(1e16))
    return dict(N=C / 6 / np.exp(x), D=np.exp(x), epochs=np.exp(x) / U, loss=least)


if __name__ == "__main__":
    for name, law in LAWS.items():
        L = lambda N, D, law=law: loss(law, N, D)
        E, A, B, a, b = law
        G = (a * A / (b * B)) ** (1 / (a + b))
        D13 = (13e9 / G) ** (a / b) / G
        print(name, "13B optimal on", D13, inference(L, L(13e9, D13), 2e12))
        goal = L(13e9, D13)
        full = 6 * 13e9 * D13 + 2 * 13e9 * 2e12
        D7 = tokens(L, 7e9, goal)
        print("   7B on", D7, "saves", full - (6 * 7e9 * D7 + 2 * 7e9 * 2e12), 1 - (6 * 7e9 * D7 + 2 * 7e9 * 2e12) / full)
        best = inference(L, L(13e9, 260e9), 2e12)
        print("   20:1", best, "against the run itself", 1 - best["total"] / (6 * 13e9 * 260e9 + 2 * 13e9 * 2e12))
        print("   dear serving (price ratio 4)", inference(L, L(13e9, D13), 2e12, 6.0, 8.0))
        print("   data-limited 1e23, 100B", data_limited(L, 1e23, 100e9))
        print("   overtraining 7B on 2T", optimum_of_loss(L, L(7e9, 2e12)))
    print("kaplan 13B on 260B", inference(kaplan, kaplan(13e9, 260e9), 2e12))
    print("kaplan data-limited 1e23, 20B", data_limited(kaplan, 1e23, 20e9))
    print("muennighoff, excess parameters discounted, 9.3e21, 25B", discounted(9.3e21, 25e9))
