using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>A function's warm starts of one version, memory size and architecture, with what the study tells of it.</summary>
sealed partial record StudiedFunction(string Name, StudyFunction Known, Sample Warm, Sample? Cold = null, bool IsPacked = false)
{
    static readonly string[] DotNetLanguages = ["C#", "F#"];

    /// <summary>Only functions of the same work are compared, and populations are not mixed.</summary>
    internal string Comparable => $"of work {Known.Work ?? "unknown"}, {Warm.Population.MemorySizeMB?.ToString() ?? "unknown"} MB, "
        + (Warm.Population.Architecture ?? "unknown architecture");

    /// <summary>In C# or F#.</summary>
    internal bool IsDotNet => DotNetLanguages.Contains(Known.Language);

    /// <summary>Functions of one family share what runs them.</summary>
    internal string? Family => IsDotNet ? ".NET" : Known.Language ?? Known.Runtime;

    /// <summary>The version of .NET, of a function in C# or F#; <see langword="null"/> where its runtime does not tell.</summary>
    internal Version? DotNet { get; } =
        DotNetLanguages.Contains(Known.Language) && DotNetRuntime().Match(Known.Runtime ?? "") is { Success: true } match
            ? Version.Parse(match.Groups["major"].Value + (match.Groups["minor"] is { Success: true } minor ? minor.Value : ".0"))
            : null;

    /// <summary>Go that a Python runtime calls.</summary>
    internal bool IsGoShim => IsGo && Known.Runtime?.StartsWith("python", StringComparison.Ordinal) == true;

    /// <summary>Go packed by UPX, which neither logs nor the runtime's name tell: the package or the function's name says so.</summary>
    internal bool IsGoSmall => IsGo && !IsGoShim && (IsPacked || Packed().IsMatch(Known.Name));

    /// <summary>Go as it is built.</summary>
    internal bool IsPlainGo => IsGo && !IsGoShim && !IsGoSmall;

    bool IsGo => Known.Language == "Go";

    /// <summary>All that have warm records and a work; without a study that tells works, all do the same where each language
    /// has one function.</summary>
    internal static IReadOnlyList<StudiedFunction> Of(Tables.Logs logs)
    {
        var names = DisplayNames.Of(logs.Populations);
        var study = logs.DraftStudy(out _);
        var isComparable = ComparableIn(study, study.Functions);
        return
        [
            .. from tables in logs.Populations
               let known = study.Find(tables.Durations.Function)
               where isComparable(known) && tables.Durations.Population.Start == StartKind.Warm && tables.Durations.Count > 0
               select new StudiedFunction(
                   names[tables], known, tables.Durations, tables.ColdStartsIn(logs.Populations)?.Durations,
                   IsPacked: known.Language == "Go" && logs.Packages.Any(package => package.IsUpx && package.Function == known.Name)),
        ];
    }

    /// <summary>Which functions may be compared: those of a work, or without a study that tells works, all where each language has
    /// one.</summary>
    internal static Func<StudyFunction, bool> ComparableIn(Study study, IEnumerable<StudyFunction> functions)
    {
        if (study.Functions.Any(function => function.Work is not null))
        {
            return function => function.Work is not null;
        }

        var alone = functions.Where(function => function.Language is not null)
            .GroupBy(function => function.Language).All(language => !language.Skip(1).Any());
        return function => alone && function.Language is not null;
    }

    [GeneratedRegex(@"^dotnet(core)?(?<major>\d{1,4})(?<minor>\.\d{1,4})?$", RegexOptions.ExplicitCapture, -1)]
    private static partial Regex DotNetRuntime();

    [GeneratedRegex(@"(^|[-_.])(upx|small)([-_.]|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, -1)]
    private static partial Regex Packed();
}
