using LambdaReports.Statistics;

namespace Tests.Statistics;

/// <summary>Intervals as tests measure them.</summary>
static class HalfWidths
{
    extension(Estimate estimate)
    {
        /// <summary>From the effect to the upper end, on the scale of effects.</summary>
        internal double? HalfWidth => estimate.High is { } high ? estimate.OnEffectScale(high) - estimate.Effect : null;
    }
}
