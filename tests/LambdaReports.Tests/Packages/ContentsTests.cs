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

    public static TheoryData<string, byte[]> Foreign { get; } = new()
    {
        { "node_modules/x/darwin.node", [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1] },
        { "node_modules/x/win32.node", Windows() },
        { "node_modules/x/ia32.node", Elf(machine: 3) },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void A_library_of_another_system_is_a_warning(string path, byte[] bytes) =>
        Assert.StartsWith($"wrongPlatform: 1 programs or libraries of another system, such as {path}", Read(("index.js", Text("1")), (path, bytes)).Warnings[0]);

    [Fact]
    public void A_library_for_another_machine_is_a_warning() => Assert.StartsWith(
        "wrongPlatform: 1 programs or libraries of another system, such as node_modules/x/arm.node",
        Assert.Single(Read(("bootstrap", Elf()), ("node_modules/y/x64.node", Elf()), ("node_modules/x/arm.node", Elf(Arm64))).Warnings));

    [Fact]
    public void A_text_that_begins_with_MZ_is_none() => Assert.Empty(Read(("index.js", Text("1")), ("names.dat", Text("MZ is Mozambique"))).Warnings);

    [Fact]
    public void Libraries_for_both_machines_leave_it_open_and_are_told()
    {
        var package = Read(("a.py", Text("1")), ("x/m.cpython-311-x.so", Elf()), ("y/m.cpython-311-y.so", Elf(Arm64)), ("z/m.cpython-311-y.so", Elf(Arm64)));
        Assert.Null(package.Architecture);
        Assert.StartsWith(
            "wrongPlatform: 1 programs or libraries of another system, such as x/m.cpython-311-x.so (x86_64) or y/m.cpython-311-y.so (arm64)",
            Assert.Single(package.Warnings));
    }

    [Fact]
    public void A_distribution_owns_only_its_own_compiled_files_and_scripts()
    {
        var package = Read(
            ("handler.py", Text("1")),
            ("__pycache__/handler.cpython-311.pyc", Text("own")),
            ("__pycache__/six.cpython-311.pyc", Text("six")),
            ("bin/own", Text("own")),
            ("bin/six", Text("six")),
            ("six-1.16.0.dist-info/RECORD", Text("__pycache__/six.cpython-311.pyc,,\n../bin/x,,\nbin/six,sha256=x,1\n")));
        Assert.Equal([null, null, "six 1.16.0", null, "six 1.16.0", "six 1.16.0"], package.Entries.Select(entry => entry.Dependency));
    }

    [Theory]
    [InlineData("requests/api.py", "requests-2.31.0.dist-info/METADATA", "")]
    [InlineData("yaml/loader.py", "PyYAML-6.0.dist-info/top_level.txt", "_yaml\nyaml\n")]
    public void Without_a_list_of_files_a_distribution_owns_the_folder_of_its_name(string file, string info, string text) => Assert.All(
        Read((file, Text("1")), (info, Text(text))).Entries, entry => Assert.Equal(EntryKind.Dependencies, entry.Kind));

    [Fact]
    public void Modules_named_docs_are_code() => Assert.Equal(
        [EntryKind.OwnCode, EntryKind.Dependencies, EntryKind.TestsAndDocs, EntryKind.Dependencies],
        Read(
            ("docs/own.py", Text("1")),
            ("botocore/docs/service.py", Text("1")),
            ("botocore/docs/index.html", Text("1")),
            ("botocore-1.0.dist-info/RECORD", Text("botocore/docs/service.py,,\n"))).Entries.Select(entry => entry.Kind));

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
