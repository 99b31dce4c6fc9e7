namespace LambdaReports.Notebooks;

/// <summary>What the index page shows besides the notebooks: the caller has read the logs and
/// judged the claims, this assembly only sets them in type.</summary>
public sealed record ReportFacts
{
    /// <summary>Where the data comes from (<c>measured on one machine</c>, <c>simulated</c>), shown
    /// on every page; <see langword="null"/>: an ordinary export.</summary>
    public string? Origin { get; init; }

    /// <summary>How data of that origin differs from Lambda's own, shown with it.</summary>
    public IReadOnlyList<string> Caveats { get; init; } = [];

    /// <summary>Every claim, also those that are not applicable.</summary>
    public IReadOnlyList<ClaimRow> Claims { get; init; } = [];

    /// <summary>What was read: a label and its value a row.</summary>
    public IReadOnlyList<(string Label, string Value)> Account { get; init; } = [];

    /// <summary>Sentences below the account, such as files that could not be read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>One claim and what became of it.</summary>
/// <param name="Id">Such as <c>1a</c>.</param>
/// <param name="Statement">What is claimed.</param>
/// <param name="Outcome">What the data says of it.</param>
/// <param name="Estimate">The estimate with its interval and unit, as text.</param>
/// <param name="Margin">What counts as no difference, as text.</param>
/// <param name="Scope">What the outcome is about, such as <c>this run</c>.</param>
/// <param name="Reason">Why, in a sentence, and what would settle it.</param>
public sealed record ClaimRow(
    string Id,
    string Statement,
    ClaimOutcome Outcome,
    string? Estimate = null,
    string? Margin = null,
    string? Scope = null,
    string? Reason = null);

/// <summary>What the data says of a claim.</summary>
public enum ClaimOutcome
{
    /// <summary>The data bears it out.</summary>
    Supported,

    /// <summary>The data speaks against it.</summary>
    Contradicted,

    /// <summary>The data cannot tell.</summary>
    Inconclusive,

    /// <summary>The data is not about it.</summary>
    NotApplicable,
}
