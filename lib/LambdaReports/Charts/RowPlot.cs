using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>Estimates below each other, each with its interval.</summary>
/// <param name="Title">Of the figure.</param>
/// <param name="Description">How to read it.</param>
/// <param name="Quantity">What the axis measures.</param>
/// <param name="Note">To stand below.</param>
/// <param name="Reference">A vertical line, such as no difference.</param>
sealed record RowPlot(string Title, string Description, string Quantity, string? Note = null, double? Reference = null)
{
    internal Figure Draw(IReadOnlyList<PlotRow> rows)
    {
        string[] texts = [.. rows.Select(row => $"{row.Name}: {row.Text}")];
        return new()
        {
            Title = Title,
            Description = Description,
            Numbers = [.. texts.Select(text => $"{text}."), .. Warning.InShort(rows.SelectMany(row => row.Estimate.Warnings))],
            Note = Note,
            Panels =
            [
                new(
                    AxisOf([.. rows.Select(row => row.Estimate)]),
                    Axis.OfRows([.. rows.Select(row => new Row(row.Name, row.Text))]),
                    34 * rows.Count,
                    [.. rows.SelectMany((row, i) => Marks(row.Estimate, i, row.Family, texts[i]))],
                    Reference),
            ],
        };
    }

    /// <summary>An estimate at a row, or a height: hollow where it has no interval, nothing where there is none.</summary>
    internal static Mark[] Marks(Estimate estimate, double row, RuntimeFamily family, string text) => estimate switch
    {
        { Value: { } value, Low: { } low, High: { } high } =>
            [new Interval(low, high, row, family, text), new Point(value, row, family, text)],
        { Value: { } value } => [new Point(value, row, family, text, Hollow: true)],
        _ => [],
    };

    /// <summary>What an axis must hold of an estimate.</summary>
    internal static IEnumerable<double?> Ends(Estimate estimate) => [estimate.Low, estimate.Value, estimate.High];

    Axis AxisOf(Estimate[] estimates)
    {
        double[] ends = [.. estimates.SelectMany(Ends).Append(Reference).OfType<double>()];
        var (low, high, unit) = (ends.Min(), ends.Max(), estimates[0].Unit);
        return unit == Unit.Ratio && low > 0
            ? Axis.OfLogarithms(low, high, $"{Quantity} (log scale)")
            : Axis.Linear(low, high, unit.Sign() is { Length: > 0 } sign ? $"{Quantity} ({sign})" : Quantity);
    }
}

/// <summary>A row of such a plot.</summary>
sealed record PlotRow(string Name, Estimate Estimate, RuntimeFamily Family)
{
    /// <summary>The estimate in words.</summary>
    internal string Text { get; init; } = Digits.Of(Estimate);
}
