namespace LambdaReports.Lab;

/// <summary>Dates of the stopwatch's ticks: no step of the system's clock shows in
/// them.</summary>
sealed class RunClock
{
    readonly long origin = Stopwatch.GetTimestamp();

    public DateTime StartUtc { get; } = DateTime.UtcNow;

    public DateTime UtcAt(long ticks) => StartUtc + Stopwatch.GetElapsedTime(origin, ticks);

    public static long Ticks(TimeSpan span) =>
        (long)(span.TotalSeconds * Stopwatch.Frequency);
}
