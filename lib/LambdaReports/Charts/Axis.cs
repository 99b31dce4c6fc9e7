using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>A direction of a panel: what it measures, from where to where.</summary>
/// <param name="Title">The quantity with its unit; empty for rows.</param>
/// <param name="Low">The value at the left or the bottom.</param>
/// <param name="High">The value at the right or the top.</param>
sealed record Axis(string Title, double Low, double High)
{
    internal bool Logarithmic { get; init; }

    /// <summary>Ticks are written as percentages.</summary>
    internal bool Percent { get; init; }

    /// <summary>The labels of a categorical axis, from the top; empty for a measured one.</summary>
    internal IReadOnlyList<Row> Rows { get; init; } = [];

    internal static Axis OfRows(IReadOnlyList<Row> rows) => new("", rows.Count - 0.5, -0.5) { Rows = rows };

    /// <summary>The values of a quantity from low to high, with some room at both ends.</summary>
    internal static Axis OfLogarithms(double low, double high, Quantity quantity) =>
        OfLogarithms(low, high, $"{Capital(quantity.Noun)} ({quantity.Unit.Sign()}, log scale)");

    /// <inheritdoc cref="OfLogarithms(double, double, Quantity)"/>
    internal static Axis Linear(double low, double high, Quantity quantity) =>
        Linear(low, high, $"{Capital(quantity.Noun)} ({quantity.Unit.Sign()})");

    /// <inheritdoc cref="OfLogarithms(double, double, Quantity)"/>
    internal static Axis OfLogarithms(double low, double high, string title)
    {
        // Equal values still need a width.
        var room = Math.Max(1.05, Math.Pow(high / low, 0.03));
        return new(title, low / room, high * room) { Logarithmic = true };
    }

    /// <inheritdoc cref="OfLogarithms(double, double, Quantity)"/>
    internal static Axis Linear(double low, double high, string title)
    {
        var room = Math.Max((high - low) * 0.03, 0.01);
        return new(title, low - room, high + room);
    }

    /// <summary>Where a value lies: 0 at the low end, 1 at the high end, held inside.</summary>
    internal double Fraction(double value) => Math.Clamp(
        Logarithmic
            ? Math.Log(Math.Max(value, double.Epsilon) / Low) / Math.Log(High / Low)
            : (value - Low) / (High - Low),
        0,
        1);

    /// <summary>The value at a fraction.</summary>
    internal double At(double fraction) => Logarithmic
        ? Low * Math.Pow(High / Low, fraction)
        : Low + ((High - Low) * fraction);

    /// <summary>The values that get a label; rows have labels of their own.</summary>
    internal IReadOnlyList<double> Ticks() => Rows.Count > 0 ? []
        : Logarithmic ? Charts.Ticks.Logarithmic(Low, High)
        : Charts.Ticks.Linear(Low, High);

    /// <summary>The ticks' labels along so many pixels; one that would touch the label before it is empty.</summary>
    internal IReadOnlyList<string> Labels(double pixels)
    {
        var free = double.NegativeInfinity;
        return [.. Ticks().Select(tick =>
        {
            var (label, middle) = (Label(tick), Fraction(tick) * pixels);
            var half = TextWidth.Of(label, Svg.TextSize) / 2;
            var hasRoom = middle - half > free;
            free = hasRoom ? middle + half + 6 : free;
            return hasRoom ? label : "";
        })];
    }

    /// <summary>A word as it begins a title.</summary>
    internal static string Capital(string noun) => $"{char.ToUpperInvariant(noun[0])}{noun[1..]}";

    internal string Label(double tick) => Percent ? $"{tick * 100:0.#} %" : tick.ToString("#,0.######");
}

/// <summary>A row's name, and a number or remark that stands below it.</summary>
sealed record Row(string Label, string Note)
{
    /// <summary>The name in the room that there is.</summary>
    internal string Short => VisibleText.Shorten(Label, 24);
}
