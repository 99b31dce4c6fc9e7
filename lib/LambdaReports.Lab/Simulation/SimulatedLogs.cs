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

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
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
        if (folder is null || File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new LabException(folder is null ? "say where the logs go: --out DIR" : $"{folder} is not an empty folder.");
        }

        foreach (var (function, invocations) in SimulatedScenario.Functions.Zip(Draw(scenario, seed)))
        {
            var task = Path.Combine(folder, function.Name, $"{seed:x8}-0000-0000-0000-000000000000");
            foreach (var stream in invocations.GroupBy(invocation => invocation.Stream, invocation => invocation.Line))
            {
                Export.Write(task, stream.Key, stream);
            }
        }

        File.WriteAllText(Path.Combine(folder, "study.json"), StudyOf(scenario, seed));
        File.WriteAllText(Path.Combine(folder, "truth.json"), JsonSerializer.Serialize(
            new { Scenario = scenario.Name, scenario.About, Claims = ClaimTruth.Of(scenario) }, Json) + "\n");
    }

    /// <summary>What study.json says.</summary>
    internal static string StudyOf(SimulatedScenario scenario, int seed) => JsonSerializer.Serialize(
        new
        {
            Origin = "simulated",
            Caveats = new[]
            {
                "drawn at random, not measured: nothing here is evidence about Lambda or a runtime",
                $"in this scenario, {scenario.Name}, {scenario.About}; truth.json beside the logs says what that makes of each claim",
            },
            Baseline = "aws-nodejs6",
            Functions = SimulatedScenario.Functions.Select(
                function => new { function.Name, function.Runtime, function.Language, function.Typing, Work = "hello" }),
            Run = new { Command = $"simulate --scenario {scenario.Name} --seed {seed}" },
        },
        Json) + "\n";

    /// <summary>The invocations of each function, stream by stream in the order of time.</summary>
    internal static IEnumerable<IReadOnlyList<SimulatedInvocation>> Draw(SimulatedScenario scenario, int seed, int perMinute = PerMinute)
    {
        Xoshiro256StarStar random = new(seed, threadSafe: false);
        var common = Hour.Series(scenario.Hour.CommonMinutes, random);
        foreach (var (function, law) in scenario.Laws.Index())
        {
            yield return
            [
                .. from drawn in law.Draw(common, perMinute, random)
                   group drawn.Us by (drawn.Sandbox, drawn.Minute) into cell
                   let stream = $"{Start:yyyy-MM-dd}-[$LATEST]{seed:x8}{function:x4}{cell.Key.Sandbox:x20}"
                   let place = (cell.Key.Sandbox + 0.5) / scenario.Hour.Sandboxes
                   from one in cell.Index()
                   let ms = (long)(60_000 * (cell.Key.Minute + ((one.Index + place) / cell.Count())))
                   let number = (cell.Key.Minute * perMinute) + one.Index
                   select new SimulatedInvocation(stream, number, Start.AddMilliseconds(ms), one.Item + (number == 0 ? ColdStartUs : 0)),
            ];
        }
    }
}
