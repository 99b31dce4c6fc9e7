using System.IO.Compression;
using LambdaReports.Packages;
using Tests.Conventions;

namespace Tests.Packages;

/// <summary>Packages that the languages' own tools make.</summary>
public sealed class RealPackageTests : IDisposable
{
    readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_program_that_Go_builds()
    {
        var go = Available("go", "golang-go", "version");
        folder.Write("src/main.go", "package main\nfunc main() { println(1) }\n");
        ExternalTool.Run(go, folder["src"], "build", "-ldflags=-s -w", "-o", folder["package/bootstrap"], "main.go");
        var package = Zipped();
        Assert.Equal(("provided", "Go"), (package.Runtime, package.Language));
        Assert.Matches(@"^Go 1\.\d+", package.LanguageVersion);
        Assert.NotNull(package.Architecture);
    }

    [Fact]
    public void A_class_that_Java_compiles()
    {
        var javac = Available("javac", "default-jdk-headless", "-version");
        folder.Write("package/Main.java", "public class Main { }");
        ExternalTool.Run(javac, folder["package"], "--release", "11", "Main.java");
        File.Delete(folder["package/Main.java"]);
        Assert.Equal(("java11", "Java 11"), (Zipped().Runtime, Zipped().LanguageVersion));
    }

    [Fact]
    public void The_programs_of_this_repository_are_NET()
    {
        var package = Assert.Single(DeploymentPackage.Read(Path.GetDirectoryName(typeof(RealPackageTests).Assembly.Location)!));
        Assert.Equal(("dotnet10", "C#"), (package.Runtime, package.Language));
        Assert.Contains(package.Dependencies, dependency => dependency.StartsWith("Parquet.Net "));
        Assert.True(package.BytesByKind[EntryKind.Dependencies] > 1_000_000);
        Assert.True(package.BytesByKind[EntryKind.DebugSymbols] > 10_000);
        // Of DuckDB, which brings its libraries for every system.
        Assert.Contains(package.Warnings, warning => warning.StartsWith("wrongPlatform: ") && warning.Contains("runtimes/"));
    }

    // CI has no use for these compilers, so that their absence is no failure there.
    static string Available(string program, string debianPackage, string probe)
    {
        var paths = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        Assert.SkipUnless(paths.Any(path => File.Exists(Path.Combine(path, program))), $"needs {program} (package {debianPackage})");
        return ExternalTool.Require(program, debianPackage, probe);
    }

    DeploymentPackage Zipped()
    {
        File.Delete(folder["x.zip"]);
        ZipFile.CreateFromDirectory(folder["package"], folder["x.zip"]);
        return Assert.Single(DeploymentPackage.Read(folder["x.zip"]));
    }
}
