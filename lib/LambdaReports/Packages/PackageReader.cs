namespace LambdaReports.Packages;

/// <summary>Reads one package: first what its files tell, then what each is there for.</summary>
/// <param name="list">The files, read with an allowance.</param>
sealed class PackageReader(Func<Look, IEnumerable<PackedFile>> list)
{
    readonly Findings findings = new();
    readonly NativeClues native = new();
    readonly DotNetClues dotNet = new();
    readonly List<Clues> all = [];
    readonly List<(string Path, long Bytes, long? ZippedBytes)> files = [];
    readonly Dictionary<EntryKind, long> byKind = Enum.GetValues<EntryKind>().ToDictionary(kind => kind, _ => 0L);

    /// <param name="path">For messages.</param>
    /// <param name="function">Whose it is.</param>
    /// <param name="zippedBytes">The archive's length; <see langword="null"/> for a folder.</param>
    internal DeploymentPackage Read(string path, string function, long? zippedBytes)
    {
        all.AddRange([dotNet, new JavaClues(), new NodeClues(), new PythonClues(), native]);
        using Look look = new(findings);
        var count = 0L;
        foreach (var file in list(look))
        {
            if (count++ < DeploymentPackage.MostEntries)
            {
                all.ForEach(clues => clues.See(file));
                files.Add((file.Path, file.Bytes, file.ZippedBytes));
            }
            else
            {
                findings.Note(PackageFinding.ManyEntries, file.Path);
                byKind[EntryKind.OwnCode] += file.Bytes;
            }
        }

        var evidence = Decide();
        var architecture = native.Architecture ?? evidence?.Architecture;
        native.NoteStrangers(architecture, findings);
        var dependencies = Dependencies();
        var entries = files.ConvertAll(Sort);
        if (evidence is null && architecture is null && dependencies is [])
        {
            findings.Note(PackageFinding.NoCode, path);
        }

        return new()
        {
            Path = path,
            Function = function,
            Runtime = evidence?.Runtime,
            Language = evidence?.Language,
            LanguageVersion = evidence?.Version,
            Architecture = architecture,
            Evidence = evidence?.Because,
            ZippedBytes = zippedBytes,
            UnzippedBytes = byKind.Values.Sum(),
            EntryCount = count,
            IsUpx = native.IsUpx,
            BytesByKind = byKind,
            Dependencies = dependencies,
            Entries = entries,
            Limits = LambdaLimits.Of(zippedBytes, byKind.Values.Sum()),
            Warnings = findings.InWords(),
        };
    }

    // A custom runtime is what its bootstrap is, or what that calls; else it is the language of most of the own files.
    Evidence? Decide()
    {
        var told = all.Where(clues => clues != native).Select(clues => clues.Told).OfType<Evidence>().MaxBy(evidence => evidence.Files);
        return native.Bootstrap is not { } bootstrap ? (told is { Files: >= 0 } ? told : native.Told ?? told)
            : bootstrap.Version is null && (bootstrap.Files == 0 ? told : dotNet.Told) is { } called
                ? called with { Runtime = bootstrap.Runtime, Because = $"{bootstrap.Because}; {called.Because}" }
            : bootstrap;
    }

    IReadOnlyList<string> Dependencies()
    {
        var dependencies = all.SelectMany(clues => clues.Dependencies.Values).ToArray();
        foreach (var copies in dependencies.GroupBy(one => one.Name).Where(copies => copies.Skip(1).Any()))
        {
            findings.Note(PackageFinding.TwiceTheSame,
                $"{copies.Key} ({string.Join(", ", copies.Select(copy => copy.Version).Distinct())})");
        }

        return [.. dependencies.Select(one => one.InWords)];
    }

    PackageEntry Sort((string Path, long Bytes, long? ZippedBytes) file)
    {
        var owner = all.Select(clues => clues.KindOf(file.Path)).FirstOrDefault(found => found is not null);
        var kind = Unneeded.KindOf(file.Path) ?? owner?.Kind ?? EntryKind.OwnCode;
        byKind[kind] += file.Bytes;
        return new(file.Path, file.Bytes, file.ZippedBytes, kind, owner?.Dependency);
    }
}
