using System.Text;
using LambdaReports.Lab.Simulation;
using LambdaReports.Logs;
using LambdaReports.Observations;
using LambdaReports.Tables;
using LogSet = LambdaReports.Tables.Logs;
using PlatformLine = LambdaReports.Lab.PlatformLine;

namespace Tests.Statistics.Simulation;

/// <summary>What <c>simulate</c> writes, without the files: its tables, and the verdicts on them.</summary>
static class SimulatedStudy
{
    /// <summary>The tables that reading the written logs would give.</summary>
    internal static LogSet Read(SimulatedScenario scenario, int seed, int perMinute = SimulatedLogs.PerMinute)
    {
        var study = StudyReader.Read(Encoding.UTF8.GetBytes(SimulatedLogs.StudyOf(scenario, seed)));
        TablesBuilder tables = new();
        foreach (var (function, invocations) in SimulatedScenario.Functions.Zip(SimulatedLogs.Draw(scenario, seed, perMinute)))
        {
            var builder = tables.At(new(function.Name, "$LATEST", null, PlatformLine.MemorySizeMB, StartKind.Warm));
            foreach (var stream in invocations.GroupBy(invocation => invocation.Stream))
            {
                var index = builder.IndexOfStream(stream.Key);
                foreach (var invocation in stream)
                {
                    builder.Add(Fields(invocation), index, InvocationStatus.Success, Milliseconds(invocation.Time), times: 1);
                }
            }
        }

        return new(tables.Build(study), study);
    }

    static ReportFields Fields(SimulatedInvocation invocation)
    {
        ReportFields fields = default;
        fields.Clear();
        fields.DurationUs = invocation.DurationUs;
        fields.BilledDurationUs = invocation.BilledMs * 1000;
        fields.MemorySizeMB = PlatformLine.MemorySizeMB;
        fields.MaxMemoryUsedMB = SimulatedInvocation.MaxMemoryUsedMB;
        return fields;
    }

    static long Milliseconds(DateTime time) => new DateTimeOffset(time).ToUnixTimeMilliseconds();

    /// <summary>By claim, its outcome; <see langword="null"/> where it does not apply.</summary>
    internal static IReadOnlyDictionary<string, Outcome?> Outcomes(
        SimulatedScenario scenario, int seed, int perMinute = SimulatedLogs.PerMinute) =>
        Read(scenario, seed, perMinute).Claims().ToDictionary(claim => claim.Id, claim => claim.Verdict?.Outcome);

    /// <summary>The one outcome that is wrong; an open verdict never is.</summary>
    internal static Outcome Wrong(ClaimTruth truth) => truth.Holds ? Outcome.Contradicted : Outcome.Supported;
}
