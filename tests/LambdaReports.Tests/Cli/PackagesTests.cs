using System.Text.Json.Nodes;
using Tests.Logs;
using Tests.Packages;

namespace Tests.Cli;

public sealed class PackagesTests : IDisposable
{
    readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void JSON_has_the_fields_of_the_contract()
    {
        var result = CommandLine.Run("packages", folder.Write("hello.zip", MadePackage.Zip(MadePackage.Go)), "--format", "json");
        Assert.Equal((0, ""), (result.Exit, result.Errors));
        var package = JsonNode.Parse(result.Output)![0]!.AsObject();
        Assert.Equal(
            ["path", "function", "runtime", "architecture", "zippedBytes", "unzippedBytes", "entries", "upx", "languageVersion", "byKind", "limits", "warnings"],
            package.Select(field => field.Key));
        Assert.Equal(("hello.zip", "hello", "Go 1.22.1"),
            ((string)package["path"]!, (string)package["function"]!, (string)package["languageVersion"]!));
        Assert.Equal(["ownCode", "dependencies", "runtime", "debugSymbols", "testsAndDocs"], package["byKind"]!.AsObject().Select(kind => kind.Key));
    }

    [Fact]
    public void What_cannot_be_read_is_a_line_and_status_1()
    {
        folder.Write("a.zip", MadePackage.Zip(("../\u001b[31mx.py", MadePackage.Text("1"))));
        var result = CommandLine.Run("packages", folder["a.zip"], folder["none.zip"]);
        Assert.Equal(1, result.Exit);
        Assert.Contains("none.zip: found no such file or folder", result.Errors);
        Assert.Contains("a.zip: unsafeName: 1", result.Errors);
        Assert.DoesNotContain('\u001b', result.Output + result.Errors);
        Assert.Contains("a.zip", result.Output);
    }

    [Fact]
    public void What_alone_cannot_be_read_is_one_line_and_status_1()
    {
        var whole = MadePackage.Zip(MadePackage.Node);
        var result = CommandLine.Run("packages", folder.Write("cut.zip", whole[..(whole.Length / 2)]));
        Assert.Equal((1, ""), (result.Exit, result.Output));
        Assert.Contains("cut.zip: found a zip archive that is cut or damaged", Assert.Single(result.Errors.TrimEnd().Split('\n')));
        Assert.Equal(1, CommandLine.Run("packages", folder["*.zip"]).Exit);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    [InlineData("md")]
    public void Every_format_names_the_package(string format) =>
        Assert.Contains("hello.zip", CommandLine.Run("packages", folder.Write("hello.zip", MadePackage.Zip(MadePackage.Node)), "--format", format).Output);

    [Fact]
    public void Where_nothing_is_there_to_read_it_is_told_with_status_2()
    {
        var result = CommandLine.Run("packages", folder["none.zip"]);
        Assert.Equal((2, ""), (result.Exit, result.Output));
        Assert.StartsWith("lambda-reports: none.zip: found no such file", Assert.Single(result.Errors.TrimEnd().Split('\n')));
    }

    [Fact]
    public void A_study_that_is_given_names_the_function()
    {
        folder.Write("x.zip", MadePackage.Zip(MadePackage.Go));
        folder.Write("study.json", """{"functions":[{"name":"beside","package":"x.zip"}]}""");
        var study = folder.Write("else/s.json", """{"functions":[{"name":"given","package":"../x.zip"}]}""");
        var result = CommandLine.Run("packages", folder["x.zip"], "--study", study, "--function", "given", "--format", "json");
        Assert.Equal("given", (string)JsonNode.Parse(result.Output)![0]!["function"]!);
        Assert.Equal(2, CommandLine.Run("packages", folder["x.zip"], "--function", "given").Exit);
    }

    [Fact]
    public void Its_help_speaks_of_packages() => Assert.Contains("Deployment packages", CommandLine.Run("packages", "--help").Output);

    [Fact]
    public void Claims_read_packages_that_are_given()
    {
        folder.Write("go/a.log", Lines.Invocation(1, Guid.NewGuid().ToString(), "1.00"));
        folder.Write("go.zip", MadePackage.Zip(MadePackage.Go));
        folder.Write("java.zip", MadePackage.Zip(MadePackage.Java));
        var result = CommandLine.Run(
            "claims", folder["go"], "--package", folder["go.zip"], "--package", folder["java.zip"], "--package", folder["none"], "--format", "json");
        Assert.Equal(1, result.Exit);
        var claim = JsonNode.Parse(result.Output)!.AsArray().Single(claim => (string)claim!["id"]! == "4a")!;
        Assert.Equal(("records", "MB"), ((string)claim["scope"]!, (string)claim["unit"]!));
        Assert.Contains("Of these builds, go has", (string)claim["reason"]!);
    }
}
