namespace LambdaReports.Packages;

/// <summary>Programs and libraries: for which machine, in which language, packed or not.</summary>
/// <remarks>ELFSharp 2.17 was tried: it must seek through a whole file and refuses one that is cut, while of a library in a
/// package only its header is needed, which has the machine at its 19th byte.</remarks>
sealed class NativeClues : Clues
{
    const int ElfHeaderLength = 64;
    const int UpxWithin = 1024;

    // What promises to be text is believed; whatever else is told by its bytes.
    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Text = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        ".js", ".mjs", ".cjs", ".ts", ".json", ".map", ".py", ".pyc", ".pyi", ".class", ".md", ".txt", ".html", ".css", ".xml", ".yml",
        ".yaml", ".properties", ".rst", ".csv", ".pdb", ".rb", ".h", ".c", ".jar", ".zip", ".gz", ".svg", ".png", ".dll",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    readonly List<(string Path, string? Machine, bool IsOwn)> programs = [];
    Evidence? program;

    /// <summary>A custom runtime starts from it.</summary>
    internal Evidence? Bootstrap { get; private set; }

    internal bool IsUpx { get; private set; }

    internal override Evidence? Told => Bootstrap ?? program;

    /// <summary>The machine of the own programs; where there are none or several, the one that all libraries have.</summary>
    internal string? Architecture => One(programs.Where(one => one.IsOwn)) ?? One(programs);

    internal override void See(PackedFile file)
    {
        var start = Text.Contains(Path.GetExtension(file.Path.AsSpan())) ? default : file.Start().Span;
        var isBootstrap = file.Path == "bootstrap";
        if (start.StartsWith("\u007fELF"u8))
        {
            SeeElf(file, start, isBootstrap);
        }
        else if (start is [0xCF or 0xCE, 0xFA, 0xED, 0xFE, ..] or [0xCA, 0xFE, 0xBA, 0xBE, ..] || IsWindows(start))
        {
            file.Look.Findings.Note(PackageFinding.WrongPlatform, file.Path);
        }
        else if (isBootstrap && start.StartsWith("#!"u8))
        {
            Bootstrap = new("provided", null, null, "bootstrap is a script", 0);
        }
    }

    /// <summary>Notes the libraries that do not run there; where nothing decides between machines, that there are several.</summary>
    internal void NoteStrangers(string? architecture, Findings findings)
    {
        foreach (var (path, _, _) in programs.Where(one => one.Machine is null || one.Machine != (architecture ?? one.Machine)))
        {
            findings.Note(PackageFinding.WrongPlatform, path);
        }

        if (architecture is null
            && programs.Where(one => one.Machine is not null).DistinctBy(one => one.Machine).ToArray() is [var first, var other])
        {
            findings.Note(PackageFinding.WrongPlatform, $"{first.Path} ({first.Machine}) or {other.Path} ({other.Machine})");
        }
    }

    // A text may begin with MZ too; at 0x3C of a program is where its header lies.
    static bool IsWindows(ReadOnlySpan<byte> start) => start.Length >= 0x40 && start.StartsWith("MZ"u8)
        && BinaryPrimitives.ReadUInt32LittleEndian(start[0x3C..]) is var header && header < start.Length
        && start[(int)header..].StartsWith("PE\0\0"u8);

    static string? One(IEnumerable<(string Path, string? Machine, bool IsOwn)> some) =>
        some.Select(one => one.Machine).OfType<string>().Distinct().ToArray() is [var machine] ? machine : null;

    void SeeElf(PackedFile file, ReadOnlySpan<byte> start, bool isBootstrap)
    {
        if (start.Length < ElfHeaderLength)
        {
            file.Look.Findings.Note(PackageFinding.Damaged, file.Path);
            return;
        }

        var machine = BinaryPrimitives.ReadUInt16LittleEndian(start[18..]);
        // A dependency's libraries are many, and tell nothing more.
        var isOwn = isBootstrap || (IsNearTop(file) && !file.Path.Contains(".cpython-", StringComparison.Ordinal));
        programs.Add((file.Path, machine == 62 ? "x86_64" : machine == 183 ? "arm64" : null, isOwn));
        if (isOwn)
        {
            var isUpx = start[..Math.Min(UpxWithin, start.Length)].IndexOf("UPX!"u8) >= 0;
            var told = Tell(file, isBootstrap, isUpx);
            Bootstrap = isBootstrap ? told : Bootstrap;
            // No other runtime started a program by its name, so that a packed one is taken for Go's.
            program = isBootstrap || file.EndsIn(".so") ? program
                : told.Language is not null ? told
                : program ?? (isUpx ? told : null);
        }
    }

    Evidence Tell(PackedFile file, bool isBootstrap, bool isUpx)
    {
        IsUpx |= isUpx;
        var bytes = isUpx ? default : file.All().Span;
        var go = GoBuildInfo.In(bytes);
        foreach (var module in go?.Modules ?? [])
        {
            Dependencies.TryAdd(module.InWords, module);
        }

        var (version, because) = isUpx ? (null, "packed by UPX")
            : go is not null ? ($"Go {go.Version.Replace("go", "", StringComparison.Ordinal)}", "Go build info")
            : bytes.IndexOf("__managedcode"u8) >= 0 ? (".NET NativeAOT", "a section of managed code")
            : (null, "a program");
        return new(isBootstrap ? "provided" : "go1.x", go is null ? null : "Go", version, $"{file.Path}: {because}",
            isBootstrap ? int.MaxValue : 0);
    }
}
