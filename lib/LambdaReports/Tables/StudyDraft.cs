using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>What logs tell for a study file; a person fills the blanks.</summary>
static class StudyDraft
{
    // As seen from a folder of logs in the repository.
    const string Schema = "../lib/docs/study.schema.json";

    internal static Study Of(Logs logs, out IReadOnlyList<string> inferred)
    {
        List<string> told = [];
        StudyFunction[] functions =
        [
            .. logs.Study.Functions.Select(function => function.Name).Union(logs.Functions)
                .Select(name => Fill(logs.Study.Find(name) ?? new() { Name = name }, logs, told)),
        ];
        inferred = told;
        return logs.Study with { Schema = logs.Study.Schema ?? Schema, Functions = functions };
    }

    static StudyFunction Fill(StudyFunction function, Logs logs, List<string> told)
    {
        var runtime = function.Runtime ?? Identifier(logs.Populations.FirstOrDefault(tables =>
            tables.Durations.Function == function.Name && tables.Runtime is not null)?.Runtime);
        var (language, typing) = Told(runtime);
        var filled = function with
        {
            Runtime = runtime,
            Language = function.Language ?? language,
            Typing = function.Typing ?? typing,
        };
        if (filled != function)
        {
            string?[] news = [filled.Runtime, filled.Language, filled.Typing];
            told.Add($"{filled.Name}: inferred {string.Join(", ", news.Except([function.Runtime, function.Language, function.Typing]))}");
        }

        return filled;
    }

    // .NET runs C# and F#; provided, and what is not listed, may run anything.
    static (string? Language, string? Typing) Told(string? runtime) => string.Concat((runtime ?? "").TakeWhile(char.IsAsciiLetter)) switch
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
    static string? Identifier(string? runtime)
    {
        if (runtime?.Split(':', '.') is not [var name, var version, .. var rest] || !runtime.Contains(':'))
        {
            return runtime;
        }

        var minor = rest is [var next, ..] && (next == "al2" || next.All(char.IsAsciiDigit)) ? $".{next}"
            : name == "nodejs" ? ".x" : "";
        return name + (name == "provided" ? "." : "") + version + minor;
    }
}
