namespace Tests.Logs.Fuzz;

enum MutationKind
{
    Flip,
    Insert,
    CutEnd,
    CutStart,
    Delete,
    Duplicate,
    SwapLines,
    Splice,
    CutGzip,
    CutNestedGzip,
}

/// <summary>Damaged bytes.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Bytes">What came of it.</param>
/// <param name="FirstChange">Bytes before it are as they were; 0 where all are others.</param>
sealed record Mutation(MutationKind Kind, byte[] Bytes, int FirstChange)
{
    // And what means something: line ends, quotes, the start of an escape or of a letter in UTF-8.
    static readonly byte[] Controls =
        [0x00, 0x07, 0x08, 0x09, 0x0A, 0x0D, 0x1A, 0x1B, 0x1F, 0x22, 0x5C, 0x7F, 0xC2, 0xFF];

    /// <summary>Nothing was changed, only taken away: no other value than the input's may come
    /// out.</summary>
    internal bool IsCut => Kind is MutationKind.CutEnd or MutationKind.CutStart
        or MutationKind.CutGzip or MutationKind.CutNestedGzip;

    internal static Mutation Of(byte[] bytes, Random random)
    {
        var kind = (MutationKind)random.Next(Enum.GetValues<MutationKind>().Length);
        var at = random.Next(bytes.Length);
        var longest = random.Next(4) == 0 ? bytes.Length : 40;
        var end = Math.Min(bytes.Length, at + 1 + random.Next(longest));
        return kind switch
        {
            MutationKind.Flip => new(kind, Flipped(bytes, at, random), at),
            MutationKind.Insert => new(
                kind, [.. bytes[..at], Controls[random.Next(Controls.Length)], .. bytes[at..]], at),
            MutationKind.CutEnd => CutEnd(bytes, at),
            MutationKind.CutStart => CutStart(bytes, at),
            MutationKind.Delete => new(kind, [.. bytes[..at], .. bytes[end..]], at),
            MutationKind.Duplicate => new(kind, [.. bytes[..end], .. bytes[at..]], end),
            MutationKind.SwapLines => SwapLines(bytes, random),
            MutationKind.Splice => Splice(bytes, at, end, random),
            MutationKind.CutGzip => new(kind, Cut(Folder.Gzip(bytes), random), 0),
            _ => new(kind, Cut(Folder.Gzip(Cut(Folder.Gzip(bytes), random)), random), 0),
        };
    }

    internal static Mutation CutEnd(byte[] bytes, int length) =>
        new(MutationKind.CutEnd, bytes[..length], length);

    internal static Mutation CutStart(byte[] bytes, int start) =>
        new(MutationKind.CutStart, bytes[start..], 0);

    static byte[] Flipped(byte[] bytes, int at, Random random)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[at] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    static Mutation SwapLines(byte[] bytes, Random random)
    {
        var lines = bytes.AsSpan().Count((byte)'\n');
        var (first, second) = (random.Next(lines + 1), random.Next(lines + 1));
        var parts = Lines(bytes);
        (parts[first], parts[second]) = (parts[second], parts[first]);
        var start = parts.Take(Math.Min(first, second)).Sum(part => part.Length);
        return new(MutationKind.SwapLines, [.. parts.SelectMany(part => part)], start);
    }

    static List<byte[]> Lines(byte[] bytes)
    {
        List<byte[]> lines = [];
        var rest = bytes.AsSpan();
        for (int at; (at = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(at + 1)..])
        {
            lines.Add(rest[..(at + 1)].ToArray());
        }

        lines.Add(rest.ToArray());
        return lines;
    }

    // A part of another input in the place of a part of this one.
    static Mutation Splice(byte[] bytes, int at, int end, Random random)
    {
        var other = FuzzInput.All[random.Next(FuzzInput.All.Count)].Bytes;
        var from = random.Next(other.Length);
        var to = Math.Min(other.Length, from + 1 + random.Next(200));
        return new(MutationKind.Splice, [.. bytes[..at], .. other[from..to], .. bytes[end..]], at);
    }

    static byte[] Cut(byte[] bytes, Random random) => bytes[..random.Next(bytes.Length)];
}
