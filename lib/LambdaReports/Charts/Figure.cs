namespace LambdaReports.Charts;

/// <summary>A picture of samples or estimates, drawn twice: as static SVG and for
/// plotly.js.</summary>
/// <remarks>
/// Both drawings are functions of the figure alone: the same figure gives the same bytes on every
/// machine. Names come from logs and are never markup: both drawings show them as text. Immutable;
/// <c>figure with { Title = "…" }</c> is another figure.
/// </remarks>
public sealed record Figure
{
    internal Figure()
    {
    }

    /// <summary>One line above the picture.</summary>
    public required string Title { get; init; }

    /// <summary>What is drawn and how to read it, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>The main numbers of the picture, a line each.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>A line below the picture, such as what was left out; <see langword="null"/>:
    /// none.</summary>
    public string? Note { get; init; }

    internal IReadOnlyList<Panel> Panels { get; init; } = [];

    /// <summary>A standalone SVG element with title and description, without scripts, styles,
    /// links or ids, so that a page may hold several. Its parts carry class names by which a page
    /// may colour them for a dark background.</summary>
    public string ToSvg() => SvgDrawing.Draw(this);

    /// <summary>The value of <c>application/vnd.plotly.v1+json</c>: an object with <c>data</c> and
    /// <c>layout</c>, for plotly.js 3 and later (titles are objects).</summary>
    public string ToPlotlyJson() => PlotlyDrawing.Draw(this);

    /// <summary>The text alternative: title, description, numbers and note.</summary>
    public override string ToString() => VisibleText.Of(
        string.Join('\n', ((string?[])[Title, Description, .. Numbers, Note]).Where(line => line is not null)));
}
