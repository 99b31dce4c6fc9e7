using System.Text;

namespace Benchmarks;

/// <summary>How Lambda writes its platform events.</summary>
enum LogFormat
{
    Text,
    Json,
}

/// <summary>Logs as an export holds them: start and report of every invocation (in text also END), ten
/// a second, log-normal durations around 20 ms, every 2,000th cold.</summary>
/// <remarks>Faster than what reads it, so that it can feed a pipe: only ids and times are made anew,
/// what follows them is one of 65,536 prepared ends of line.</remarks>
sealed class LogGenerator
{
    /// <summary>Of an invocation's three lines of text, on average.</summary>
    internal const double BytesOfText = 340;

    const int Draws = 1 << 16;
    const int InvocationsPerSecond = 10;
    const int InvocationsPerColdStart = 2000;
    static readonly long BeginMs = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    static readonly byte[] HexDigits = "0123456789abcdef"u8.ToArray();

    // Prepared once: for each of 20,000 small files it took over ten minutes and 14 GB.
    static readonly double[] Durations = Draw();
    static readonly Lazy<byte[][]> TextEnds = new(() => Array.ConvertAll(Durations, duration => End(LogFormat.Text, duration, null)));
    static readonly Lazy<byte[][]> JsonEnds = new(() => Array.ConvertAll(Durations, duration => End(LogFormat.Json, duration, null)));

    readonly Stream target;
    readonly LogFormat format;
    readonly byte[][] ends;
    readonly byte[] buffer = GC.AllocateUninitializedArray<byte>(1 << 16);
    readonly byte[] id = "00000000-0000-4000-8000-000000000000"u8.ToArray();
    readonly TimeText start = new();
    readonly TimeText end = new();
    int used;

    LogGenerator(Stream target, LogFormat format)
    {
        (this.target, this.format) = (target, format);
        ends = (format == LogFormat.Json ? JsonEnds : TextEnds).Value;
    }

    /// <summary>Writes so many invocations.</summary>
    /// <param name="first">The number of the first, to go on where another file ended.</param>
    /// <param name="stride">Every so many-th invocation only: one of as many sandboxes that take turns.</param>
    /// <param name="function">Another number has other durations at the same times.</param>
    internal static void Write(
        Stream target, LogFormat format, long first, long count, int stride = 1, int function = 0)
    {
        var generator = new LogGenerator(target, format);
        for (var i = 0L; i < count; i++)
        {
            generator.Write(first + (i * stride), function);
            if (generator.used > generator.buffer.Length - 2048)
            {
                generator.Flush();
            }
        }

        generator.Flush();
    }

    void Flush()
    {
        target.Write(buffer, 0, used);
        used = 0;
    }

    void Write(long invocation, int function)
    {
        var mixed = Mix((ulong)invocation + ((ulong)function << 40));
        var draw = (int)(mixed % Draws);
        var rest = invocation % InvocationsPerColdStart == 0 ? End(format, Durations[draw], init: 200 + (draw % 100)) : ends[draw];
        SetId(mixed, Mix(mixed));
        var startMs = BeginMs + (invocation * 1000 / InvocationsPerSecond);
        start.Set(startMs);
        end.Set(startMs + (long)Durations[draw]);
        if (format == LogFormat.Json)
        {
            Append("{\"time\":\""u8, start.Text, "\",\"type\":\"platform.start\",\"record\":{\"requestId\":\""u8, id);
            Append("\",\"functionArn\":\"arn:aws:lambda:eu-west-1:123456789012:function:orders\","u8);
            Append("\"version\":\"$LATEST\"}}\n{\"time\":\""u8, end.Text);
            Append("\",\"type\":\"platform.report\",\"record\":{\"requestId\":\""u8, id, rest);
        }
        else
        {
            Append(start.Text, " START RequestId: "u8, id, " Version: $LATEST\n"u8);
            Append(end.Text, " END RequestId: "u8, id, "\n"u8);
            Append(end.Text, " REPORT RequestId: "u8, id, rest);
        }
    }

    /// <summary>What follows the request id of a report.</summary>
    static byte[] End(LogFormat format, double duration, double? init)
    {
        var digits = format == LogFormat.Json ? 3 : 2;
        var billed = Math.Ceiling(Math.Round(duration, digits) + Math.Round(init ?? 0, digits));
        return Encoding.UTF8.GetBytes(format == LogFormat.Json
            ? $"\",\"metrics\":{{\"durationMs\":{duration:F3},\"billedDurationMs\":{billed},\"memorySizeMB\":1024,"
                + $"\"maxMemoryUsedMB\":87{(init is null ? "" : $",\"initDurationMs\":{init:F3}")}}},\"status\":\"success\"}}}}\n"
            : $"\tDuration: {duration:F2} ms\tBilled Duration: {billed} ms\tMemory Size: 1024 MB\tMax Memory Used: 87 MB\t"
                + (init is null ? "\n" : $"Init Duration: {init:F2} ms\t\n"));
    }

    /// <summary>A number well mixed, each its own (SplitMix64; Steele, Lea and Flood, OOPSLA 2014).</summary>
    static ulong Mix(ulong number)
    {
        number = (number + 1) * 0x9E3779B97F4A7C15;
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    void SetId(ulong high, ulong low)
    {
        for (var i = 0; i < id.Length; i++)
        {
            if (id[i] != '-')
            {
                id[i] = HexDigits[(int)low & 15];
                low = (low >> 4) | (high << 60);
                high >>= 4;
            }
        }
    }

    void Append(
        ReadOnlySpan<byte> one,
        ReadOnlySpan<byte> two = default,
        ReadOnlySpan<byte> three = default,
        ReadOnlySpan<byte> four = default)
    {
        one.CopyTo(buffer.AsSpan(used));
        two.CopyTo(buffer.AsSpan(used += one.Length));
        three.CopyTo(buffer.AsSpan(used += two.Length));
        four.CopyTo(buffer.AsSpan(used += three.Length));
        used += four.Length;
    }

    static double[] Draw()
    {
        Random random = new(1);
        var durations = new double[Draws];
        for (var i = 0; i < Draws; i++)
        {
            durations[i] = Math.Max(0.01, 20 * Math.Exp(0.5 * Normal(random)));
        }

        return durations;
    }

    static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}

/// <summary>A time as text; of times in the same second only the milliseconds are written.</summary>
sealed class TimeText
{
    readonly byte[] text = new byte["2026-11-01T00:00:00.000Z".Length];
    long second = -1;

    internal ReadOnlySpan<byte> Text => text;

    internal void Set(long ms)
    {
        if (second != ms / 1000)
        {
            second = ms / 1000;
            DateTimeOffset.FromUnixTimeMilliseconds(ms).TryFormat(text, out _, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        }

        var rest = (int)(ms % 1000);
        text[^4] = (byte)('0' + (rest / 100));
        text[^3] = (byte)('0' + (rest / 10 % 10));
        text[^2] = (byte)('0' + (rest % 10));
    }
}
