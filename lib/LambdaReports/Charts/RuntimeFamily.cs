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
/// Both palettes were searched for the largest smallest distance in CIELAB between any two, with
/// normal sight and with each of the three dichromacies (Machado, Oliveira and Fernandes 2009), at
/// a contrast of at least 3:1 with their background (WCAG 2.2, 1.4.11). A test repeats the check.
/// </remarks>
static class RuntimeFamilies
{
    static readonly (string Word, RuntimeFamily Family)[] Words =
    [
        ("dotnet", RuntimeFamily.DotNet), ("csharp", RuntimeFamily.DotNet),
        ("fsharp", RuntimeFamily.DotNet), ("net", RuntimeFamily.DotNet),
        ("node", RuntimeFamily.NodeJs), ("nodejs", RuntimeFamily.NodeJs),
        ("javascript", RuntimeFamily.NodeJs), ("typescript", RuntimeFamily.NodeJs),
        ("python", RuntimeFamily.Python), ("java", RuntimeFamily.Java),
        ("kotlin", RuntimeFamily.Java), ("go", RuntimeFamily.Go), ("golang", RuntimeFamily.Go),
    ];

    /// <summary>The family that the last telling word of a runtime's or function's name names:
    /// <c>python-go</c> is Go behind a Python shim.</summary>
    internal static RuntimeFamily Of(string name)
    {
        var family = RuntimeFamily.Other;
        foreach (var word in Split(name))
        {
            foreach (var (known, candidate) in Words)
            {
                if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
                {
                    family = candidate;
                }
            }
        }

        return family;
    }

    /// <summary>The colour on a light background.</summary>
    internal static string OnLight(RuntimeFamily family) => family switch
    {
        RuntimeFamily.DotNet => "#2065ff",
        RuntimeFamily.NodeJs => "#16a85f",
        RuntimeFamily.Python => "#ce840b",
        RuntimeFamily.Java => "#ab2610",
        RuntimeFamily.Go => "#a2009e",
        _ => "#6b7280",
    };

    /// <summary>The colour on a dark background, of the same hue.</summary>
    internal static string OnDark(RuntimeFamily family) => family switch
    {
        RuntimeFamily.DotNet => "#1378ff",
        RuntimeFamily.NodeJs => "#73efb0",
        RuntimeFamily.Python => "#f5d549",
        RuntimeFamily.Java => "#e87f5d",
        RuntimeFamily.Go => "#c378d3",
        _ => "#9aa0a8",
    };

    // Versions belong to their word: nodejs24.x, csharp2, python3.
    static IEnumerable<string> Split(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i == name.Length || !char.IsAsciiLetter(name[i]))
            {
                if (i > start)
                {
                    yield return name[start..i];
                }

                start = i + 1;
            }
        }
    }
}
