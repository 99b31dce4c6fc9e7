using System.Diagnostics.CodeAnalysis;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>The difference below which two functions count as the same, declared before the data
/// are read.</summary>
public sealed record Margin
{
    /// <summary>Twice the step of text logs: recorded values cannot settle less.</summary>
    public const double SmallestMs = 0.02;

    Margin(double size, Unit unit) => (Size, Unit) = (size, unit);

    /// <summary>A fraction (0.1) for <see cref="Unit.Ratio"/>, else milliseconds.</summary>
    public double Size { get; }

    /// <summary>Which estimates the margin is for.</summary>
    public Unit Unit { get; }

    /// <summary>The lowest value that counts as the same: of ratios 1/(1 + size).</summary>
    internal double Low => Unit == Unit.Ratio ? 1 / (1 + Size) : -Size;

    /// <summary>The highest one.</summary>
    internal double High => Unit == Unit.Ratio ? 1 + Size : Size;

    /// <summary>A fraction: 0.1 is from 1/1.1 to 1.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a number above 0.</exception>
    public static Margin Relative(double fraction) => IsRelative(fraction)
        ? new(fraction, Unit.Ratio)
        : throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A relative margin is above 0, such as 0.1.");

    /// <summary>A difference in milliseconds: 1 is from −1 ms to 1 ms.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below <see cref="SmallestMs"/>.</exception>
    public static Margin Milliseconds(double ms) => IsAbsolute(ms)
        ? new(ms, Unit.Milliseconds)
        : throw new ArgumentOutOfRangeException(nameof(ms), ms, $"Logs cannot settle a margin below {SmallestMs} ms.");

    /// <summary>Reads "10%" or "1ms", with or without a blank before the unit.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Margin? margin)
    {
        margin = Number(text, "%") is { } percent && IsRelative(percent / 100) ? Relative(percent / 100)
            : Number(text, "ms") is { } ms && IsAbsolute(ms) ? Milliseconds(ms)
            : null;
        return margin is not null;
    }

    /// <summary>"10 %" or "1 ms".</summary>
    public override string ToString() => Unit == Unit.Ratio ? $"{Size * 100:0.####} %" : $"{Size:0.####} ms";

    /// <summary>The margin that has the given limit on the scale of an effect.</summary>
    internal static double SizeOf(double limit, Unit unit) => unit == Unit.Ratio ? Math.Exp(limit) - 1 : limit;

    static double? Number(string? text, string unit) =>
        text is not null && text.EndsWith(unit, StringComparison.Ordinal)
        && double.TryParse(text[..^unit.Length].TrimEnd(), NumberStyles.AllowDecimalPoint, null, out var number)
            ? number : null;

    static bool IsRelative(double fraction) => fraction > 0 && double.IsFinite(fraction);

    static bool IsAbsolute(double ms) => ms >= SmallestMs && double.IsFinite(ms);
}
