using LambdaReports.Packages;
using static Tests.Packages.MadePackage;

namespace Tests.Packages;

/// <summary>Which packages there are at a path, and whose they are.</summary>
public sealed class PathTests : IDisposable
{
    readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_of_packages_is_told_from_an_unpacked_one()
    {
        folder.Write("all/b.zip", Zip(Go));
        folder.Write("all/a.jar", Zip(Java));
        folder.Write("all/README.md", "Packages");
        folder.Write("all/plain/handler.py", "1");
        folder.Write("all/named-otherwise", Zip(Node));
        var packages = DeploymentPackage.Read([folder["all"]], out var problems);
        Assert.Empty(problems);
        Assert.Equal(["a.jar", "b.zip", "named-otherwise", "plain"], packages.Select(package => package.Path));
        Assert.Equal(["a", "b", "named-otherwise", "plain"], packages.Select(package => package.Function));
    }

    [Fact]
    public void Packages_that_bear_a_runtime_s_name_are_told_from_a_layer()
    {
        folder.Write("all/python/handler.py", "1");
        folder.Write("all/go/bootstrap", Elf());
        folder.Write("layer/python/x/y.py", "1");
        Assert.Equal(["go", "python"], DeploymentPackage.Read(folder["all"]).Select(package => package.Path));
        Assert.Equal(["layer"], DeploymentPackage.Read(folder["layer"]).Select(package => package.Path));
    }

    [Fact]
    public void The_study_names_the_function_of_a_package()
    {
        folder.Write("study.json", """{"functions":[{"name":"aws-go","package":"packages/x.zip"},{"name":"b"}]}""");
        folder.Write("packages/x.zip", Zip(Go));
        folder.Write("packages/b.zip", Zip(Go));
        Assert.Equal(["b", "aws-go"], DeploymentPackage.Read(folder["packages"]).Select(package => package.Function));
    }

    [Theory]
    [InlineData("hello", "found no zip archive; expected a .zip, a .jar or an unpacked package; give the package")]
    [InlineData("", "found no zip archive")]
    [InlineData("PK\u0003\u0004 cut", "found a zip archive that is cut or damaged; expected a .zip, a .jar or an unpacked package; copy")]
    public void What_cannot_be_read_is_one_line_and_the_rest_is_delivered(string text, string problem)
    {
        var packages = DeploymentPackage.Read([folder.Write("x.jar", text), folder.Write("good.zip", Zip(Go))], out var problems);
        Assert.Single(packages);
        Assert.StartsWith($"x.jar: {problem}", Assert.Single(problems));
    }

    [Fact]
    public void Where_there_is_nothing_is_one_line_too()
    {
        folder.Write("logs/a.log", "REPORT");
        DeploymentPackage.Read([folder["none"], folder["logs"]], out var problems);
        Assert.Equal(
            ["none: found no such file or folder; expected a .zip, a .jar or an unpacked package; check the path",
             "logs: found no deployment package; expected a .zip, a .jar or an unpacked package; name the folder that holds some"],
            problems);
    }

    [Fact]
    public void Scripts_beside_packages_are_no_package()
    {
        folder.Write("all/a.zip", Zip(Go));
        folder.Write("all/build.py", "1");
        folder.Write("all/PKG-INFO", "PK");
        File.CreateSymbolicLink(folder["all/gone.zip"], folder["nowhere"]);
        var packages = DeploymentPackage.Read([folder["all"]], null, out var problems, out var skipped);
        Assert.Equal(["a.zip"], packages.Select(package => package.Path));
        Assert.Empty(problems);
        Assert.Equal(
            ["build.py: skipped: beside packages; in all 1 such files", "PKG-INFO: skipped: it begins with PK and is no zip archive",
             "gone.zip: skipped: a link that leads to no file that can be read"],
            skipped);
    }

    [Fact]
    public void A_link_to_an_archive_is_as_long_as_that()
    {
        var zip = Zip(Python);
        folder.Write("x.zip", zip);
        File.CreateSymbolicLink(folder["link.zip"], "x.zip");
        var package = Assert.Single(DeploymentPackage.Read(folder["link.zip"]));
        Assert.Equal(("link", zip.Length), (package.Function, package.ZippedBytes));
        Assert.Empty(package.Warnings);
    }

    [Fact]
    public void An_archive_that_is_cut_is_a_problem_in_a_folder_too()
    {
        folder.Write("all/a.zip", Zip(Go)[..100]);
        Assert.Empty(DeploymentPackage.Read([folder["all"]], out var problems));
        Assert.StartsWith("a.zip: found a zip archive that is cut", Assert.Single(problems));
    }

    [Fact]
    public void Code_in_subfolders_alone_is_one_package()
    {
        folder.Write("java/com/me/A.class", Class(61));
        folder.Write("java/com/other/B.class", Class(61));
        folder.Write("node/package.json", "{}");
        folder.Write("node/src/index.js", "1");
        folder.Write("deep/src/index.py", "1");
        var packages = DeploymentPackage.Read(folder["java"], folder["node"], folder["deep"]);
        Assert.Equal([("java", 2), ("node", 2), ("deep", 1)], packages.Select(package => (package.Path, package.EntryCount)));
    }

    [Fact]
    public void Globs_name_packages()
    {
        folder.Write("a.zip", Zip(Go));
        folder.Write("b.zip", Zip(Go));
        Assert.Equal(2, DeploymentPackage.Read(folder["*.zip"]).Count);
    }
}
