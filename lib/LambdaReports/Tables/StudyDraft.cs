using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>What logs tell for a study file; a person fills the blanks.</summary>
static class StudyDraft
{
    internal static Study Of(Logs logs, out IReadOnlyList<string> inferred)
    {
        List<string> told = [];
        var names = logs.Study.Functions.Select(function => function.Name).Union(logs.Functions);
        StudyFunction[] functions = [.. names.Select(name => Fill(logs.Study.Find(name) ?? new() { Name = name }, logs, told))];
        inferred = told;
        return logs.Study with { Functions = functions };
    }

    static StudyFunction Fill(StudyFunction function, Logs logs, List<string> told)
    {
        var runtime = function.Runtime ?? Identifier(logs.Populations.FirstOrDefault(tables =>
            tables.Durations.Function == function.Name && tables.Runtime is not null)?.Runtime);
        var (language, typing) = Told(runtime ?? "");
        (language, typing) = (function.Language ?? language, function.Typing ?? typing);
        string?[] before = [function.Runtime, function.Language, function.Typing];
        string?[] inferred = [.. new[] { runtime, language, typing }.Except(before)];
        if (inferred.Length > 0)
        {
            told.Add($"{function.Name}: inferred {string.Join(", ", inferred)}");
        }

        return function with { Runtime = runtime, Language = language, Typing = typing };
    }

    // .NET runs C# and F#; provided, and what is not listed, may run anything.
    static (string? Language, string? Typing) Told(string runtime) => string.Concat(runtime.TakeWhile(char.IsAsciiLetter)) switch
    {
        "nodejs" => ("JavaScript", "dynamic"),
        "python" => ("Python", "dynamic"),
        "ruby" => ("Ruby", "dynamic"),
        "java" => ("Java", "static"),
        "go" => ("Go", "static"),
        "dotnet" or "dotnetcore" => (null, "static"),
        _ => (null, null),
    };

    // INIT_START says python:3.12.v30, nodejs:22.mainline.v122, java:8.al2.v40, provided:al2023.v33
    // for what is configured as python3.12, nodejs22.x, java8.al2, provided.al2023.
    static string? Identifier(string? runtime) =>
        runtime?.Split(':', '.') is [var name, var version, .. var rest] && runtime.Contains(':')
            ? name + (name == "provided" ? "." : "") + version + Minor(name, rest.FirstOrDefault(""))
            : runtime;

    static string Minor(string name, string next) =>
        next is "al2" || int.TryParse(next, out _) ? $".{next}" : name is "nodejs" or "go" ? ".x" : "";
}
