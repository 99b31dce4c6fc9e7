using LambdaReports.Tables;
using MathNet.Numerics;

namespace LambdaReports.Statistics;

/// <summary>Descriptive statistics of a table, in milliseconds, from its exact integers.</summary>
/// <remarks>What a table is too small for is <see langword="null"/>: an empty table has no mean,
/// one record has no variance.</remarks>
public static class FrequencyTableStatistics
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
        public double? Quantile(double p) => table.QuantileUs(p) / UsPerMs;

        /// <summary>The same in the table's integers.</summary>
        internal double? QuantileUs(double p)
        {
            ArgumentNullException.ThrowIfNull(table);
            if (!(p is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(p), p, "A probability is between 0 and 1.");
            }

            if (table.Count == 0)
            {
                return null;
            }

            var place = (table.Count - 1) * p;
            var below = (long)Math.Floor(place + Fuzz(place));
            var share = Math.Max(place - below, 0);
            var lower = table.ValueAt(below);
            return share <= Fuzz(place)
                ? lower
                : lower + (share * (table.ValueAt(below + 1) - lower));
        }

        /// <summary>The value in µs that has <paramref name="rank"/> records before it.</summary>
        long ValueAt(long rank)
        {
            var found = table.CumulativeCounts.BinarySearch(rank + 1);
            return table.ValuesUs[found < 0 ? ~found : found];
        }
    }

    /// <summary>R's allowance for the rounding of (n − 1)p, 4ε, at the size of the
    /// product.</summary>
    static double Fuzz(double place) => 4 * Precision.PositiveDoublePrecision * Math.Max(place, 1);
}
