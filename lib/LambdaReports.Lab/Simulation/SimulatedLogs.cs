using System.Text.Json;
using MathNet.Numerics.Random;

namespace LambdaReports.Lab.Simulation;

/// <summary>Logs as of January 2018 whose truth is known, the same of the same seed.</summary>
/// <remarks>One invocation a second of each function for an hour: ten a second, as in the article, hardly narrow an interval,
/// since neither sandboxes nor minutes become more. Records are of 2018: without Init Duration, billed in steps of 100 ms.</remarks>
public static class SimulatedLogs
{
    internal const int PerMinute = 60;

    // Told from its stream's other records by being the first.
    const long ColdStartUs = 150_000;

    static readonly DateTime Start = new(2018, 1, 17, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Writes an export to S3 with <c>study.json</c>, and <c>truth.json</c> beside it.</summary>
    /// <param name="name">A scenario's.</param>
    /// <param name="seed">Of all that is drawn.</param>
    /// <param name="folder">A new or empty folder.</param>
    /// <exception cref="LabException">There is no such scenario, or the folder is not empty.</exception>
    public static void Write(string? name, int seed, string? folder)
    {
        var scenario = SimulatedScenario.All.FirstOrDefault(scenario => scenario.Name == name) ?? throw new LabException(
            "say which scenario is to be simulated: "
            + string.Join("; ", SimulatedScenario.All.Select(scenario => $"--scenario {scenario.Name} ({scenario.About})")));
        Export.Fill(folder ?? throw new LabException("say where the logs go: --out DIR"), partial =>
        {
            foreach (var (function, invocations) in SimulatedScenario.Functions.Zip(Draw(scenario, seed)))
            {
                var task = $"{seed:x8}-0000-0000-0000-000000000000";
                Export.Write(partial, function.Name, task, invocations.GroupBy(one => one.Stream, one => one.Line, (stream, lines) => (stream, lines)));
            }

            File.WriteAllText(Path.Combine(partial, "study.json"), StudyOf(scenario, seed));
            File.WriteAllText(Path.Combine(partial, "truth.json"), Study.ToJson(
                new { Scenario = scenario.Name, scenario.About, Claims = ClaimTruth.Of(scenario) }));
        });
    }

    /// <summary>What study.json says.</summary>
    internal static string StudyOf(SimulatedScenario scenario, int seed) => Study.ToJson(new
    {
        Origin = "simulated",
        Caveats = new[]
        {
            "drawn at random, not measured: nothing here is evidence about Lambda or a runtime",
            $"in this scenario, {scenario.Name}, {scenario.About}; truth.json beside the logs says what that makes of each claim",
        },
        Baseline = "aws-nodejs6",
        SimulatedScenario.Functions,
        Run = new { Command = $"simulate --scenario {scenario.Name} --seed {seed}" },
    });

    /// <summary>The invocations of each function, stream by stream in the order of time.</summary>
    internal static IEnumerable<IReadOnlyList<SimulatedInvocation>> Draw(SimulatedScenario scenario, int seed)
    {
        Xoshiro256StarStar random = new(seed, threadSafe: false);
        var common = Hour.Series(scenario.Hour.CommonMinutes, random);
        foreach (var (function, law) in scenario.Laws.Index())
        {
            yield return
            [
                .. from drawn in law.Draw(common, PerMinute, random)
                   group drawn.Us by (drawn.Sandbox, drawn.Minute) into cell
                   let stream = $"{Start:yyyy-MM-dd}-[$LATEST]{seed:x8}{function:x4}{cell.Key.Sandbox:x20}"
                   let place = (cell.Key.Sandbox + 0.5) / scenario.Hour.Sandboxes
                   from one in cell.Index()
                   let ms = (long)(60_000 * (cell.Key.Minute + ((one.Index + place) / cell.Count())))
                   select new SimulatedInvocation(
                       stream,
                       (cell.Key.Minute * PerMinute) + one.Index,
                       Start.AddMilliseconds(ms),
                       one.Item + ((cell.Key.Minute, one.Index) == (0, 0) ? ColdStartUs : 0)),
            ];
        }
    }
}
