"""Writes the data sets of the oracles into fixtures/. Run by hand; the files are committed.

/usr/bin/python3 fixtures.py, with Debian's python3-numpy. Durations are in microseconds, on the
10-microsecond grid of Lambda's text logs.
"""

import csv
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent / "fixtures"
HOUR_MS = 3_600_000
START_MS = 1_750_003_200_000  # 2025-06-15T16:00:00Z


def grid(milliseconds):
    """The nearest recorded value, at least one step."""
    return np.maximum(np.rint(np.asarray(milliseconds) * 100), 1).astype(np.int64) * 10


def write(name, header, rows):
    with open(HERE / f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def table(name, values):
    values, counts = np.unique(np.asarray(values, dtype=np.int64), return_counts=True)
    write(name, ("valueUs", "count"), zip(values.tolist(), counts.tolist()))


def records(name, sizes, level, random, spread=0.05, quiet=()):
    """Records of streams that differ, in an hour whose minutes drift and some of which are empty."""
    rows = []
    drift = np.cumsum(random.normal(0, 0.03, 60))
    for number, size in enumerate(sizes):
        own = random.normal(0, spread)
        times = np.sort(random.randint(0, HOUR_MS, size))
        for time in times:
            minute = time // 60_000
            if minute in quiet:
                time = (time + 7 * 60_000) % HOUR_MS
                minute = time // 60_000
            value = level * np.exp(own + drift[minute] + random.normal(0, 0.5))
            rows.append((f"{name}-{number}", START_MS + int(time), int(grid(value))))
    write(name, ("stream", "timeMs", "valueUs"), sorted(rows))


def main():
    random = np.random.RandomState(20180131)
    table("a-ties", np.repeat([990, 1000, 1010, 1020, 5000, 7000, 90000],
                              [3, 400000, 250000, 17, 90000, 5, 1]))
    table("b-lognormal", grid(np.exp(random.normal(0, 0.5, 36_000))))
    table("c-constant", np.full(120, 12340))
    table("d-two-values", np.repeat([5000, 5010], [19, 41]))
    table("e-fast", grid(random.uniform(1, 2, 150)))
    table("e-slow", grid(random.uniform(5, 9, 90)))
    table("f-one", [4210])
    table("f-two", [4210, 4230])
    table("f-three", [4210, 4230, 9000])
    table("g-pareto", grid(2 * (1 + random.pareto(2.5, 3000))))
    records("h-unequal", (500, 100, 40, 300, 7, 60, 220), 8.0, random, quiet=range(20, 24))
    records("h-baseline", (150, 210, 90, 160, 120), 9.0, random)


if __name__ == "__main__":
    main()
