namespace LambdaReports.Logs;

/// <summary>What Lambda costs on demand, in US dollars, without a free tier or discounts.</summary>
/// <param name="PerGBSecond">Of x86_64, which is also taken where the architecture is unknown.</param>
/// <param name="PerGBSecondArm">Of arm64.</param>
/// <param name="PerMillionRequests">Whatever they do.</param>
/// <param name="ReadOn">When the price list was read, as a date or month.</param>
sealed record Prices(double PerGBSecond, double PerGBSecondArm, double PerMillionRequests, string ReadOn)
{
    /// <summary>The first tier in us-east-1.</summary>
    internal static Prices Default { get; } = new(0.0000166667, 0.0000133334, 0.20, "2026-11");

    /// <summary>A study's, else the list prices.</summary>
    internal static Prices Of(Study study) => study.Prices ?? Default;

    /// <summary>The prices in a sentence.</summary>
    public override string ToString() =>
        $"{PerGBSecond:0.0000000000} US$ for a GB-second ({PerGBSecondArm:0.0000000000} on arm64) and {PerMillionRequests:0.00} US$ for a "
        + $"million requests, read in {ReadOn}; where logs do not tell the architecture, x86_64 is taken";
}
