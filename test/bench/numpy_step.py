"""Training steps in numpy. First line of input: nx nh ny M alpha. Then, line by line, how many steps to make;
the answer is the milliseconds they took."""

import os
import sys
from time import perf_counter

for variable in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np

print(np.__version__, flush=True)

random = np.random.default_rng(1)
nx, nh, ny, M, alpha = (float(word) for word in sys.stdin.readline().split())
nx, nh, ny, M = int(nx), int(nh), int(ny), int(M)
X, Y = random.normal(size=(nx, M)), random.uniform(size=(ny, M))
W1, B1 = random.normal(size=(nh, nx)) / nx**0.5, np.zeros((nh, 1))
W2, B2 = random.normal(size=(ny, nh)) / nh**0.5, np.zeros((ny, 1))


def step():
    global W1, B1, W2, B2
    A1 = 1 / (1 + np.exp(-(W1 @ X + B1)))
    A2 = 1 / (1 + np.exp(-(W2 @ A1 + B2)))
    dZ2 = (2 / M) * (A2 - Y) * (A2 * (1 - A2))
    dW2, dB2 = dZ2 @ A1.T, dZ2.sum(axis=1, keepdims=True)
    dZ1 = (W2.T @ dZ2) * (A1 * (1 - A1))
    dW1, dB1 = dZ1 @ X.T, dZ1.sum(axis=1, keepdims=True)
    W1, B1, W2, B2 = W1 - alpha * dW1, B1 - alpha * dB1, W2 - alpha * dW2, B2 - alpha * dB2


for line in sys.stdin:
    start = perf_counter()
    for _ in range(int(line)):
        step()
    print((perf_counter() - start) * 1000, flush=True)
