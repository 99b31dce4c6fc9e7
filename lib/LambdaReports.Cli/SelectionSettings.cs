using LambdaReports.Logs;

namespace LambdaReports.Cli;

/// <summary>Which records are read.</summary>
class SelectionSettings(ParseResult given) : Settings(given)
{
    protected const string Meaning = "Files of logs or tables, folders, globs of *, ? and **, s3://bucket/prefix, or - for "
        + "standard input; one or several, such as logs/ 'more/*.gz'.";

    internal static Argument Path => Paths(Meaning, ArgumentArity.OneOrMore);

    internal static IReadOnlyList<Option> Options =>
    [
        .. OfFunctions,
        Option<string?>("--since", "TIME", "Only records from then on: 2026-11-24, 2026-11-24T22:53Z, or an age such as 2d, 1h, 30m."),
        Option<string?>("--until", "TIME", "Only records before then."),
    ];

    /// <summary>Also for what has no time.</summary>
    protected static IReadOnlyList<Option> OfFunctions =>
    [
        Option<string?>("--function", "GLOB", "Only functions whose name matches, such as orders-*."),
        Option<string?>("--study", "FILE", "A study file, whose word counts more than that of study.json beside the logs or packages."),
    ];

    internal IReadOnlyList<string> Given => Value<string[]>("PATH");

    internal string? Function => Value<string?>("--function");

    internal string? Study => Value<string?>("--study");

    string? Since => Value<string?>("--since");

    string? Until => Value<string?>("--until");

    /// <summary>Asked once, since an age counts back from now.</summary>
    internal LogSelection Selection => field ??= Select();

    /// <summary>Files that are written and were written before: full paths.</summary>
    internal IReadOnlyList<string> Outputs { get; set; } = [];

    /// <summary>What is read of each record beside its duration.</summary>
    protected virtual IReadOnlyList<Metric> Metrics => [];

    /// <summary>Deployment packages, where a verb takes some.</summary>
    protected virtual IReadOnlyList<string> PackagePaths => [];

    /// <summary>What leaves records out, as it was given.</summary>
    internal string Filters => string.Join(' ',
        new[] { ("--function", Function), ("--since", Since), ("--until", Until) }
            .Where(filter => filter.Item2 is not null).Select(filter => $"{filter.Item1} {filter.Item2}"));

    LogSelection Select()
    {
        var (since, until) = LogSelection.Times(Since, Until, DateTimeOffset.UtcNow);
        return new()
        {
            Function = Function,
            Since = since,
            Until = until,
            StudyFile = Study,
            Outputs = Outputs,
            Metrics = Metrics,
            Packages = PackagePaths,
        };
    }
}
