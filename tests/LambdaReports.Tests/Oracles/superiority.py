"""Oracle of P(A < B): SciPy's Brunner-Munzel test, for independent records.

/usr/bin/python3 superiority.py > superiority.json, with Debian's python3-scipy.
"""

import json
import pathlib

import numpy as np
from scipy import stats

HERE = pathlib.Path(__file__).parent / "fixtures"


def values(name):
    return np.loadtxt(HERE / f"{name}.csv", delimiter=",", skiprows=1, usecols=2, dtype=np.int64)


def compare(a, b):
    below = a[:, None] < b[None, :]
    tied = a[:, None] == b[None, :]
    return {"theta": np.mean(below + tied / 2), "independentP": stats.brunnermunzel(a, b).pvalue}


def main():
    h, b = values("h-unequal"), values("h-baseline")
    print(json.dumps({"P(A < B)": compare(h, b), "P(A < B), other way round": compare(b, h)}, indent=1))


if __name__ == "__main__":
    main()
