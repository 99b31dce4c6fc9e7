using LambdaReports.Packages;
using static Tests.Packages.MadePackage;

namespace Tests.Packages;

/// <summary>What a package tells of its runtime.</summary>
public class RuntimeTests
{
    [Fact]
    public void Go_tells_its_version_and_modules_in_its_build_info()
    {
        var package = Read(Go);
        Assert.Equal(("provided", "Go", "Go 1.22.1", "x86_64", false),
            (package.Runtime, package.Language, package.LanguageVersion, package.Architecture, package.IsUpx));
        Assert.Equal(["github.com/aws/aws-lambda-go v1.47.0"], package.Dependencies);
        Assert.Contains("build info", package.Evidence);
    }

    [Fact]
    public void Go_before_1_18_points_to_its_version()
    {
        var package = Read(("main", OldGo("go1.13.4", "\ndep\tgithub.com/x/y\tv1.0.0\n")));
        Assert.Equal(("go1.x", "Go 1.13.4"), (package.Runtime, package.LanguageVersion));
        Assert.Equal(["github.com/x/y v1.0.0"], package.Dependencies);
    }

    [Fact]
    public void What_only_looks_like_build_info_is_passed_over()
    {
        byte[] decoy = [.. GoInfo("no version", ""), .. new byte[64]];
        var package = Read(("bootstrap", Elf(Arm64, [.. decoy[..(decoy.Length / 16 * 16)], .. GoInfo("go1.21.0", "")])));
        Assert.Equal(("Go 1.21.0", "arm64"), (package.LanguageVersion, package.Architecture));
    }

    [Fact]
    public void UPX_hides_the_build_info_and_is_told()
    {
        var package = Read(("bootstrap", Elf(X64, [.. "UPX!"u8], at: 236)));
        Assert.Equal((true, "provided", null), (package.IsUpx, package.Runtime, package.Language));
    }

    [Fact]
    public void Native_AOT_is_told_by_its_section()
    {
        var package = Read(("bootstrap", Elf(X64, Text(".text\0__managedcode\0.data"))));
        Assert.Equal(("provided", ".NET NativeAOT"), (package.Runtime, package.LanguageVersion));
    }

    [Theory]
    [InlineData(false, "C#", ".NET 10.0")]
    [InlineData(true, "F#", ".NET 10.0, FSharp.Core 10.0.1")]
    public void Dot_NET_tells_its_version_and_whether_it_is_F_sharp(bool fsharp, string language, string version)
    {
        var package = Read(DotNet(fsharp));
        Assert.Equal(("dotnet10", language, version, "x86_64"),
            (package.Runtime, package.Language, package.LanguageVersion, package.Architecture));
        Assert.Equal(7, package.BytesByKind[EntryKind.DebugSymbols]);
    }

    [Theory]
    [InlineData("netcoreapp1.0", "dotnetcore1.0")]
    [InlineData("netcoreapp2.0", "dotnetcore2.0")]
    [InlineData("netcoreapp3.1", "dotnetcore3.1")]
    [InlineData("net8.0", "dotnet8")]
    public void Runtimes_of_NET_have_Lambda_s_names(string moniker, string runtime) => Assert.Equal(runtime, Read(
        ("a.dll", Text("x")), ("a.runtimeconfig.json", Text("""{"runtimeOptions":{"tfm":"NAME"}}""".Replace("NAME", moniker)))).Runtime);

    [Fact]
    public void An_assembly_without_deps_json_tells_by_its_references()
    {
        var package = Read(("Tests.dll", File.ReadAllBytes(typeof(RuntimeTests).Assembly.Location)));
        Assert.Equal(("dotnet10", "C#"), (package.Runtime, package.Language));
    }

    [Theory]
    [InlineData(52, "java8.al2", "Java 8")]
    [InlineData(60, "java17", "Java 16")]
    [InlineData(65, "java21", "Java 21")]
    public void Java_tells_by_the_version_of_its_classes(int major, string runtime, string version)
    {
        var package = Read(("hello/Main.class", Class(major)), ("META-INF/versions/21/hello/Main.class", Class(69)));
        Assert.Equal((runtime, version), (package.Runtime, package.LanguageVersion));
    }

    [Fact]
    public void A_jar_inside_is_a_dependency_with_name_and_version()
    {
        var package = Read(Java);
        Assert.Equal("java17", package.Runtime);
        Assert.Equal(["jackson-core 2.14.1"], package.Dependencies);
        Assert.Equal("jackson-core 2.14.1", package.Entries[1].Dependency);
        Assert.Equal(11, package.BytesByKind[EntryKind.OwnCode]);
    }

    [Fact]
    public void Node_tells_what_its_package_json_asks_for()
    {
        var package = Read(Node);
        Assert.Equal(("nodejs", "JavaScript", "Node.js >=20", null),
            (package.Runtime, package.Language, package.LanguageVersion, package.Architecture));
        Assert.Equal(["@aws/x 3.1.0"], package.Dependencies);
    }

    [Fact]
    public void Python_tells_its_version_by_the_tags_of_compiled_files()
    {
        var package = Read(Python);
        Assert.Equal(("python3.11", "Python 3.11", "x86_64"), (package.Runtime, package.LanguageVersion, package.Architecture));
        Assert.Equal(["numpy 1.26.0"], package.Dependencies);
    }

    [Fact]
    public void A_bootstrap_that_is_a_script_runs_the_own_code()
    {
        var package = Read([("bootstrap", Text("#!/bin/sh\nexec node index.mjs")), .. Node]);
        Assert.Equal(("provided", "JavaScript"), (package.Runtime, package.Language));
    }

    [Theory]
    [InlineData("nodejs/node_modules/x/index.js", "nodejs")]
    [InlineData("python/lib/python3.12/site-packages/x-1.0.dist-info/RECORD", "python3.12")]
    [InlineData("java/lib/x-1.0.jar", null)]
    public void A_layer_tells_its_runtime(string path, string? runtime)
    {
        var package = Read((path, Zip()));
        Assert.Equal((runtime, "x"), (package.Runtime, Assert.Single(package.Dependencies).Split(' ')[0]));
    }

    [Fact]
    public void Scripts_deep_down_and_a_module_s_declaration_decide_nothing_but_where_there_is_no_more()
    {
        Assert.Equal("nodejs", MadePackage.Read(("dist/src/handlers/index.js", MadePackage.Text("1"))).Runtime);
        Assert.Equal("python", MadePackage.Read(
            ("handler.py", MadePackage.Text("1")), ("a/b/c.js", MadePackage.Text("1")), ("a/b/d.js", MadePackage.Text("1"))).Runtime);
        byte[] Class(byte major) => [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, major];
        Assert.Equal("java8.al2", MadePackage.Read(("A.class", Class(52)), ("module-info.class", Class(53))).Runtime);
    }
}
