"""Oracle of the naive tests, the shift and the intervals of a share: SciPy, NumPy and statsmodels.

/usr/bin/python3 naive.py > naive.json, with Debian's python3-scipy and python3-statsmodels. Computed in
microseconds, which are exact in double precision, and divided at the end.
"""

import json
import math
import pathlib

import numpy as np
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

HERE = pathlib.Path(__file__).parent / "fixtures"
# Candidate, baseline, and by how many microseconds the baseline is raised.
PAIRS = (
    ("a-ties", "b-lognormal", 0),
    ("a-ties", "g-pareto", 0),
    ("b-lognormal", "g-pareto", 0),
    ("g-pareto", "b-lognormal", 0),
    ("b-lognormal", "d-two-values", 0),
    ("e-fast", "e-slow", 0),
    ("e-slow", "e-fast", 0),
    ("f-two", "f-three", 0),
    ("f-three", "d-two-values", 0),
    ("c-constant", "d-two-values", 0),
    ("f-one", "f-three", 0),
    ("c-constant", "c-constant", 0),
    ("b-lognormal", "b-lognormal", 10),
    ("b-lognormal", "b-lognormal", 50),
    ("b-lognormal", "b-lognormal", -100),
)
SHARES = ((0, 10), (1, 10), (3, 10), (10, 10), (17, 60), (1, 1e6), (999_999, 1e6), (500_000, 1e6), (2.5, 17.3), (0.4, 6.2))


def read(name):
    return np.loadtxt(HERE / f"{name}.csv", delimiter=",", skiprows=1, dtype=np.int64, ndmin=2).T


def number(value):
    """JSON has no NaN: what does not exist is null."""
    return float(value) if math.isfinite(value) else None


def welch(x, y):
    if min(len(x), len(y)) < 2 or np.ptp(x) + np.ptp(y) == 0:
        return None
    t, p = stats.ttest_ind(x, y, equal_var=False)
    parts = [np.var(v, ddof=1) / len(v) for v in (x, y)]
    df = sum(parts) ** 2 / sum(part**2 / (len(v) - 1) for part, v in zip(parts, (x, y)))
    difference = np.mean(x) - np.mean(y)
    half = stats.t.isf(0.025, df) * math.sqrt(sum(parts))
    return {"t": t, "df": df, "p": p, "lowMs": (difference - half) / 1e3, "highMs": (difference + half) / 1e3}


def mann_whitney(x, y):
    u, p = stats.mannwhitneyu(x, y, alternative="two-sided", method="asymptotic")
    return {"u": u, "p": number(p)}


def shift(x, y):
    """The median of all differences, by their distinct values where they are too many."""
    (a, m), (b, n) = x, y
    differences = np.subtract.outer(a, b).ravel()
    counts = np.multiply.outer(m, n).ravel()
    if counts.sum() <= 1_000_000:
        return np.median(np.repeat(differences, counts)) / 1e3
    order = np.argsort(differences, kind="stable")
    upto = np.cumsum(counts[order])
    middle = np.searchsorted(upto, [(upto[-1] - 1) // 2, upto[-1] // 2], side="right")
    return np.mean(differences[order][middle]) / 1e3


def compare(candidate, baseline, raised):
    x, y = read(candidate), read(baseline)
    y[0] += raised
    expanded = [np.repeat(*table) for table in (x, y)]
    return {
        "candidate": candidate,
        "baseline": baseline,
        "raisedUs": raised,
        "welch": welch(*(values.astype(float) for values in expanded)),
        "mannWhitney": mann_whitney(*expanded),
        "shiftMs": shift(x, y),
    }


def share(events, trials):
    return {
        "events": events,
        "trials": trials,
        "wilson": proportion_confint(events, trials, method="wilson"),
        "beta": [number(end) for end in proportion_confint(events, trials, method="beta")],
        "upperOfNone": stats.beta.isf(0.05, 1, trials),
    }


def spread(name):
    x = np.repeat(*read(name)).astype(float)
    median = np.median(x)
    return {
        "madMs": stats.median_abs_deviation(x) / 1e3,
        "iqrMs": stats.iqr(x) / 1e3,
        "meanDeviationMs": np.mean(np.abs(x - median)) / 1e3,
        "above1Ms": int(np.sum(x > 1000)),
    }


def slope(length):
    """A series on whole minutes, with gaps."""
    minutes = [t for t in range(length) if t % 7 != 3]
    values = [20 + round(3 * math.sin(t * t) + 0.02 * t, 2) for t in minutes]
    return {"minutes": minutes, "values": values, "slope": stats.theilslopes(values, np.array(minutes) / 60)[0]}


def main():
    figures = {
        "pairs": [compare(*pair) for pair in PAIRS],
        "shares": [share(*case) for case in SHARES],
        "spread": {p.stem: spread(p.stem) for p in sorted(HERE.glob("[a-g]-*.csv"))},
        "slopes": [slope(length) for length in (2, 10, 60, 240)],
    }
    print(json.dumps(figures, indent=1, allow_nan=False))


if __name__ == "__main__":
    main()
