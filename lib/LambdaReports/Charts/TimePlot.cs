using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>A ratio of means block by block, with a band that holds for all blocks together.</summary>
static class TimePlot
{
    internal static Figure Draw(Sample candidate, Sample baseline, IReadOnlyList<BlockRatio> all, int seconds, double alpha)
    {
        // A block that the run did not fill has few records, and a band that would set the scale.
        Sample[] both = [candidate, baseline];
        var from = DateTime.UnixEpoch.AddMilliseconds(both.Max(sample => sample.FirstBlockMs!.Value));
        var to = DateTime.UnixEpoch.AddMilliseconds(both.Min(sample => sample.LastBlockMs!.Value + (1000 * sample.BlockSeconds)));
        BlockRatio[] whole = [.. all.Where(block => block.Start >= from && block.Start.AddSeconds(seconds) <= to)];
        var ratios = whole.Length > 0 ? whole : all;
        var start = ratios[0].Start;
        double[] minutes = [.. ratios.Select(ratio => (ratio.Start - start).TotalMinutes)];
        var end = minutes[^1] + (seconds / 60.0);
        var band = ratios.Select(ratio => ratio.Interval(alpha / all.Count)).ToArray();
        var family = RuntimeFamily.Of(candidate.Name);
        return new()
        {
            Title = $"{candidate.Name} / {baseline.Name} through time",
            Description = $"The line is the ratio of mean {candidate.Quantity.Plural} in each block of {seconds} s; the area around it is "
                + "the 95 % band that holds for all blocks together. Where the area leaves out 1, the two differ in that block.",
            Numbers =
            [
                $"{ratios.Count} blocks from {start:yyyy-MM-dd HH:mm} UTC: ratio from {ratios.Min(ratio => ratio.Value):0.###} to "
                    + $"{ratios.Max(ratio => ratio.Value):0.###}.",
                $"The band lies below 1 in {band.Count(block => block.High < 1)} blocks and above 1 in "
                    + $"{band.Count(block => block.Low > 1)}.",
            ],
            Note = ratios.Count < all.Count ? "A first or last block that the run did not fill is not drawn." : null,
            Panels =
            [
                new(
                    new($"Minutes since {start:yyyy-MM-dd HH:mm} UTC", 0, end),
                    Axis.OfLogarithms(Math.Min(band.Min(it => it.Low), 1), Math.Max(band.Max(it => it.High), 1), "Ratio of means"),
                    260,
                    [Area(minutes, end, band, family), new StepLine([0], [1], RuntimeFamily.Of(""), "no difference", Dash: 1),
                        new StepLine(minutes, [.. ratios.Select(ratio => ratio.Value)], family, $"{candidate.Name} / {baseline.Name}")]),
            ],
        };
    }

    // Forth along the upper ends and back along the lower ones.
    static StepLine Area(double[] minutes, double end, (double Low, double High)[] band, RuntimeFamily family) => new(
        [.. minutes, end, .. minutes.Reverse()],
        [.. band.Select(block => block.High), .. band.Reverse().Select(block => block.Low), band[0].Low],
        family,
        "95 % band",
        Filled: true);
}
