using System.IO.Hashing;

namespace LambdaReports.Packages;

/// <summary>A file as its archive or folder lists it.</summary>
/// <param name="Path">In the package, with <c>/</c>.</param>
/// <param name="Bytes">Unzipped, as the list says.</param>
/// <param name="ZippedBytes">In the archive; <see langword="null"/> in a folder.</param>
/// <param name="Open">Its bytes; <see langword="null"/> for a folder, a link, and what is encrypted.</param>
/// <param name="Look">Whose allowance reading it takes.</param>
sealed record PackedFile(string Path, long Bytes, long? ZippedBytes, Func<Stream>? Open, Look Look)
{
    /// <summary>Programs and archives beyond this are not looked into: their bytes are read into memory.</summary>
    internal const int MostBytes = 100 << 20;

    /// <summary>Of texts, which take several times their bytes.</summary>
    const int MostTextBytes = 16 << 20;

    /// <summary>Its checksum, which is looked at where all bytes are read; <see langword="null"/> in a folder.</summary>
    internal uint? Crc { get; init; }

    internal string Name => Path[(Path.LastIndexOf('/') + 1)..];

    internal bool IsNamed(string name) => EndsIn(name) && (Path.Length == name.Length || Path[^(name.Length + 1)] == '/');

    internal bool EndsIn(string ending) => Path.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>The first bytes; none where they cannot be read. Good until the next file is read.</summary>
    internal ReadOnlyMemory<byte> Start(int count = 4096) => Read((int)Math.Min(count, Bytes));

    /// <summary>All bytes; none where they are too many or cannot be read. Good until the next file is read.</summary>
    internal ReadOnlyMemory<byte> All() => Read(Bytes);

    /// <summary>As <see cref="All"/>, of a text.</summary>
    internal ReadOnlyMemory<byte> Text() => Read(Bytes, MostTextBytes);

    /// <summary>As <see cref="All"/>, and no copy of it.</summary>
    internal MemoryStream AllAsStream() => MemoryMarshal.TryGetArray(All(), out var bytes)
        ? new(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new();

    /// <summary>The lines of a text.</summary>
    internal IEnumerable<string> Lines() => Encoding.UTF8.GetString(Text().Span).Split('\n').Select(line => line.TrimEnd('\r'));

    ReadOnlyMemory<byte> Read(long count, int most = MostBytes)
    {
        if (Open is null || count == 0)
        {
            return default;
        }

        if (count > most || !Look.Takes(count))
        {
            Look.Findings.Note(PackageFinding.NotLookedInto, Path);
            return default;
        }

        try
        {
            using var stream = Open();
            var bytes = Look.Buffer((int)count);
            stream.ReadExactly(bytes.Span);
            if (count < Bytes || Crc is not { } crc || crc == Crc32.HashToUInt32(bytes.Span))
            {
                return bytes;
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            // Noted below, as a wrong checksum is.
        }

        Look.Findings.Note(PackageFinding.Damaged, Path);
        return default;
    }
}

/// <summary>What may still be looked into: of one package, no more than Lambda would unpack.</summary>
sealed class Look(Findings findings, Look? outer = null) : IDisposable
{
    byte[] buffer = [];
    long bytesLeft = LambdaLimits.UnzippedBytes;
    int filesLeft = 50_000;

    internal Findings Findings => findings;

    internal Memory<byte> Buffer(int count)
    {
        if (buffer.Length < count)
        {
            Dispose();
            buffer = ArrayPool<byte>.Shared.Rent(count);
        }

        return buffer.AsMemory(0, count);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    internal bool Takes(long bytes)
    {
        var (isLeft, isAllowed) = (bytes <= bytesLeft && filesLeft > 0, outer?.Takes(bytes) ?? true);
        bytesLeft -= isLeft ? bytes : 0;
        filesLeft--;
        return isLeft && isAllowed;
    }
}
