using LambdaReports.Observations;

namespace LambdaReports.Notebooks;

/// <summary>What the index page shows besides the notebooks: the caller has read the logs and
/// judged the claims, this assembly only sets them in type.</summary>
public sealed record ReportFacts
{
    /// <summary>Where the data comes from (<c>measured on one machine</c>, <c>simulated</c>), shown
    /// on every page; <see langword="null"/>: an ordinary export.</summary>
    public string? Origin { get; init; }

    /// <summary>How data of that origin differs from Lambda's own, shown on the index.</summary>
    public IReadOnlyList<string> Caveats { get; init; } = [];

    /// <summary>Every claim, also those that are not applicable.</summary>
    public IReadOnlyList<Observation> Claims { get; init; } = [];

    /// <summary>Which verdicts are others than in an earlier report, a sentence each; <see langword="null"/>: there is
    /// none to compare with.</summary>
    public IReadOnlyList<string>? Changes { get; init; }

    /// <summary>The same for programs: what <c>report.json</c> holds.</summary>
    public string Json { get; init; } = "{}";

    /// <summary>What was read: a label and its value a row.</summary>
    public IReadOnlyList<(string Label, string Value)> Account { get; init; } = [];

    /// <summary>Sentences below the account, such as files that could not be read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
