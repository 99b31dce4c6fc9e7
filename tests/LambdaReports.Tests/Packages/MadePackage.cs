using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using LambdaReports.Packages;

namespace Tests.Packages;

/// <summary>Small packages made in memory.</summary>
static class MadePackage
{
    internal const int X64 = 62;
    internal const int Arm64 = 183;

    internal static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    internal static byte[] Zip(params IEnumerable<(string Path, byte[] Bytes)> files)
    {
        using MemoryStream target = new();
        using (ZipArchive archive = new(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }

        return target.ToArray();
    }

    /// <summary>An ELF header for a machine, with something behind it at an offset.</summary>
    internal static byte[] Elf(int machine = X64, byte[]? body = null, int at = 4096)
    {
        var elf = new byte[body is null ? at : at + body.Length];
        "\u007fELF\u0002\u0001\u0001"u8.CopyTo(elf);
        BinaryPrimitives.WriteUInt16LittleEndian(elf.AsSpan(18), (ushort)machine);
        body?.CopyTo(elf.AsSpan(at));
        return elf;
    }

    /// <summary>What Go 1.18 and later write.</summary>
    internal static byte[] GoInfo(string version, string modules)
    {
        var (first, second) = (Text(version), Text(modules));
        return [.. GoMagic, 8, 2, .. new byte[16], (byte)first.Length, .. first, (byte)(second.Length | 0x80), (byte)(second.Length >> 7), .. second];
    }

    /// <summary>What earlier ones write: pointers to strings, in a segment that is loaded at an address.</summary>
    internal static byte[] OldGo(string version, string modules)
    {
        const int table = 64, info = 4096, headers = info + 32, letters = info + 64;
        const ulong address = 0x400000;
        var elf = Elf(X64, new byte[1024], info);
        BinaryPrimitives.WriteUInt64LittleEndian(elf.AsSpan(32), table);
        BinaryPrimitives.WriteUInt16LittleEndian(elf.AsSpan(56), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(elf.AsSpan(table), 1);
        Write(table + 16, address);
        Write(table + 32, (ulong)elf.Length);
        GoMagic.CopyTo(elf.AsSpan(info));
        elf[info + 14] = 8;
        Write(info + 16, address + headers);
        Write(info + 24, address + headers + 16);
        Write(headers, address + letters);
        Write(headers + 8, (ulong)version.Length);
        Write(headers + 16, address + letters + (ulong)version.Length);
        Write(headers + 24, (ulong)modules.Length);
        Text(version + modules).CopyTo(elf.AsSpan(letters));
        return elf;

        void Write(int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(elf.AsSpan(at), value);
    }

    /// <summary>The first bytes of a class file.</summary>
    internal static byte[] Class(int major) => [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, (byte)major, 1, 2, 3];

    /// <summary>The headers of a program for Windows.</summary>
    internal static byte[] Windows() => [.. "MZ"u8, .. new byte[0x3A], 0x80, 0, 0, 0, .. new byte[0x40], .. "PE\0\0"u8, .. new byte[64]];

    /// <summary>A small package of each kind.</summary>
    internal static (string Path, byte[] Bytes)[] Go { get; } =
        [("bootstrap", Elf(X64, GoInfo("go1.22.1", "path\tmain\ndep\tgithub.com/aws/aws-lambda-go\tv1.47.0\th1:x=\n")))];

    internal static (string Path, byte[] Bytes)[] Java { get; } =
    [
        ("hello/Main.class", Class(61)),
        ("lib/jackson-core-2.14.1.jar", Zip(("META-INF/MANIFEST.MF", Text("Manifest-Version: 1.0")), ("com/fasterxml/A.class", Class(52)))),
    ];

    internal static (string Path, byte[] Bytes)[] Node { get; } =
    [
        ("index.mjs", Text("export const handler = async () => 1;")),
        ("package.json", Text("""{"name":"hello","engines":{"node":">=20"}}""")),
        ("node_modules/@aws/x/package.json", Text("""{"name":"@aws/x","version":"3.1.0"}""")),
        ("node_modules/@aws/x/index.js", Text("module.exports = 1;")),
        ("node_modules/@aws/x/index.js.map", Text("{}")),
        ("node_modules/@aws/x/README.md", Text("# x")),
    ];

    internal static (string Path, byte[] Bytes)[] Python { get; } =
    [
        ("handler.py", Text("def handler(event, context): return 1")),
        ("numpy/core.cpython-311-x86_64-linux-gnu.so", Elf()),
        ("numpy/tests/test_core.py", Text("assert True")),
        ("numpy-1.26.0.dist-info/RECORD", Text("numpy/core.cpython-311-x86_64-linux-gnu.so,sha256=x,1\nnumpy-1.26.0.dist-info/RECORD,,\n")),
        ("numpy-1.26.0.dist-info/WHEEL", Text("Wheel-Version: 1.0\nTag: cp311-cp311-manylinux_2_17_x86_64\n")),
    ];

    internal static (string Path, byte[] Bytes)[] DotNet(bool fsharp = false) =>
    [
        ("hello.dll", Text("an assembly")),
        ("hello.pdb", Text("symbols")),
        ("hello.runtimeconfig.json", Text("""{"runtimeOptions":{"tfm":"net10.0","framework":{"name":"Microsoft.NETCore.App","version":"10.0.0"}}}""")),
        .. fsharp ? (ReadOnlySpan<(string, byte[])>)[("FSharp.Core.dll", Text("a library"))] : [],
        ("hello.deps.json", Text("""
            {"targets":{".NETCoreApp,Version=v10.0/linux-x64":{
              "hello/1.0.0":{"dependencies":{DEPENDENCY},"runtime":{"hello.dll":{}}},
              "FSharp.Core/10.0.1":{"runtime":{"lib/netstandard2.1/FSharp.Core.dll":{}}}}},
             "libraries":{"hello/1.0.0":{"type":"project"},"FSharp.Core/10.0.1":{"type":"package"}}}
            """.Replace("DEPENDENCY", fsharp ? "\"FSharp.Core\":\"10.0.1\"" : ""))),
    ];

    internal static DeploymentPackage Read(params (string Path, byte[] Bytes)[] files) => Read(Zip(files));

    internal static DeploymentPackage Read(byte[] archive)
    {
        using Folder folder = new();
        var packages = DeploymentPackage.Read([folder.Write("hello.zip", archive)], out var problems);
        Assert.Empty(problems);
        return Assert.Single(packages);
    }

    static byte[] GoMagic => [0xFF, .. " Go buildinf:"u8];
}
