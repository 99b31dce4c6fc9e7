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

    static readonly string[] Languages = ["C#", "F#"];

    internal static IReadOnlyList<Observation> Judge(Tables.Logs logs)
    {
        var functions = Functions(logs);
        var newest = On(functions.Max(function => function.DotNet), functions);
        var oldest = On(functions.Min(function => function.DotNet), functions);
        var stand = newest.Length == 0 ? "" : $"Here 2.0 is {newest[0].Known.Runtime}"
            + (oldest[0].DotNet == newest[0].DotNet ? ". " : $" and 1.0 is {oldest[0].Known.Runtime}. ");
        return
        [
            Observe("1a", FasterThanAll, stand, Lacking(newest, "the newest"), Pairs(newest, functions.Except(newest)), logs),
            Observe("1d", FasterThanOld, stand, OneVersion(newest, oldest), Pairs(newest, oldest, sameLanguage: true), logs),
        ];
    }

    /// <summary>The functions on the newest .NET of the study.</summary>
    internal static IReadOnlyList<string> Newest(Tables.Logs logs)
    {
        var functions = Functions(logs);
        var newest = On(functions.Max(function => function.DotNet), functions);
        return [.. newest.Select(function => function.Known.Name).Distinct()];
    }

    static Function[] On(Version? version, IEnumerable<Function> functions) =>
        version is null ? [] : [.. functions.Where(function => function.DotNet == version)];

    static Observation Observe(
        string id, string statement, string stand, string? lacking, (string, Verdict)[] parts, Tables.Logs logs)
    {
        if (lacking is not null || parts.Length == 0)
        {
            return new(id, statement, null, stand + (lacking
                ?? "no two functions of the same work, memory size and architecture can be compared"));
        }

        var verdict = Claim.AllOf(parts);
        var missing = string.Join(", ", logs.Study.Missing.Select(function => function.Name));
        var note = missing.Length == 0 ? "" : $" Not measured, so not compared: {missing}.";
        return new(id, statement, verdict, stand + verdict.Reason + note);
    }

    static string? Lacking(Function[] functions, string which) => functions.Length == 0
        ? "say in study.json which functions run on .NET, in which language, and which do the same work"
        : Languages.FirstOrDefault(language => functions.All(function => function.Known.Language != language))
            is { } language ? $"no function in {language} on {which} .NET" : null;

    static string? OneVersion(Function[] newest, Function[] oldest) =>
        Lacking(newest, "the newest")
        ?? (newest[0].DotNet == oldest[0].DotNet ? "the study has one version of .NET" : Lacking(oldest, "the oldest"));

    static (string Name, Verdict Verdict)[] Pairs(
        IEnumerable<Function> candidates, IEnumerable<Function> others, bool sameLanguage = false) =>
    [
        .. from candidate in candidates
           join other in others on candidate.Comparable equals other.Comparable
           where !sameLanguage || candidate.Known.Language == other.Known.Language
           select ($"{candidate.Name} against {other.Name}", Claim.Lower().Judge(candidate.Warm.RatioTo(other.Warm))),
    ];

    static IReadOnlyList<Function> Functions(Tables.Logs logs)
    {
        var names = DisplayNames.Of(logs.Populations);
        return
        [
            .. from tables in logs.Populations
               let known = logs.Study.Find(tables.Durations.Function)
               where known?.Work is not null && tables.Durations.Population.Start == StartKind.Warm
                   && tables.Durations.Count > 0
               select new Function(names[tables], known, tables.Durations, DotNetVersion(known)),
        ];
    }

    static Version? DotNetVersion(StudyFunction known) =>
        Languages.Contains(known.Language) && DotNetRuntime().Match(known.Runtime ?? "") is { Success: true } match
            ? Version.Parse(match.Groups["major"].Value + (match.Groups["minor"] is { Success: true } minor ? minor.Value : ".0"))
            : null;

    sealed record Function(string Name, StudyFunction Known, Sample Warm, Version? DotNet)
    {
        // Populations are not mixed.
        internal object Comparable => (Known.Work, Warm.Population.MemorySizeMB, Warm.Population.Architecture);
    }

    [GeneratedRegex(@"^dotnet(core)?(?<major>\d{1,4})(?<minor>\.\d{1,4})?$", RegexOptions.ExplicitCapture, -1)]
    private static partial Regex DotNetRuntime();
}
