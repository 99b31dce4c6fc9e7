namespace LambdaReports.Packages;

/// <summary>What can be wrong with a package.</summary>
enum PackageFinding
{
    NoCode,
    Encrypted,
    UnsafeName,
    NameNotUtf8,
    Link,
    Overlapping,
    Damaged,
    NotLookedInto,
    ManyEntries,
    WrongPlatform,
    TwiceTheSame,
}

/// <summary>What is wrong with a package: of each kind how often, and the first.</summary>
/// <param name="outer">Takes what is noted, where this is of an archive in the package.</param>
/// <param name="archive">Its path.</param>
sealed class Findings(Findings? outer = null, string? archive = null)
{
    readonly SortedDictionary<PackageFinding, (long Count, string First)> noted = [];

    internal void Note(PackageFinding finding, string first)
    {
        outer?.Note(finding, $"{archive}!/{first}");
        var (count, earlier) = noted.GetValueOrDefault(finding, (0, first));
        noted[finding] = (count + 1, earlier);
    }

    /// <summary>A line a kind: its code, and a sentence with the remedy.</summary>
    internal IReadOnlyList<string> InWords() => [.. noted.Select(one => Sentence(one.Key, $"{one.Value.Count:N0}", one.Value.First))];

    static string Sentence(PackageFinding finding, string count, string first) => finding switch
    {
        PackageFinding.NoCode => "noCode: nothing is found that a runtime of Lambda's runs; the handler must lie at the archive's top.",
        PackageFinding.Encrypted => $"encrypted: {count}, such as {first}, which Lambda cannot unpack; zip without a password.",
        PackageFinding.UnsafeName => $"unsafeName: {count} absolute or with .. or \\, such as {first}; zip from inside its folder.",
        PackageFinding.NameNotUtf8 => $"nameNotUtf8: {count}, such as {first}; zip where names are UTF-8.",
        PackageFinding.Link => $"link: {count} symbolic links, such as {first}, are not followed; zip what they lead to.",
        PackageFinding.Overlapping => $"overlapping: the entries from {first} on share bytes with others, as in a zip bomb; build it anew.",
        PackageFinding.Damaged => $"damaged: {count} cut, damaged or not readable, such as {first}; build or copy the package anew.",
        PackageFinding.NotLookedInto => $"notLookedInto: {count}, such as {first}, as they or all are larger than Lambda takes; leave out "
            + "what is not needed.",
        PackageFinding.ManyEntries => $"manyEntries: {count} more than are listed, such as {first}, counted as own code; leave out what "
            + "is not needed.",
        PackageFinding.WrongPlatform => $"wrongPlatform: {count} programs or libraries of another system, such as {first}; leave them out.",
        _ => $"twiceTheSame: {count} dependencies more than once, such as {first}; see that one version serves all.",
    };
}
