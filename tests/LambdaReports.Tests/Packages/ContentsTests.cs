using LambdaReports.Packages;
using static Tests.Packages.MadePackage;

namespace Tests.Packages;

/// <summary>What is inside, what of it need not be there, and how far the limits are.</summary>
public class ContentsTests
{
    [Fact]
    public void Contents_add_up_by_kind()
    {
        var package = Read(Node);
        Assert.Equal(Node.Sum(file => file.Bytes.Length), package.UnzippedBytes);
        Assert.Equal(package.UnzippedBytes, package.BytesByKind.Values.Sum());
        Assert.Equal((6, 2, 3), (package.EntryCount, package.BytesByKind[EntryKind.DebugSymbols], package.BytesByKind[EntryKind.TestsAndDocs]));
        Assert.All(package.Entries.Skip(2), entry => Assert.Equal("@aws/x 3.1.0", entry.Dependency));
        Assert.Equal(Zip(Node).Length, package.ZippedBytes);
        Assert.Empty(package.Warnings);
    }

    [Fact]
    public void Tests_of_a_dependency_are_tests() =>
        Assert.Equal("assert True".Length, Read(Python).BytesByKind[EntryKind.TestsAndDocs]);

    [Fact]
    public void Files_of_the_runtime_that_a_package_brings_are_told() => Assert.Equal(7, Read(
        ("a.runtimeconfig.json", Text("""{"runtimeOptions":{"tfm":"net8.0","includedFrameworks":[]}}""")),
        ("libx.dll", Text("runtime")),
        ("a.deps.json", Text("""
            {"targets":{"x":{"runtimepack.Microsoft.NETCore.App/8.0.0":{"runtime":{"libx.dll":{}}}}},
             "libraries":{"runtimepack.Microsoft.NETCore.App/8.0.0":{"type":"runtimepack"}}}
            """))).BytesByKind[EntryKind.Runtime]);

    [Fact]
    public void The_same_dependency_twice_is_a_warning() => Assert.Contains(
        "twiceTheSame: 1 dependencies more than once, such as b (1.0.0, 2.0.0)",
        Read(
            ("index.js", Text("1")),
            ("node_modules/b/package.json", Text("""{"version":"1.0.0"}""")),
            ("node_modules/a/node_modules/b/package.json", Text("""{"version":"2.0.0"}"""))).Warnings[0]);

    [Theory]
    [InlineData("node_modules/x/darwin.node", new byte[] { 0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1 })]
    [InlineData("node_modules/x/win32.node", new byte[] { (byte)'M', (byte)'Z', 0, 0 })]
    public void A_library_of_another_system_is_a_warning(string path, byte[] bytes) =>
        Assert.StartsWith($"wrongPlatform: 1 programs or libraries of another system, such as {path}", Read(("index.js", Text("1")), (path, bytes)).Warnings[0]);

    [Fact]
    public void A_library_for_another_machine_is_a_warning() => Assert.StartsWith(
        "wrongPlatform: 1 programs or libraries of another system, such as node_modules/x/arm.node",
        Assert.Single(Read(("bootstrap", Elf()), ("node_modules/y/x64.node", Elf()), ("node_modules/x/arm.node", Elf(Arm64))).Warnings));

    [Fact]
    public void The_distance_to_each_limit_is_told()
    {
        var limits = Read(Go).Limits;
        Assert.Equal(["unzipped", "zipped", "editor"], limits.Select(limit => limit.Split(':')[0]));
        Assert.DoesNotContain(limits, limit => limit.Contains("too many"));
        var large = LambdaLimits.Of(60_000_000, 262_144_001);
        Assert.All(large, limit => Assert.Contains("too many; ", limit));
        Assert.StartsWith("unzipped: 262,144,001 of 262,144,000 bytes", large[0]);
    }

    [Fact]
    public void An_unpacked_package_holds_the_same()
    {
        using Folder folder = new();
        foreach (var (path, bytes) in Python)
        {
            folder.Write(path, bytes);
        }

        var (unpacked, zipped) = (Assert.Single(DeploymentPackage.Read(folder.Path)), Read(Python));
        Assert.Null(unpacked.ZippedBytes);
        Assert.Equal(zipped.BytesByKind, unpacked.BytesByKind);
        Assert.Equal((zipped.Runtime, zipped.EntryCount), (unpacked.Runtime, unpacked.EntryCount));
    }
}
