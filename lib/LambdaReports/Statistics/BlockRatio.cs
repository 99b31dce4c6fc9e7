using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>The ratio of two samples' means in one block of time, which both have records in.</summary>
/// <param name="Start">The block's start, UTC.</param>
/// <param name="Value">Candidate over baseline.</param>
/// <param name="StandardError">Of its logarithm: its sandboxes and its minute are taken as given.</param>
/// <param name="DegreesOfFreedom">Of the standard error.</param>
sealed record BlockRatio(DateTime Start, double Value, double StandardError, double DegreesOfFreedom)
{
    /// <summary>The two-sided p-value against no difference.</summary>
    internal double PValue => StandardError > 0
        ? TailProbability.Student(Math.Log(Value) / StandardError, DegreesOfFreedom)
        : Value == 1 ? 1 : 0;

    /// <summary>Of every block in which both have two records and a mean above 0.</summary>
    /// <param name="candidate">Dated.</param>
    /// <param name="baseline">Dated.</param>
    /// <param name="seconds">The blocks' length; longer where the samples keep only longer ones.</param>
    internal static IReadOnlyList<BlockRatio> Of(Sample candidate, Sample baseline, int seconds)
    {
        var length = Math.Max(seconds, Math.Max(candidate.BlockSeconds, baseline.BlockSeconds));
        var (spread, other) = (BlockSpread.Of(BlockMean.Of(candidate)), BlockSpread.Of(BlockMean.Of(baseline)));
        return
        [
            .. from one in BlockMean.Of(candidate.WithBlocks(length))
               join two in BlockMean.Of(baseline.WithBlocks(length)) on one.Number equals two.Number
               where one.Count > 1 && two.Count > 1 && one.Mean > 0 && two.Mean > 0
               let parts = new EstimatedVariance[]
               {
                   new(spread.LogVarianceOf(one), one.Count - 1.0),
                   new(other.LogVarianceOf(two), two.Count - 1.0),
               }
               select new BlockRatio(
                   DateTime.UnixEpoch.AddSeconds(one.Number * (double)length),
                   one.Mean / two.Mean,
                   Math.Sqrt(parts.Sum(part => part.Variance)),
                   WelchSatterthwaite.DegreesOfFreedom(parts)),
        ];
    }

    /// <summary>The ends of the interval at level 1 − α.</summary>
    internal (double Low, double High) Interval(double alpha)
    {
        var factor = Math.Exp(StudentQuantile.TwoSided(DegreesOfFreedom, alpha) * StandardError);
        return (Value / factor, Value * factor);
    }
}
