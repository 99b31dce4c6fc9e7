namespace LambdaReports.Charts;

/// <summary>What a function's colour stands for, in every figure.</summary>
enum RuntimeFamily
{
    DotNet,
    NodeJs,
    Python,
    Java,
    Go,
    Other,
}

/// <summary>Families by name, and their colours.</summary>
/// <remarks>
/// The colours, and those that pages put in their place on a dark background, were searched for
/// the largest smallest distance in CIELAB between any two, with normal sight and with each of the
/// three dichromacies (Machado, Oliveira and Fernandes 2009), at a contrast of at least 3:1 with
/// their background (WCAG 2.2, 1.4.11). A test repeats the check.
/// </remarks>
static class RuntimeFamilies
{
    static readonly Dictionary<RuntimeFamily, (string Colour, string[] Words)> Families = new()
    {
        [RuntimeFamily.DotNet] = ("#2065ff", ["dotnet", "csharp", "fsharp", "net"]),
        [RuntimeFamily.NodeJs] = ("#16a85f", ["node", "nodejs", "javascript", "typescript"]),
        [RuntimeFamily.Python] = ("#ce840b", ["python"]),
        [RuntimeFamily.Java] = ("#ab2610", ["java", "kotlin"]),
        [RuntimeFamily.Go] = ("#a2009e", ["go", "golang"]),
        [RuntimeFamily.Other] = ("#6b7280", []),
    };

    /// <summary>The family that the last telling word of a runtime's or function's name names:
    /// <c>python-go</c> is Go behind a Python shim.</summary>
    /// <remarks>Versions belong to their word: nodejs24.x, csharp2, python3.</remarks>
    internal static RuntimeFamily Of(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetter(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ')
            .SelectMany(word => Families.Where(family => family.Value.Words.Contains(word)))
            .Select(family => family.Key)
            .LastOrDefault(RuntimeFamily.Other);

    /// <summary>The colour on a light background.</summary>
    internal static string Colour(RuntimeFamily family) => Families[family].Colour;
}
