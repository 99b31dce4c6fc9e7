using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Json.Schema;
using LambdaReports.Logs;
using Tests.Conventions;

namespace Tests.Logs;

/// <summary>study.json: its schema, and what a wrong one is told.</summary>
public class StudyTests
{
    static readonly string SchemaFile = Path.Combine(Repository.Root, "lib/docs/study.schema.json");

    static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(SchemaFile))!;

    static readonly JsonSchema Rules = JsonSchema.FromFile(SchemaFile);

    static Study Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    static Study Read(byte[] bytes)
    {
        using var folder = new Folder();
        File.WriteAllBytes(folder["study.json"], bytes);
        return Study.Read(folder["study.json"], "study.json");
    }

    static bool Satisfies(string text) =>
        Rules.Evaluate(JsonDocument.Parse(text).RootElement).IsValid;

    static IEnumerable<string> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(property => property.GetMethod!.IsPublic || property.IsDefined(typeof(JsonIncludeAttribute)))
        .Select(property => property.GetCustomAttributes(typeof(JsonPropertyNameAttribute), inherit: false) is [JsonPropertyNameAttribute named]
            ? named.Name
            : JsonNamingPolicy.CamelCase.ConvertName(property.Name))
        .Order();

    static IEnumerable<string> PropertiesAt(params string[] path) =>
        path.Aggregate(Schema, (node, name) => node[name]!)["properties"]!.AsObject().Select(property => property.Key).Order();

    [Fact]
    public void The_shipped_study_satisfies_the_schema()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "data/measured/study.json"));
        Assert.True(Satisfies(text));
        Assert.Equal(12, Read(text).Functions.Count);
    }

    [Fact]
    public void The_schema_names_the_properties_that_the_records_have()
    {
        Assert.Equal(PropertiesOf(typeof(Study)), PropertiesAt());
        Assert.Equal(PropertiesOf(typeof(StudyFunction)), PropertiesAt("properties", "functions", "items"));
        Assert.Equal(PropertiesOf(typeof(MissingFunction)), PropertiesAt("properties", "missing", "items"));
        Assert.Equal(PropertiesOf(typeof(Prices)), PropertiesAt("properties", "prices"));
    }

    [Fact]
    public void Every_field_of_the_schema_is_read()
    {
        const string text = """
            {
              // Comments and a comma too many do not hurt.
              "$schema": "s", "origin": "simulated", "caveats": ["c"], "baseline": "f",
              "functions": [{ "name": "f", "runtime": "dotnet10", "architecture": "arm64", "language": "F#",
                "typing": "static", "work": "hello", "package": "f.zip" }],
              "missing": [{ "name": "m", "reason": "r" }],
              "prices": { "perGBSecond": 2e-5, "perGBSecondArm": 1e-5, "perMillionRequests": 0.25, "readOn": "2027-01" },
              "run": { "seed": 1 /* two */ },
            }
            """;
        var study = Read(text);
        Assert.Equal(("s", "simulated", "f"), (study.Schema, study.Origin, study.Baseline));
        Assert.Equal(["c"], study.Caveats);
        Assert.Equal(new(2e-5, 1e-5, 0.25, "2027-01"), study.Prices);
        Assert.Equal("f.zip", Path.GetFileName(study.Functions[0].PackagePath));
        Assert.Equal(
            new StudyFunction
            {
                Name = "f",
                Runtime = "dotnet10",
                Architecture = "arm64",
                Language = "F#",
                Typing = "static",
                Work = "hello",
                Package = "f.zip",
                PackagePath = study.Functions[0].PackagePath,
            },
            Assert.Single(study.Functions));
        Assert.Equal(new("m", "r"), Assert.Single(study.Missing));
        Assert.Equal(1, study.Run!.Value.GetProperty("seed").GetInt32());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF{}")]
    [InlineData("""{ "origin": null, "baseline": "", "run": null, "prices": null, "$schema": "" }""")]
    [InlineData("""{ "functions": [{ "name": "f", "runtime": "", "architecture": "", "language": null, "typing": "", "work": " ", "package": null }] }""")]
    [InlineData("""{ "functions": [{ "name": "f", "typing": null, "architecture": null }], "missing": [{ "name": "m", "reason": null }, { "name": "n" }] }""")]
    public void A_blank_means_unknown(string text)
    {
        Assert.True(Satisfies(text.TrimStart('\uFEFF')));
        var study = Read(text);
        Assert.Null(study.Baseline);
        Assert.All(study.Functions, function => Assert.Equal(new StudyFunction { Name = "f" }, function));
    }

    [Theory]
    [InlineData("""[]""", "1: $: expected an object, found []")]
    [InlineData("""{ "functions": null }""", "1: $.functions: expected a list, found null")]
    [InlineData("""{ "functions": [null] }""", "1: $.functions[0]: expected an object, found null")]
    [InlineData("""{ "functions": [{ "name": 5 }] }""", "1: $.functions[0].name: expected a text, found 5")]
    [InlineData("""{ "functions": [{ "name": " " }] }""", "1: $.functions[0].name: expected a text that is not blank, found \" \"")]
    [InlineData("""{ "functions": [{ "work": "hello" }] }""", "1: $.functions[0]: expected a field name, found none")]
    [InlineData("{\n \"functions\": [{\n \"name\": \"f\",\n \"nmae\": \"g\" }] }", "4: $.functions[0].nmae: expected the fields name, runtime, architecture, language, typing, work, package, each once, found this field")]
    [InlineData("""{ "functions": [{ "name": "f", "typing": "Static" }] }""", "1: $.functions[0].typing: expected \"static\" or \"dynamic\", found \"Static\"")]
    [InlineData("""{ "functions": [{ "name": "f", "typing": true }] }""", "1: $.functions[0].typing: expected a text, found true")]
    [InlineData("""{ "functions": [{ "name": "f", "architecture": "amd64" }] }""", "1: $.functions[0].architecture: expected \"x86_64\" or \"arm64\", found \"amd64\"")]
    [InlineData("""{ "caveats": "one" }""", "1: $.caveats: expected a list, found \"one\"")]
    [InlineData("""{ "caveats": [null] }""", "1: $.caveats[0]: expected a text that is not blank, found null")]
    [InlineData("""{ "missing": [{ "name": "m", "why": "r" }] }""", "1: $.missing[0].why: expected the fields name, reason, each once, found this field")]
    [InlineData("""{ "prices": { "perGBSecond": 2e-5, "perMillionRequests": 0.2, "readOn": "2027-01" } }""", "1: $.prices: expected a field perGBSecondArm, found none")]
    [InlineData("""{ "prices": { "perGBSecond": "2e-5", "perGBSecondArm": 1e-5, "perMillionRequests": 0.2, "readOn": "2027-01" } }""", "1: $.prices.perGBSecond: expected a price in US dollars, such as 0.0000166667, found \"2e-5\"")]
    [InlineData("""{ "prices": { "perGBSecond": 2e-5, "perGBSecondArm": 1e-5, "perMillionRequests": 0, "readOn": "2027-01" } }""", "1: $.prices.perMillionRequests: expected a price in US dollars")]
    [InlineData("""{ "prices": { "perGBSecond": 2e-5, "perGBSecondArm": 1e-5, "perMillionRequests": 0.2, "readOn": "" } }""", "1: $.prices.readOn: expected a text that is not blank")]
    [InlineData("""{ "claims": [{ "id": "1a", "function": "f", "baseline": "g", "is": "same" }] }""", "1: $.claims[0].id: expected an id that begins with no digit")]
    [InlineData("""{ "Functions": [] }""", "1: $.Functions: expected the fields $schema, origin,")]
    public void A_wrong_study_is_told_line_field_found_and_expected(string text, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(text));
        Assert.StartsWith("study.json:" + message, error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.False(Satisfies(text), "the schema allows what the reader refuses");
    }

    // What JSON Schema cannot say, or says nothing about.
    [Theory]
    [InlineData("{\n \"functions\": [\n { \"name\": \"f\" },\n { \"name\": \"f\" } ] }", "4: $.functions[1].name: expected a name that no other function of the study has, found \"f\"")]
    [InlineData("{\"claims\": [{ \"id\": \"a\", \"function\": \"f\", \"baseline\": \"g\", \"is\": \"same\" },\n { \"id\": \"a\", \"function\": \"f\", \"baseline\": \"g\", \"is\": \"lower\" }] }", "2: $.claims[1].id: expected an id that no other claim of the study has, found \"a\"")]
    [InlineData("{\n \"baseline\": \"g\",\n \"functions\": [{ \"name\": \"f\" }] }", "2: $.baseline: expected the name of a function of the study, found \"g\"")]
    [InlineData("{\n \"origin\": \"a\",\n \"origin\": \"b\" }", "3: $.origin: expected the fields")]
    [InlineData("{\n \"functions\": [\n {},\n", "4: no JSON: Expected start of a property name or value")]
    [InlineData("{}\n}", "2: no JSON: '}' is invalid after a single JSON value")]
    [InlineData("", "1: no JSON: ")]
    public void So_is_one_that_is_wrong_as_a_whole(string text, string message) =>
        Assert.StartsWith("study.json:" + message, Assert.Throws<InvalidDataException>(() => Read(text)).Message);

    [Fact]
    public void One_in_another_encoding_is_told_so()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray()));
        Assert.Equal("study.json:1: $: expected UTF-8, found other bytes; save the file as UTF-8", error.Message);
    }

    [Fact]
    public void A_baseline_alone_is_a_study() => Assert.Equal("f", Read("""{ "baseline": "f" }""").Baseline);
}
