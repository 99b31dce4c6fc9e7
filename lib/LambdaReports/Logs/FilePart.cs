using Microsoft.Win32.SafeHandles;

namespace LambdaReports.Logs;

/// <summary>A stretch of a large plain file that one core reads while others read the rest.</summary>
/// <param name="LeadIn">Where reading starts: a little before, since a copy of a record is recognised by
/// the records before it.</param>
/// <param name="From">Where the stretch starts, at an event.</param>
/// <param name="To">Where it ends.</param>
sealed record FilePart(long LeadIn, long From, long To)
{
    const long Shortest = 8 << 20;
    const int LeadInBytes = 128 << 10;

    // Several, since one core may be held up.
    const int PartsPerCore = 8;

    /// <summary>The whole file.</summary>
    internal static FilePart Whole { get; } = new(0, 0, long.MaxValue);

    internal bool IsWhole => this == Whole;

    // One for all parts: another file may take this one's place while they are read.
    Lazy<SafeFileHandle>? Handle { get; init; }

    /// <summary>Opens the file; <see langword="null"/> where the part is the whole.</summary>
    internal Stream? Open() => Handle is { Value: var handle }
        ? new FileStream(new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: false), FileAccess.Read, bufferSize: 1)
        : null;

    /// <summary>All parts are read.</summary>
    internal void Close() => (Handle is { IsValueCreated: true, Value: var handle } ? handle : null)?.Dispose();

    /// <summary>The parts of a file: several for plain text with a time or JSON on each line.</summary>
    internal static IReadOnlyList<FilePart> Of(LogFile file)
    {
        try
        {
            if (file is { IsStandardInput: false, Remote: null } && new FileInfo(file.FullPath).Length is >= 2 * Shortest and var length)
            {
                using var handle = OpenHandle(file);
                return Split(handle, length, new(() => OpenHandle(file)));
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Reading it tells what is wrong.
        }

        return [Whole];
    }

    static SafeFileHandle OpenHandle(LogFile file) => File.OpenHandle(file.FullPath, share: FileShare.ReadWrite);

    static List<FilePart> Split(SafeFileHandle handle, long length, Lazy<SafeFileHandle> shared)
    {
        Span<byte> start = stackalloc byte[64];
        if (!LogBytes.IsPlain(start[..RandomAccess.Read(handle, start, 0)]) || !StartsEvent(start))
        {
            return [Whole];
        }

        // A loop, since every start of the program would compile queries over numbers.
        var count = (int)Math.Min(length / Shortest, PartsPerCore * Environment.ProcessorCount);
        List<FilePart> parts = [];
        var buffer = new byte[LeadInBytes];
        for (var (i, from) = (1, 0L); i <= count; i++)
        {
            if ((i == count ? length : NextEvent(handle, length / count * i, buffer)) is > 0 and var to)
            {
                // There is no lead-in where no event begins shortly before.
                var leadIn = from > 0 ? NextEvent(handle, from - LeadInBytes, buffer) : 0;
                parts.Add(new(leadIn > 0 ? leadIn : from, from, to) { Handle = shared });
                from = to;
            }
        }

        return parts;
    }

    // Behind the next line feed that an event follows; 0 where none is near.
    static long NextEvent(SafeFileHandle handle, long offset, byte[] buffer)
    {
        var text = buffer.AsSpan(0, RandomAccess.Read(handle, buffer, offset));
        for (var at = 0; text[at..].IndexOf((byte)'\n') is >= 0 and var end;)
        {
            at += end + 1;
            if (StartsEvent(text[at..]))
            {
                return offset + at;
            }
        }

        return 0;
    }

    static bool StartsEvent(ReadOnlySpan<byte> line) =>
        default(EventTime).TryReadUsual(line, out _) || line.StartsWith("{\"time\":\""u8);
}
