namespace LambdaReports.Packages;

/// <summary>What the Go linker wrote into a program: its version and its modules (Go's debug/buildinfo).</summary>
/// <param name="Version">Such as <c>go1.22.1</c>.</param>
/// <param name="Modules">Such as <c>github.com/aws/aws-lambda-go v1.47.0</c>.</param>
sealed record GoBuildInfo(string Version, IReadOnlyList<Dependency> Modules)
{
    const int Alignment = 16;
    const int HeadLength = 32;

    // Programs hold a few by chance; more, or longer texts, are there to keep a reader busy.
    const int MostTried = 16;
    const int MostVersion = 1 << 10;
    const int MostLetters = 4 << 20;

    static readonly byte[] Magic = [0xFF, .. " Go buildinf:"u8];

    /// <summary><see langword="null"/> where there is none, as in what UPX has packed.</summary>
    internal static GoBuildInfo? In(ReadOnlySpan<byte> program)
    {
        for (var (at, tried) = (0, 0); tried < MostTried && program[at..].IndexOf(Magic) is var next and >= 0; at++)
        {
            at += next;
            if (at % Alignment == 0 && tried++ < MostTried && program.Length - at >= HeadLength)
            {
                Find(program, at, out var version, out var modules);
                if (version.StartsWith("go"u8) && version.Length < MostVersion)
                {
                    return new(Encoding.UTF8.GetString(version), ModulesIn(Encoding.UTF8.GetString(modules)));
                }
            }
        }

        return null;
    }

    static void Find(ReadOnlySpan<byte> program, int at, out ReadOnlySpan<byte> version, out ReadOnlySpan<byte> modules)
    {
        const int flagsAt = 15, inline = 2;
        var rest = program[(at + HeadLength)..];
        // Before Go 1.18: two pointers.
        var isPointed = (program[at + flagsAt] & inline) == 0;
        version = isPointed ? Pointed(program, program[(at + Alignment)..]) : Counted(ref rest);
        modules = isPointed ? Pointed(program, program[(at + Alignment + 8)..]) : Counted(ref rest);
    }

    // A length, seven bits a byte, and so many letters.
    static ReadOnlySpan<byte> Counted(scoped ref ReadOnlySpan<byte> rest)
    {
        var length = 0L;
        for (var shift = 0; shift < 32 && !rest.IsEmpty; shift += 7)
        {
            var digit = rest[0];
            rest = rest[1..];
            length |= (digit & 0x7FL) << shift;
            if (digit < 0x80)
            {
                break;
            }
        }

        var text = rest[..(int)Math.Min(length, Math.Min(MostLetters, rest.Length))];
        rest = rest[text.Length..];
        return text;
    }

    // The address of a Go string, which is the address of its letters and their number.
    static ReadOnlySpan<byte> Pointed(ReadOnlySpan<byte> program, ReadOnlySpan<byte> pointer)
    {
        var text = From(program, BinaryPrimitives.ReadUInt64LittleEndian(pointer));
        if (text.Length < 16)
        {
            return default;
        }

        var letters = From(program, BinaryPrimitives.ReadUInt64LittleEndian(text));
        var length = Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(text[8..]), (ulong)Math.Min(MostLetters, letters.Length));
        return letters[..(int)length];
    }

    // The program from an address in memory on, by the program headers of a 64-bit ELF file.
    static ReadOnlySpan<byte> From(ReadOnlySpan<byte> program, ulong address)
    {
        const int tableAt = 32, countAt = 56, length = 56, loaded = 1;
        var table = BinaryPrimitives.ReadUInt64LittleEndian(program[tableAt..]);
        for (var i = 0; i < BinaryPrimitives.ReadUInt16LittleEndian(program[countAt..]); i++)
        {
            var at = table + (ulong)(i * length);
            if (at > (ulong)program.Length - length)
            {
                break;
            }

            var header = program[(int)at..];
            var inside = address - BinaryPrimitives.ReadUInt64LittleEndian(header[16..]);
            var offset = BinaryPrimitives.ReadUInt64LittleEndian(header[8..]) + inside;
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) == loaded
                && inside < BinaryPrimitives.ReadUInt64LittleEndian(header[32..]) && offset < (ulong)program.Length)
            {
                return program[(int)offset..];
            }
        }

        return default;
    }

    static IReadOnlyList<Dependency> ModulesIn(string text) =>
        [.. text.Split('\n').Select(line => line.Split('\t'))
            .Where(parts => parts is ["dep", _, _, ..]).Select(parts => new Dependency(parts[1], parts[2]))];
}
