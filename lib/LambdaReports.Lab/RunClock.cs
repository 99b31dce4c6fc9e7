using System.Diagnostics;

namespace LambdaReports.Lab;

/// <summary>Turns the stopwatch's ticks into dates, so that no step of the system's clock shows.</summary>
sealed class RunClock
{
    readonly long origin = Stopwatch.GetTimestamp();

    public DateTime StartUtc { get; } = DateTime.UtcNow;

    public DateTime UtcAt(long ticks) => StartUtc + Stopwatch.GetElapsedTime(origin, ticks);

    public static long Ticks(TimeSpan span) =>
        (long)(span.TotalSeconds * Stopwatch.Frequency);
}
