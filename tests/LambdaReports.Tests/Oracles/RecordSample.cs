using LambdaReports.Logs;
using LambdaReports.Tables;

namespace Tests.Oracles;

/// <summary>One record of a test.</summary>
readonly record struct Invocation(string? Stream, long? TimeMs, long ValueUs);

/// <summary>Samples from records in memory.</summary>
static class RecordSample
{
    public static Sample Of(string function, IEnumerable<Invocation> records, int resolutionUs = 10)
    {
        var builder = new SampleBuilder();
        foreach (var record in records)
        {
            builder.Add(
                builder.IndexOfStream(record.Stream),
                record.TimeMs ?? LogScanner.Undated,
                record.ValueUs,
                resolutionUs);
        }

        return builder.Build(new Population(function, null, null, null, StartKind.Warm));
    }
}
