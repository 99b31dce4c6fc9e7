"""Oracle of the descriptive statistics: NumPy and SciPy on the expanded data.

/usr/bin/python3 tables.py > tables.json, with Debian's python3-scipy. Computed in microseconds,
which are exact in double precision, and divided at the end.
"""

import json
import pathlib

import numpy as np
from scipy import stats

HERE = pathlib.Path(__file__).parent / "fixtures"
PROBABILITIES = (0, 0.001, 0.01, 0.07, 0.1, 0.25, 1 / 3, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1)


def describe(path):
    values, counts = np.loadtxt(path, delimiter=",", skiprows=1, dtype=np.int64, ndmin=2).T
    x = np.repeat(values, counts).astype(float)
    several = len(x) > 1
    return {
        "count": len(x),
        "meanMs": np.mean(x) / 1e3,
        "varianceMs2": np.var(x, ddof=1) / 1e6 if several else None,
        "sdMs": np.std(x, ddof=1) / 1e3 if several else None,
        "standardErrorMs": stats.sem(x) / 1e3 if several else None,
        "minMs": np.min(x) / 1e3,
        "maxMs": np.max(x) / 1e3,
        "quantilesMs": {f"{p:.17g}": np.quantile(x, p) / 1e3 for p in PROBABILITIES},
    }


def main():
    tables = {p.stem: describe(p) for p in sorted(HERE.glob("[a-g]-*.csv"))}
    print(json.dumps(tables, indent=1))


if __name__ == "__main__":
    main()
