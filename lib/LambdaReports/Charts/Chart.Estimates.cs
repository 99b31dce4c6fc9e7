using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <content>Figures of estimates.</content>
public static partial class Chart
{
    /// <summary>Estimates of one quantity below each other, each with its 95 % interval; a hollow point has none.</summary>
    /// <param name="quantity">What they are of, as it stands in a title.</param>
    /// <param name="rows">In one unit, named by function; of more than 20 the first are shown, and the figure says so.</param>
    public static Figure Estimates(string quantity, IEnumerable<(string Name, Estimate Estimate)> rows)
    {
        PlotRow[] all =
        [
            .. rows.Where(row => row.Estimate.Value is not null)
                .Select(row => new PlotRow(row.Name, row.Estimate, RuntimeFamily.Of(row.Name))),
        ];
        RowPlot plot = new(
            $"{quantity}, with 95\u00a0% intervals",
            "A row a function: a dot at the estimate, with its 95 % interval; a hollow dot has none.",
            quantity,
            all.Length > MostFunctions
                ? $"{MostFunctions} of {all.Length} are shown, the first ones; --function GLOB chooses others."
                : null);
        return all.Length == 0 ? Nothing(quantity, "There is nothing to draw.") : plot.Draw([.. all.Take(MostFunctions)]);
    }

    /// <summary>The ranks that each sample's mean may have among them, 1 the lowest; see
    /// <see cref="LogsObservations.Ranks"/>.</summary>
    /// <param name="samples">Those without records are left out; of more than 20 those with most records are
    /// shown.</param>
    public static Figure Ranks(IEnumerable<Sample> samples)
    {
        var (shown, note) = Largest([.. samples.Where(sample => sample.Count > 0)], sample => sample);
        var ranks = PairwiseRatio.Ranks(shown);
        var names = DisplayNames.Of(shown);
        RowPlot plot = new(
            "Ranks of the means, for all together with 95\u00a0% confidence",
            "A row a function: a dot at the rank of its mean, and all ranks that it may have. Where two rows overlap, these records "
                + "do not tell which of the two is the lower.",
            "Rank, 1 the lowest mean",
            note);
        return shown.Count == 0 ? Nothing("Ranks", "There are no successful records to draw.") : plot.Draw(
            [.. shown.Select((sample, i) => RankOf(sample, names[i], ranks[i])).OrderBy(row => row.Estimate.Value)]);

        PlotRow RankOf(Sample sample, string name, (int First, int Last) range)
        {
            var rank = 1 + shown.Count(other => other.ExactMean < sample.ExactMean);
            Estimate estimate = new() { Value = rank, Low = range.First, High = range.Last, Unit = Unit.Number, Scope = Scope.Sandboxes };
            return new(name, estimate, RuntimeFamily.Of(name)) { Text = $"{rank} [{range.First}, {range.Last}]" };
        }
    }

    /// <summary>How far apart two samples are at each quantile, with intervals that hold for all quantiles together; see
    /// <see cref="LogsObservations.ShiftFunction"/>.</summary>
    public static Figure ShiftFunction(Sample candidate, Sample baseline)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(baseline);
        var family = RuntimeFamily.Of(candidate.Name);
        RowPlot plot = new(
            $"{candidate.Name} less {baseline.Name} at each quantile, with intervals that hold for all together with 95\u00a0% confidence",
            $"A row a quantile: a dot at the difference, with its interval. Left of the line {candidate.Name} takes less.",
            "Difference",
            Reference: 0);
        return candidate.Count == 0 || baseline.Count == 0
            ? Nothing("Shift function", "There are no two functions with successful records to compare.")
            : plot.Draw([.. QuantileShift.Of(candidate, baseline).Select(
                shift => new PlotRow($"{shift.Probability * 100:0.#} %", shift.Together, family))]);
    }

    /// <summary>The ratio of means in each block of time; see <see cref="LogsObservations.RatioByTime"/>.</summary>
    public static Figure RatioByTime(Sample candidate, Sample baseline, int seconds = 60)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentNullException.ThrowIfNull(baseline);
        var ratios = candidate.KnowsTimes && baseline.KnowsTimes ? BlockRatio.Of(candidate, baseline, seconds) : [];
        return ratios.Count == 0
            ? Nothing("Ratio through time", "There is no block of time in which both have records.")
            : TimePlot.Draw(candidate, baseline, ratios, seconds, Estimate.Alpha);
    }
}
