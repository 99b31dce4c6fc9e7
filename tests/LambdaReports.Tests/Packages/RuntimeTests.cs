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
    [InlineData("net6.0", "dotnet6")]
    [InlineData("net10.0", "dotnet10")]
    [InlineData("net8.0", "dotnet8")]
    public void Runtimes_of_NET_have_Lambda_s_names(string moniker, string runtime) => Assert.Equal(runtime, Read(
        ("a.dll", Text("x")), ("a.runtimeconfig.json", Text("""{"runtimeOptions":{"tfm":"NAME"}}""".Replace("NAME", moniker)))).Runtime);

    [Theory]
    [InlineData("win-x64")]
    [InlineData("osx-arm64")]
    public void A_publication_for_another_system_is_told(string platform)
    {
        var package = Read(("a.dll", Text("x")), ("a.deps.json", Text("{\"targets\":{\".NETCoreApp,Version=v8.0/NAME\":{}}}".Replace("NAME", platform))));
        Assert.Equal(("dotnet8", null), (package.Runtime, package.Architecture));
        Assert.StartsWith("wrongPlatform: 1 programs or libraries of another system, such as a.deps.json", Assert.Single(package.Warnings));
    }

    [Fact]
    public void A_program_for_another_machine_has_no_architecture()
    {
        var package = Read(("bootstrap", Elf(machine: 3)));
        Assert.Equal(("provided", null), (package.Runtime, package.Architecture));
        Assert.StartsWith("wrongPlatform: 1 ", Assert.Single(package.Warnings));
    }

    [Fact]
    public void A_wheel_for_macOS_tells_no_architecture() => Assert.Null(Read(
        ("a.py", Text("1")), ("x-1.0.dist-info/WHEEL", Text("Tag: cp311-cp311-macosx_10_9_x86_64\n"))).Architecture);

    [Theory]
    [InlineData("dist/src/handlers/index.js", "nodejs")]
    [InlineData("src/app/handlers/index.py", "python")]
    public void A_handler_may_lie_further_down(string path, string runtime)
    {
        var package = Read((path, Text("1")), ("README.txt", Text("x")));
        Assert.Equal(runtime, package.Runtime);
        Assert.Empty(package.Warnings);
    }

    [Fact]
    public void Scripts_further_down_do_not_outweigh_the_rest()
    {
        Assert.Equal("python", Read(("a.py", Text("1")), ("x/static/js/a.js", Text("1")), ("x/static/js/b.js", Text("1"))).Runtime);
        Assert.Equal("go1.x", Read(("main", Elf(X64, GoInfo("go1.13", ""))), ("x/static/js/a.js", Text("1"))).Runtime);
    }

    [Fact]
    public void A_packed_program_runs_by_itself_only_where_nothing_else_does()
    {
        var packed = Elf(X64, [.. "UPX!"u8], at: 236);
        Assert.Equal(("go1.x", true), (Read(("bin/main", packed)).Runtime, Read(("bin/main", packed)).IsUpx));
        Assert.Equal("nodejs", Read(("bin/tool", packed), ("index.js", Text("1"))).Runtime);
    }

    [Fact]
    public void Modules_do_not_tell_the_version_of_Java() => Assert.Equal(
        "java8.al2", Read(("hello/Main.class", Class(52)), ("module-info.class", Class(53))).Runtime);

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
}
