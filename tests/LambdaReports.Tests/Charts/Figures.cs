using LambdaReports.Logs;
using LambdaReports.Observations;
using LambdaReports.Tables;

namespace Tests.Charts;

/// <summary>Small samples for figures, made without chance.</summary>
static class Figures
{
    /// <summary>Durations around a centre, over five sandboxes, two a minute.</summary>
    internal static Sample Sample(
        string function,
        double centreMs,
        int records = 200,
        int? memoryMB = 1024)
    {
        SampleBuilder builder = new();
        for (var i = 0; i < records; i++)
        {
            // The golden angle spreads the durations evenly; the exponent gives them a tail.
            var share = (i * 0.6180339887498949) % 1;
            var us = (long)(centreMs * Math.Exp(share * share - 0.3) * 100) * 10;
            var stream = builder.IndexOfStream($"{function} {i % 5}");
            builder.Add(stream, 1_700_000_000_000 + (i * 30_000L), us, 10);
        }

        return builder.Build(new(function, "$LATEST", "x86_64", memoryMB, StartKind.Warm));
    }

    /// <summary>Each function against one baseline.</summary>
    internal static Comparison[] Comparisons(Margin margin, params string[] names)
    {
        var baseline = Sample("aws-go", 2);
        return
        [
            .. names.Select((name, i) => Comparison.Of(Sample(name, 1.5 + i), baseline, margin)),
        ];
    }
}
