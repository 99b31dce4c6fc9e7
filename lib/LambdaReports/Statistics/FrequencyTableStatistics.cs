using LambdaReports.Tables;
using MathNet.Numerics;

namespace LambdaReports.Statistics;

/// <content>Descriptive statistics of a table, in milliseconds, from its exact integers.</content>
/// <remarks>What a table is too small for is <see langword="null"/>: an empty table has no mean,
/// one record has no variance.</remarks>
public static partial class SampleStatistics
{
    const double UsPerMs = 1000;

    extension(FrequencyTable table)
    {
        /// <summary>Σv/n in ms; <see langword="null"/> without records.</summary>
        public double? MeanMs => table.Count == 0 ? null : (double)table.Sum / table.Count / UsPerMs;

        /// <summary>
        /// The unbiased variance (nΣv² − (Σv)²)/(n(n − 1)) in ms²; <see langword="null"/> for
        /// fewer than 2 records.
        /// </summary>
        /// <remarks>The numerator is an exact integer, so nothing cancels and every order of
        /// merging gives the same bits.</remarks>
        public double? VarianceMs2 => table.Count < 2 ? null
            : (double)((table.Count * table.SumOfSquares) - (table.Sum * table.Sum))
                / (double)((Int128)table.Count * (table.Count - 1)) / (UsPerMs * UsPerMs);

        /// <summary>√ of the variance, in ms; <see langword="null"/> for fewer than 2
        /// records.</summary>
        public double? StandardDeviationMs => table.VarianceMs2 is { } variance ? Math.Sqrt(variance) : null;

        /// <summary>The smallest value in ms; <see langword="null"/> without records.</summary>
        public double? MinimumMs => table.Count == 0 ? null : table.ValuesUs[0] / UsPerMs;

        /// <summary>The largest value in ms; <see langword="null"/> without records.</summary>
        /// <remarks>It grows with n: show it with n, compare tail quantiles instead.</remarks>
        public double? MaximumMs => table.Count == 0 ? null : table.ValuesUs[^1] / UsPerMs;

        /// <summary>The p-quantile of the recorded values in ms, type 7 of Hyndman and Fan (1996):
        /// what R, NumPy and spreadsheets show.</summary>
        /// <param name="p">A probability, 0 to 1: 0 is the minimum, 1 the maximum.</param>
        /// <returns><see langword="null"/> without records.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not between 0 and
        /// 1.</exception>
        public double? Quantile(double p)
        {
            ThrowUnlessProbability(p);
            return table.QuantileUs(p) / UsPerMs;
        }

        /// <summary>The smallest recorded value in ms that a share p of the records does not exceed,
        /// type 1 of Hyndman and Fan (1996): what monitoring tools show.</summary>
        /// <param name="p">A probability, 0 to 1: 0 is the minimum, 1 the maximum.</param>
        /// <returns><see langword="null"/> without records.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not between 0 and
        /// 1.</exception>
        public double? NearestRankQuantile(double p)
        {
            ThrowUnlessProbability(p);
            var place = table.Count * p;
            var rank = (long)Math.Ceiling(place - Fuzz(place));
            return table.Count == 0 ? null : table.ValueAt(Math.Max(rank - 1, 0)) / UsPerMs;
        }

        /// <summary>The type-7 quartiles' distance in ms; <see langword="null"/> without
        /// records.</summary>
        public double? InterquartileRangeMs => (table.QuantileUs(0.75) - table.QuantileUs(0.25)) / UsPerMs;

        /// <summary>The median of |v − median| in ms, not scaled to a normal's standard deviation;
        /// <see langword="null"/> without records.</summary>
        /// <remarks>0 where half the records or more have the median's value.</remarks>
        public double? MedianAbsoluteDeviationMs =>
            table.Count == 0 ? null : table.DoubledDeviations.DoubledMedianUs / 4.0 / UsPerMs;

        /// <summary>D = Σ|v − median|/n in ms; <see langword="null"/> without records.</summary>
        public double? MeanAbsoluteDeviationMs => table.DoubledDeviations.MeanMs / 2;

        /// <summary>How many records lie above a limit.</summary>
        /// <param name="limitMs">A record of exactly this value is not counted.</param>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="limitMs"/> is no
        /// number.</exception>
        public long CountAbove(double limitMs)
        {
            ArgumentOutOfRangeException.ThrowIfEqual(limitMs, double.NaN);
            // Divided, a value is the double nearest to its decimal number, as a limit of 0.29 is.
            return table.Pairs().Where(pair => pair.Key / UsPerMs > limitMs).Sum(pair => pair.Value);
        }

        /// <summary>The records' mean of a function of the values' places.</summary>
        internal double MeanOf(Func<int, double> f) =>
            Enumerable.Range(0, table.Counts.Length).Sum(i => table.Counts[i] * f(i)) / table.Count;

        /// <summary>The value in µs that has <paramref name="rank"/> records before it.</summary>
        internal long ValueAt(long rank) => table.ValuesUs[table.CumulativeCounts.FirstAtLeast(rank + 1)];

        /// <summary>Twice the median, an integer also between two values.</summary>
        long DoubledMedianUs => table.ValueAt((table.Count - 1) / 2) + table.ValueAt(table.Count / 2);

        /// <summary>Each |2v − doubled median|.</summary>
        FrequencyTable DoubledDeviations
        {
            get
            {
                var median = table.Count == 0 ? 0 : table.DoubledMedianUs;
                return FrequencyTable.FromCounts(
                    Array.ConvertAll(table.ValuesUs.ToArray(), value => Math.Abs((2 * value) - median)), table.Counts.ToArray(), 1);
            }
        }

        /// <summary>The same in the table's integers.</summary>
        internal double? QuantileUs(double p)
        {
            if (table.Count == 0)
            {
                return null;
            }

            var place = (table.Count - 1) * p;
            var below = (long)Math.Floor(place + Fuzz(place));
            var share = Math.Max(place - below, 0);
            var lower = table.ValueAt(below);
            return share <= Fuzz(place) ? lower : lower + (share * (table.ValueAt(below + 1) - lower));
        }
    }

    /// <summary>The place of the first number that is not smaller.</summary>
    internal static int FirstAtLeast(this ReadOnlySpan<long> ascending, long wanted)
    {
        var found = ascending.BinarySearch(wanted);
        return found < 0 ? ~found : found;
    }

    static void ThrowUnlessProbability(double p)
    {
        if (!(p is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability is between 0 and 1.");
        }
    }

    /// <summary>R's allowance for the rounding of (n − 1)p, 4ε, at the size of the
    /// product.</summary>
    static double Fuzz(double place) => 4 * Precision.PositiveDoublePrecision * Math.Max(place, 1);
}
