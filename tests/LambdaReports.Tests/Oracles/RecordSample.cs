using LambdaReports.Logs;
using LambdaReports.Tables;

namespace Tests.Oracles;

/// <summary>One record of a test.</summary>
readonly record struct Invocation(string? Stream, long? TimeMs, long ValueUs);

/// <summary>Samples from records in memory, on the 10 µs grid of text logs.</summary>
static class RecordSample
{
    /// <summary>The chunks are read apart and merged, as files are.</summary>
    public static Sample Of(string function, params IEnumerable<Invocation>[] chunks)
    {
        var builder = new SampleBuilder();
        foreach (var chunk in chunks)
        {
            builder.Merge(Read(chunk));
        }

        return builder.Build(new Population(function, null, null, null, StartKind.Warm));
    }

    static SampleBuilder Read(IEnumerable<Invocation> records)
    {
        var builder = new SampleBuilder();
        foreach (var record in records)
        {
            var timeMs = record.TimeMs ?? LogScanner.Undated;
            builder.Add(builder.IndexOfStream(record.Stream), timeMs, record.ValueUs, 10);
        }

        return builder;
    }
}
