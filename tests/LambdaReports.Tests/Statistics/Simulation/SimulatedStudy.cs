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
    internal static LogSet Read(SimulatedScenario scenario, int seed)
    {
        var study = StudyReader.Read(Encoding.UTF8.GetBytes(SimulatedLogs.StudyOf(scenario, seed)));
        TablesBuilder tables = new();
        foreach (var (function, invocations) in SimulatedScenario.Functions.Zip(SimulatedLogs.Draw(scenario, seed)))
        {
            var builder = tables.At(new(function.Name, "$LATEST", null, PlatformLine.MemorySizeMB, StartKind.Warm));
            foreach (var invocation in invocations)
            {
                ReportFields fields = default;
                fields.Clear();
                fields.DurationUs = invocation.DurationUs;
                fields.BilledDurationUs = invocation.BilledMs * 1000;
                fields.MemorySizeMB = PlatformLine.MemorySizeMB;
                fields.MaxMemoryUsedMB = SimulatedInvocation.MaxMemoryUsedMB;
                builder.Add(
                    fields,
                    builder.IndexOfStream(invocation.Stream),
                    InvocationStatus.Success,
                    new DateTimeOffset(invocation.Time).ToUnixTimeMilliseconds(),
                    times: 1);
            }
        }

        return new(tables.Build(study), study);
    }

    /// <summary>Of every claim with a truth, its outcome; <see langword="null"/> where it does not apply.</summary>
    internal static IReadOnlyList<Outcome?> Outcomes(SimulatedScenario scenario, int seed)
    {
        var claims = Read(scenario, seed).Claims().ToDictionary(claim => claim.Id, claim => claim.Verdict?.Outcome);
        return [.. ClaimTruth.Of(scenario).Select(truth => claims[truth.Id])];
    }

    /// <summary>Supported and false, or contradicted and true; an open verdict is never wrong.</summary>
    internal static bool IsWrong(ClaimTruth truth, Outcome? outcome) =>
        outcome == (truth.Holds ? Outcome.Contradicted : Outcome.Supported);
}
