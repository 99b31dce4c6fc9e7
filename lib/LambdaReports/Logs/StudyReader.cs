using System.Text.Json;

namespace LambdaReports.Logs;

/// <summary>Reads study.json (lib/docs/study.schema.json) and says of a wrong one what is wrong where.</summary>
static class StudyReader
{
    /// <exception cref="JsonException">The text is no study: the line, the path of the field, what was
    /// expected and what was found.</exception>
    internal static Study Read(ReadOnlyMemory<byte> text)
    {
        var json = LocatedJson.Parse(text).Object("$schema", "origin", "caveats", "baseline", "functions", "missing", "run");
        Study study = new()
        {
            Schema = json["$schema"]?.AsText(),
            Origin = json["origin"]?.AsText(),
            Caveats = [.. json.List("caveats").Select(Known)],
            Baseline = json["baseline"]?.AsText(),
            Functions = [.. json.List("functions").Select(Function)],
            Missing = [.. json.List("missing").Select(Missing)],
            Run = json["run"] is { Value: { ValueKind: not JsonValueKind.Null } run } ? run : null,
        };
        HashSet<string> names = [];
        var twice = json.List("functions").FirstOrDefault(function => !names.Add(Name(function)));
        return twice is not null ? throw twice["name"]!.Wrong("a name that no other function of the study has")
            : study.Baseline is { } baseline && names.Count > 0 && !names.Contains(baseline)
                ? throw json["baseline"]!.Wrong("the name of a function of the study")
            : study;
    }

    static StudyFunction Function(LocatedJson json) => new()
    {
        Name = Name(json.Object("name", "runtime", "architecture", "language", "typing", "work", "package")),
        Runtime = json["runtime"]?.AsText(),
        Architecture = json["architecture"]?.AsText("x86_64", "arm64"),
        Language = json["language"]?.AsText(),
        Typing = json["typing"]?.AsText("static", "dynamic"),
        Work = json["work"]?.AsText(),
        Package = json["package"]?.AsText(),
    };

    static MissingFunction Missing(LocatedJson json) =>
        new(Name(json.Object("name", "reason")), json["reason"]?.AsText() ?? "");

    static string Name(LocatedJson json) => Known(json["name"] ?? throw json.Wrong("a field name", "none"));

    static string Known(LocatedJson json) => json.AsText() ?? throw json.Wrong("a text that is not blank");
}
