namespace LambdaReports.Logs;

/// <summary>Reads study.json (lib/docs/study.schema.json) and says of a wrong one what is wrong where.</summary>
static partial class StudyReader
{
    /// <exception cref="JsonException">The text is no study: the line, the path of the field, what was
    /// expected and what was found.</exception>
    internal static Study Read(ReadOnlyMemory<byte> text)
    {
        var json = LocatedJson.Parse(text).Object("$schema", "origin", "caveats", "baseline", "functions", "missing", "claims", "prices", "run");
        Study study = new()
        {
            Schema = json["$schema"]?.AsText(),
            Origin = json["origin"]?.AsText(),
            Caveats = [.. json.List("caveats").Select(Known)],
            Baseline = json["baseline"]?.AsText(),
            Functions = [.. json.List("functions").Select(Function)],
            Missing = [.. json.List("missing").Select(Missing)],
            Claims = [.. json.List("claims").Select(Claim)],
            Prices = json["prices"] is { Value.ValueKind: not JsonValueKind.Null } prices ? PricesOf(prices) : null,
            Run = json["run"] is { Value: { ValueKind: not JsonValueKind.Null } run } ? run : null,
        };
        HashSet<string> names = [], ids = [];
        var twice = json.List("functions").FirstOrDefault(function => !names.Add(Name(function)));
        var again = json.List("claims").FirstOrDefault(claim => !ids.Add(Required(claim, "id")));
        return again is not null ? throw again["id"]!.Wrong("an id that no other claim of the study has")
            : twice is not null ? throw twice["name"]!.Wrong("a name that no other function of the study has")
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

    static StudyClaim Claim(LocatedJson json)
    {
        var claim = json.Object("id", "statement", "function", "baseline", "is", "margin");
        return new()
        {
            Id = Required(claim, "id") is var id && !char.IsAsciiDigit(id[0]) ? id
                : throw claim["id"]!.Wrong("an id that begins with no digit, as those of the article's claims do"),
            Statement = claim["statement"]?.AsText(),
            Function = Required(claim, "function"),
            Baseline = Required(claim, "baseline"),
            Is = Field(claim, "is").AsText("lower", "same", "notHigher")
                ?? throw claim["is"]!.Wrong("lower, same or notHigher"),
            Margin = claim["margin"] is not { } margin || margin.AsText() is not { } text ? null
                : MarginText().IsMatch(text) ? text
                : throw margin.Wrong("a margin such as 5% or 1ms"),
        };
    }

    static Prices PricesOf(LocatedJson json)
    {
        var prices = json.Object("perGBSecond", "perGBSecondArm", "perMillionRequests", "readOn");
        return new(Price("perGBSecond"), Price("perGBSecondArm"), Price("perMillionRequests"), Required(prices, "readOn"));

        double Price(string field) => Field(prices, field) is var price && price.Value.ValueKind == JsonValueKind.Number
            && price.Value.TryGetDouble(out var dollars) && dollars is > 0 and < 1000
                ? dollars : throw price.Wrong("a price in US dollars, such as 0.0000166667");
    }

    static string Required(LocatedJson json, string field) => Known(Field(json, field));

    static LocatedJson Field(LocatedJson json, string field) => json[field] ?? throw json.Wrong($"a field {field}", "none");

    [GeneratedRegex(@"^\d+(\.\d+)? ?(%|ms)$", RegexOptions.ExplicitCapture, -1)]
    private static partial Regex MarginText();

    static MissingFunction Missing(LocatedJson json) =>
        new(Name(json.Object("name", "reason")), json["reason"]?.AsText() ?? "");

    static string Name(LocatedJson json) => Required(json, "name");

    static string Known(LocatedJson json) => json.AsText() ?? throw json.Wrong("a text that is not blank");
}
