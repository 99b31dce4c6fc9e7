using System.Globalization;
using System.Text.RegularExpressions;
using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>The article's claims 1a and 1d, judged on logs with a study file.</summary>
static partial class DotNetClaims
{
    const string FasterThanAll =
        "C# and F# on .NET Core 2.0 have a lower average duration than every other runtime";

    const string FasterThanOld = ".NET Core 2.0 beats .NET Core 1.0, for C# and for F#";

    internal static IReadOnlyList<Observation> Judge(Tables.Logs logs)
    {
        var functions = DotNetFunctions(logs);
        if (functions.Count == 0)
        {
            const string reason = "no function in C# or F# with a dotnet runtime and a work is named in study.json";
            return
            [
                Observation.NotApplicable("1a", FasterThanAll, reason),
                Observation.NotApplicable("1d", FasterThanOld, reason),
            ];
        }

        var newest = functions.Where(function => function.Version == functions.Max(f => f.Version)).ToArray();
        return [AgainstAll(logs, newest), AgainstOldest(functions, newest)];
    }

    internal static IReadOnlyList<string> Newest(Tables.Logs logs)
    {
        var functions = DotNetFunctions(logs);
        return
        [
            .. functions.Where(function => function.Version == functions.Max(f => f.Version))
                .Select(function => function.Known.Name),
        ];
    }

    static Observation AgainstAll(Tables.Logs logs, DotNetFunction[] newest)
    {
        var parts =
            from candidate in newest
            from other in WarmSamples(logs)
            where other.Known.Work == candidate.Known.Work
                && !Array.Exists(newest, function => function.Known.Name == other.Known.Name)
            select Faster(candidate.Warm, other.Warm);
        (string Name, Verdict Verdict)[] all = [.. parts];
        return all.Length == 0
            ? Observation.NotApplicable("1a", FasterThanAll, "study.json names no other function of the same work")
            : Observation.Of("1a", FasterThanAll, Claim.AllOf(all));
    }

    static Observation AgainstOldest(IReadOnlyList<DotNetFunction> functions, DotNetFunction[] newest)
    {
        var oldest = functions.Where(function => function.Version == functions.Min(f => f.Version));
        var parts =
            from candidate in newest
            from old in oldest
            where old.Version < candidate.Version
                && old.Known.Work == candidate.Known.Work && old.Known.Language == candidate.Known.Language
            select Faster(candidate.Warm, old.Warm);
        (string Name, Verdict Verdict)[] all = [.. parts];
        return all.Length == 0
            ? Observation.NotApplicable("1d", FasterThanOld, "study.json names one version of .NET")
            : Observation.Of("1d", FasterThanOld, Claim.AllOf(all));
    }

    static (string Name, Verdict Verdict) Faster(Sample candidate, Sample other) =>
        ($"{candidate.Function} against {other.Function}", Claim.Lower().Judge(candidate.RatioTo(other)));

    static IReadOnlyList<DotNetFunction> DotNetFunctions(Tables.Logs logs) =>
    [
        .. from function in WarmSamples(logs)
           let runtime = DotNetRuntime().Match(function.Known.Runtime ?? "")
           where runtime.Success && function.Known is { Work: not null, Language: "C#" or "F#" }
           select new DotNetFunction(
               function.Known,
               decimal.Parse(runtime.Groups["version"].ValueSpan, CultureInfo.InvariantCulture),
               function.Warm),
    ];

    // A function in several versions or memory sizes is several populations, and each is compared.
    static IEnumerable<(StudyFunction Known, Sample Warm)> WarmSamples(Tables.Logs logs) =>
        from tables in logs.Populations
        let known = logs.Study.Find(tables.Durations.Function)
        where known is not null && tables.Durations.Population.Start == StartKind.Warm
        select (known, tables.Durations);

    sealed record DotNetFunction(StudyFunction Known, decimal Version, Sample Warm);

    [GeneratedRegex(@"^dotnet(core)?(?<version>\d+(\.\d+)?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DotNetRuntime();
}
