using LambdaReports.Logs;

namespace LambdaReports.Cli;

/// <summary>Which functions, and what is known of them.</summary>
abstract class FunctionSettings : CommandSettings
{
    [CommandOption("--function <GLOB>")]
    [Description("Only functions whose name matches, such as orders-*.")]
    public string? Function { get; init; }

    [CommandOption("--study <FILE>")]
    [Description("A study file, whose word counts more than that of study.json beside the logs or packages.")]
    public string? Study { get; init; }
}

/// <summary>Which records are read.</summary>
abstract class SelectionSettings : FunctionSettings
{
    [CommandOption("--since <TIME>")]
    [Description("Only records from then on: 2026-11-24, 2026-11-24T22:53Z, or an age such as 2d, 1h, 30m.")]
    public string? Since { get; init; }

    [CommandOption("--until <TIME>")]
    [Description("Only records before then.")]
    public string? Until { get; init; }

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
        new (string Option, string? Given)[] { ("--function", Function), ("--since", Since), ("--until", Until) }
            .Where(filter => filter.Given is not null).Select(filter => $"{filter.Option} {filter.Given}"));

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
