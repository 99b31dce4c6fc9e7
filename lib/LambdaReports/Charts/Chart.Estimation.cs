using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

public static partial class Chart
{
    /// <summary>The estimation plot: the distributions of a baseline and of others above, each
    /// other's ratio to the baseline (or difference from it) with its 95 % interval
    /// below.</summary>
    /// <remarks>
    /// After Gardner and Altman (1986): the lower axis is the upper one divided by the baseline's
    /// mean (less it, for differences), so that each estimate stands right below the mean that it
    /// is about. With a relative margin the figure shows ratios and is logarithmic, with one in
    /// milliseconds it shows differences and is linear. Above 20 functions those with most records
    /// are shown, and the figure says so.
    /// </remarks>
    /// <param name="comparisons">With one margin. Those without records are left out; of none at
    /// all, the figure says so. Where they have several baselines (a function in several memory
    /// sizes), the one with most records is drawn and the figure says what is left out.</param>
    /// <exception cref="ArgumentException">Several margins.</exception>
    public static Figure Estimation(IEnumerable<Comparison> comparisons)
    {
        Comparison[] all = [.. comparisons.Where(comparison =>
            comparison.Candidate.Count > 0 && comparison.Baseline.Count > 0)];
        if (all.Length == 0)
        {
            return Nothing("Comparison", "There are no two functions with successful records to compare.");
        }

        if (all.Any(comparison => comparison.Margin != all[0].Margin))
        {
            throw new ArgumentException("An estimation plot has one margin.", nameof(comparisons));
        }

        var baseline = all.MaxBy(comparison => comparison.Baseline.Count)!.Baseline;
        Comparison[] drawn = [.. all.Where(comparison => comparison.Baseline == baseline)];
        var (shown, note) = Largest(drawn, comparison => comparison.Candidate);
        if (drawn.Length < all.Length)
        {
            note = $"{all.Length - drawn.Length} comparisons with other populations of the "
                + $"baseline are left out. {note}".TrimEnd();
        }

        return new EstimationPlot(shown).Draw(note);
    }
}
