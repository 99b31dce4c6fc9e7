using System.IO.Enumeration;

namespace LambdaReports.Lab;

/// <summary>A function of the experiment: its name, its runtime, how it starts.</summary>
/// <param name="Runtime">Lambda's identifier of the runtime, or one in its manner.</param>
/// <param name="Command">Program and arguments; paths are relative to the folder of what is deployed.</param>
sealed record Seat(string Name, string Runtime, string Language, string Typing, params string[] Command)
{
    // As Lambda starts Java: a heap below the memory size, the simplest collector, the first compiler only.
    static readonly string[] Java =
        ["java", "-Xmx870m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", ".:lib/*", "Function"];

    public static IReadOnlyList<Seat> All { get; } =
    [
        new("aws-csharp", "dotnetcore3.1", "C#", "static", "../runtime/function"),
        new("aws-csharp2", "dotnet10", "C#", "static", "dotnet", "function.dll"),
        new("aws-csharp-aot", "provided.al2023", "C#", "static", "./bootstrap"),
        new("aws-fsharp", "dotnetcore3.1", "F#", "static", "../runtime/function"),
        new("aws-fsharp2", "dotnet10", "F#", "static", "dotnet", "function.dll"),
        new("aws-go", "provided.al2023", "Go", "static", "./bootstrap"),
        new("aws-go-small", "provided.al2023", "Go", "static", "./bootstrap"),
        new("python-go", "python3.11", "Go", "static", "/usr/bin/python3", "handler.py"),
        new("aws-java", "java17", "Java", "static", Java),
        new("aws-nodejs4", "nodejs4.3", "JavaScript", "dynamic", "../runtime/node", "handler.js"),
        new("aws-nodejs6", "nodejs6.10", "JavaScript", "dynamic", "../runtime/node", "handler.js"),
        new("aws-nodejs24", "nodejs24.x", "JavaScript", "dynamic", "../runtime/node", "handler.js"),
        new("aws-python", "python2.7", "Python", "dynamic"),
        new("aws-python3", "python3.11", "Python", "dynamic", "/usr/bin/python3", "handler.py"),
    ];

    /// <summary>How long an invocation may take: Lambda's default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the init phase may take: Lambda's.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The seats that the names or globs select; all where there are none.</summary>
    /// <exception cref="LabException">A name or glob selects nothing.</exception>
    public static IReadOnlyList<Seat> Select(IReadOnlyList<string> globs)
    {
        if (globs.FirstOrDefault(glob => !All.Any(seat => seat.Matches(glob))) is { } unknown)
        {
            var known = string.Join(", ", All.Select(seat => seat.Name));
            throw new LabException($"No function is called {unknown}; there are {known}.");
        }

        return globs.Count == 0 ? All : [.. All.Where(seat => globs.Any(seat.Matches))];
    }

    bool Matches(string glob) =>
        FileSystemName.MatchesSimpleExpression(glob, Name, ignoreCase: false);
}
