"""Writes the tables in resources/tables that a formula made; run in the project's folder with Python 3."""
from math import exp, log10, sin

FOLDER = "resources/tables"


def write(name, header, rows):
    with open(f"{FOLDER}/{name}", "w") as file:
        file.write(",".join(header) + "\n")
        file.writelines(",".join(str(cell) for cell in row) + "\n" for row in rows)


# Accuracy of one token grows smoothly; an answer of five tokens is right when all of them are.
sizes = [1e8, 2e8, 4e8, 8e8, 1.6e9, 3e9, 6e9, 1.2e10, 2.5e10, 5e10, 1e11, 2e11]
token = [1 - 0.6 * (N / 1e8) ** -0.25 for N in sizes]
write(
    "answer-length.csv",
    ["model", "N", "task", "token_accuracy", "exact_match", "n"],
    [(f"model-{N:.0f}", f"{N:.0f}", "five tokens", f"{p:.4f}", f"{p ** 5:.4f}", 1000) for N, p in zip(sizes, token)],
)

# L = E + A/N^alpha + B/D^beta with the constants that Besiroglu et al. 2024 print, times deviations of at most half a per cent.
E, A, B, alpha, beta = 1.8172, 482.01, 2085.43, 0.3478, 0.3658
runs = []
for C in [1e19, 6e19, 3e20, 1e21, 3e21]:
    for ratio in [5, 10, 20, 40, 80]:
        N = float(f"{(C / 6 / ratio) ** 0.5:.3g}")
        D = float(f"{C / 6 / N:.3g}")
        deviation = 0.005 * sin(1 + 12.9898 * len(runs))
        loss = (E + A / N**alpha + B / D**beta) * (1 + deviation)
        runs.append((f"run-{len(runs) + 1}", f"{N:.0f}", f"{D:.0f}", f"{loss:.4f}"))
write("training-runs.csv", ["run", "N", "D", "loss"], runs)

# Memorises around step 200, generalises around step 10 000: two logistic curves over the logarithm of the step, for addition modulo 97.
chance = 1 / 97


def accuracy(step, middle, steepness):
    return chance + (1 - chance) / (1 + exp(-steepness * (log10(step) - log10(middle))))


curve = []
for k in range(61):
    step = round(10 ** (1 + k / 15))
    train, validation = accuracy(step, 150, 12), accuracy(step, 10_000, 14)
    norm = 30 + 25 / (1 + exp(-6 * (log10(step) - 2.2))) - 35 / (1 + exp(-8 * (log10(step) - 3.9)))
    curve.append((step, f"{train:.4f}", f"{validation:.4f}", f"{norm:.2f}"))
write("grokking-curve.csv", ["step", "train_accuracy", "validation_accuracy", "weight_norm"], curve)
