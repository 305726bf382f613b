"""Writes laws.json: losses, slopes, bends and optima of the laws from their formulas by mpmath, independent of the engine's closed forms. Run: python3 laws.py"""

import json
from pathlib import Path

from mpmath import diff, findroot, log, mp, mpf

mp.dps = 40
PF_DAY = mpf(10) ** 15 * 86400

KAPLAN_N = lambda N: (mpf("8.8e13") / N) ** mpf("0.076")
KAPLAN_D = lambda D: (mpf("5.4e13") / D) ** mpf("0.095")
KAPLAN_C = lambda C: (mpf("1.6e7") * PF_DAY / C) ** mpf("0.057")
KAPLAN_C_MIN = lambda C: (mpf("3.1e8") * PF_DAY / C) ** mpf("0.05")
HOFFMANN = dict(E="1.6933737", A="406.401", B="410.7228", alpha="0.33917084", beta="0.2849083")
BESIROGLU = dict(E="1.81686", A="482.0057", B="2085.4342", alpha="0.34781", beta="0.36585")


def chinchilla(k):
    E, A, B, a, b = (mpf(k[c]) for c in ("E", "A", "B", "alpha", "beta"))
    return lambda N, D=None: E + A / N**a + (0 if D is None else B / D**b)


def kaplan_nd(N, D):
    aN, aD = mpf("0.076"), mpf("0.103")
    return ((mpf("6.4e13") / N) ** (aN / aD) + mpf("1.8e13") / D) ** aD


def least(loss, C, k=6):
    """N of least loss along k N D = C: zero of the derivative in ln N."""
    f = lambda u: loss(mp.e**u, mpf(C) / k / mp.e**u)
    return mp.e ** findroot(lambda u: diff(f, u), log(mpf(C) / 120) / 2)


def loglog_turn(loss, near):
    """N where the second derivative of ln L in ln N is largest."""
    y = lambda u: log(loss(mp.e**u))
    return mp.e ** findroot(lambda u: diff(y, u, 3), log(mpf(near)), tol=1e-30)


def separable(Nc, aN, Dc, aD, rest=0):
    return lambda N, D: (mpf(Nc) / N) ** mpf(aN) + (mpf(Dc) / D) ** mpf(aD) + rest


GPT3 = (mpf("175e9"), mpf("300e9"))
CHINCHILLA = (mpf("70e9"), mpf("1.4e12"))
C = lambda run: 6 * run[0] * run[1]
own = separable("5e7", "0.35", "1.2e9", "0.37")
additive_own = lambda N, D: own(N, D) + (mpf("1e10") / (6 * N * D)) ** mpf("0.1") + mpf("1.7")

golden = {
    "losses": {
        name: [float(f(*run)) for run in (GPT3, CHINCHILLA)]
        for name, f in {
            "kaplan-2020-n": lambda N, D: KAPLAN_N(N),
            "kaplan-2020-d": lambda N, D: KAPLAN_D(D),
            "kaplan-2020-c": lambda N, D: KAPLAN_C(6 * N * D),
            "kaplan-2020-c:compute-efficient": lambda N, D: KAPLAN_C_MIN(6 * N * D),
            "kaplan-2020-nd": kaplan_nd,
            "hoffmann-2022": chinchilla(HOFFMANN),
            "besiroglu-2024": chinchilla(BESIROGLU),
            "additive:kaplan": lambda N, D: KAPLAN_N(N) + KAPLAN_D(D) + KAPLAN_C(6 * N * D),
            "additive:planning": chinchilla(BESIROGLU),
            "size-proxy": lambda N, D: mpf("2.5") * N ** -mpf("0.076") + 1,
            "multilingual": lambda N, D: own(N, D) + (1 / mpf(12)) ** mpf("0.3"),
        }.items()
    },
    "multimodal": float(
        (mpf("5e7") / mpf("7e9")) ** mpf("0.35") + (mpf("1.2e9") / mpf("1e12")) ** mpf("0.37") + (mpf("5e8") / mpf("2e11")) ** mpf("0.3")
    ),
    "optima": {
        "separable": [[c, float(least(own, c))] for c in (1e20, 1e24)],
        "additive": [[c, float(least(additive_own, c))] for c in (1e20, 1e24)],
    },
    "slopes": {
        "kaplan-2020-n": float(diff(KAPLAN_N, mpf("20e9"))),
        "hoffmann-2022": float(diff(chinchilla(HOFFMANN), mpf("20e9"))),
        "kaplan-2020-nd": float(diff(lambda N: kaplan_nd(N, mpf("3e11")), mpf("20e9"))),
    },
    "bends": {
        "kaplan-2020-n": float(diff(KAPLAN_N, mpf("20e9"), 2)),
        "hoffmann-2022": float(diff(chinchilla(HOFFMANN), mpf("20e9"), 2)),
        "kaplan-2020-nd": float(diff(lambda N: kaplan_nd(N, mpf("3e11")), mpf("20e9"), 2)),
    },
    "logLog": {
        "hoffmann-2022": float(loglog_turn(chinchilla(HOFFMANN), "1e7")),
        "besiroglu-2024": float(loglog_turn(chinchilla(BESIROGLU), "1e7")),
        "kaplan-2020-nd": float(loglog_turn(lambda N: kaplan_nd(N, mpf("3e11")), "2e11")),
    },
    # L of a regime change at 1e10 with kappa 0.5, delta 0.3, on Kaplan's L(N), by adaptive quadrature of the slope.
    "regime": [
        [n, float(KAPLAN_N(mpf(n)) + mp.quad(lambda t: mpf("0.5") * (t / mpf("1e10") - 1) ** mpf("0.3") * diff(KAPLAN_N, t), [mpf("1e10"), mpf("1.5e10"), mpf(n)]))]
        for n in (2e10, 1e11)
    ],
}
Path(__file__).with_name("laws.json").write_text(json.dumps(golden, indent=2) + "\n")
