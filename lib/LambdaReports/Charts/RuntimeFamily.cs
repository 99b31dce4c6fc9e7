namespace LambdaReports.Charts;

/// <summary>What a function's colour stands for, in every figure.</summary>
/// <remarks>
/// The colours, and those that pages put in their place on a dark background, were searched for
/// the largest smallest distance in CIELAB between any two, with normal sight and with each of the
/// three dichromacies (Machado, Oliveira and Fernandes 2009), at a contrast of at least 3:1 with
/// their background (WCAG 2.2, 1.4.11). A test repeats the check.
/// </remarks>
/// <param name="Name">As style sheets name it.</param>
/// <param name="Colour">On a light background.</param>
/// <param name="Words">Versions belong to their word: nodejs24.x, csharp2, python3.</param>
sealed record RuntimeFamily(string Name, string Colour, params string[] Words)
{
    static readonly RuntimeFamily Other = new("other", "#6b7280");

    internal static IReadOnlyList<RuntimeFamily> All { get; } =
    [
        new("dotnet", "#2065ff", "dotnet", "csharp", "fsharp", "net"),
        new("nodejs", "#16a85f", "node", "nodejs", "javascript", "typescript"),
        new("python", "#ce840b", "python"),
        new("java", "#ab2610", "java", "kotlin"),
        new("go", "#a2009e", "go", "golang"),
        Other,
    ];

    /// <summary>The family that the last telling word of a runtime's or function's name names:
    /// <c>python-go</c> is Go behind a Python shim.</summary>
    internal static RuntimeFamily Of(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetter(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ')
            .SelectMany(word => All.Where(family => family.Words.Contains(word)))
            .LastOrDefault(Other);
}
