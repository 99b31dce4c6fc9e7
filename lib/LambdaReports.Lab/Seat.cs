using System.IO.Enumeration;

namespace LambdaReports.Lab;

/// <summary>A function of the experiment: its name, its runtime, how it starts.</summary>
/// <param name="Runtime">Lambda's identifier of the runtime, or one in its manner.</param>
/// <param name="Command">Program and arguments; <c>./</c> is the folder it is built in.</param>
sealed record Seat(
    string Name, string Runtime, string Language, string Typing, params string[] Command)
{
    public static IReadOnlyList<Seat> All { get; } =
    [
        new("aws-csharp", "dotnetcore3.1", "C#", "static", "./function"),
        new("aws-csharp2", "dotnet10", "C#", "static", "dotnet", "function.dll"),
        new("aws-fsharp", "dotnetcore3.1", "F#", "static", "./function"),
        new("aws-fsharp2", "dotnet10", "F#", "static", "dotnet", "function.dll"),
        new("aws-nodejs4", "nodejs4.3", "JavaScript", "dynamic", "./node", "handler.js"),
        new("aws-nodejs6", "nodejs6.10", "JavaScript", "dynamic", "./node", "handler.js"),
        new("aws-nodejs24", "nodejs24.x", "JavaScript", "dynamic", "./node", "handler.js"),
        new("aws-python3", "python3.11", "Python", "dynamic", "/usr/bin/python3", "handler.py"),
    ];

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
