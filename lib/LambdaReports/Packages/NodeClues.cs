namespace LambdaReports.Packages;

/// <summary>JavaScript: scripts, package.json and node_modules.</summary>
sealed class NodeClues : Clues
{
    const string Modules = "node_modules/";

    string? engine;

    internal override Evidence? Told => Scripts + Dependencies.Count == 0 ? null : new(
        "nodejs",
        "JavaScript",
        engine is null ? null : $"Node.js {engine}",
        $"{Scripts:N0} scripts, {Dependencies.Count:N0} packages in node_modules",
        Weight);

    internal override void See(PackedFile file)
    {
        if (RootOf(file.Path) is var (root, name))
        {
            Dependencies.TryAdd(root, new(name, null));
            if (file.Path.Length == root.Length + "package.json".Length && file.EndsIn("/package.json"))
            {
                Dependencies[root] = new(name, TextOf(In(JsonOf(file), "version")));
            }
        }
        else if (file.Path is "package.json" or "nodejs/package.json")
        {
            engine = TextOf(In(In(JsonOf(file), "engines"), "node"));
        }
        else if (file.EndsIn(".js") || file.EndsIn(".mjs") || file.EndsIn(".cjs"))
        {
            CountScript(file);
        }
    }

    internal override (EntryKind Kind, string? Dependency)? KindOf(string path) =>
        RootOf(path) is var (root, _) ? (EntryKind.Dependencies, Dependencies[root].InWords) : null;

    // node_modules/NAME/ or node_modules/@SCOPE/NAME/, of the innermost.
    static (string Root, string Name)? RootOf(string path)
    {
        var from = path.LastIndexOf(Modules, StringComparison.Ordinal) + Modules.Length;
        var end = from < Modules.Length || from == path.Length || path[from] == '.' ? -1 : path.IndexOf('/', from);
        end = end > 0 && path[from] == '@' ? path.IndexOf('/', end + 1) : end;
        return end > 0 ? (path[..(end + 1)], path[from..end]) : null;
    }
}
