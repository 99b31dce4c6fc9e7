using System.Buffers.Binary;
using System.IO.Compression;
using LambdaReports.Packages;
using static Tests.Packages.MadePackage;

namespace Tests.Packages;

/// <summary>Damaged and hostile archives: counted, named, and never unpacked.</summary>
public class BadInputTests
{
    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/x")]
    [InlineData("a\\b")]
    public void A_name_that_leaves_the_folder_is_told(string path)
    {
        var package = Read(("bootstrap", Elf()), (path, Text("x")));
        Assert.StartsWith($"unsafeName: 1 absolute or with .. or \\, such as {path}; ", Assert.Single(package.Warnings));
        Assert.Equal((2, 4097), (package.EntryCount, package.UnzippedBytes));
    }

    [Fact]
    public void A_link_is_counted_and_not_followed()
    {
        using MemoryStream target = new();
        using (ZipArchive archive = new(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = archive.CreateEntry("bootstrap");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var entry = link.Open();
            entry.Write("/etc/passwd"u8);
        }

        var package = Read(target.ToArray());
        Assert.Contains(package.Warnings, warning => warning.StartsWith("link: 1 symbolic links, such as bootstrap"));
        Assert.Equal(1, package.EntryCount);
    }

    [Fact]
    public void Links_in_a_folder_are_not_followed_either()
    {
        using Folder folder = new();
        folder.Write("handler.py", "1");
        File.CreateSymbolicLink(folder["passwd"], "/etc/passwd");
        Directory.CreateSymbolicLink(folder["up"], folder.Path);
        var package = Assert.Single(DeploymentPackage.Read(folder.Path));
        Assert.Equal((3, 1), (package.EntryCount, package.UnzippedBytes));
        Assert.StartsWith("link: 2 ", Assert.Single(package.Warnings));
    }

    [Fact]
    public void An_encrypted_entry_is_told()
    {
        var archive = Zip(("bootstrap", Elf()));
        archive[6] |= 1;
        archive[ListAt(archive) + 8] |= 1;
        var package = Read(archive);
        Assert.Contains(package.Warnings, warning => warning.StartsWith("encrypted: 1, such as bootstrap"));
        Assert.Equal(4096, package.UnzippedBytes);
    }

    [Fact]
    public void A_wrong_checksum_is_told()
    {
        var archive = Zip(("package.json", Text("{}")));
        archive[ListAt(archive) + 16]++;
        Assert.Contains(Read(archive).Warnings, warning => warning.StartsWith("damaged: 1 cut, damaged or not readable, such as package.json"));
    }

    [Fact]
    public void A_name_that_is_no_UTF_8_is_told()
    {
        var archive = Zip(("bootstrap", Elf()));
        archive[ListAt(archive) + 46] = 0xFF;
        Assert.Contains(Read(archive).Warnings, warning => warning.StartsWith("nameNotUtf8: 1, "));
    }

    [Fact]
    public void A_jar_that_is_no_zip_is_told() => Assert.StartsWith(
        "damaged: 1 cut, damaged or not readable, such as lib/a.jar", Read(("Main.class", Class(61)), ("lib/a.jar", Text("no archive"))).Warnings[0]);

    [Fact]
    public void What_is_wrong_in_a_jar_is_told_with_its_path()
    {
        var jar = Zip(("pom.properties", Text("artifactId=x")), ("../x", Text("1")));
        jar[ListAt(jar) + 16]++;
        var warnings = Read(("Main.class", Class(61)), ("lib/a.jar", jar)).Warnings;
        Assert.StartsWith("unsafeName: 1 absolute or with .. or \\, such as lib/a.jar!/../x", warnings[0]);
        Assert.StartsWith("damaged: 1 cut, damaged or not readable, such as lib/a.jar!/pom.properties", warnings[1]);
    }

    [Fact]
    public void An_entry_longer_in_the_archive_than_unzipped_is_told()
    {
        var random = new byte[5000];
        new Random(1).NextBytes(random);
        var archive = Zip(("a.py", random));
        BinaryPrimitives.WriteInt32LittleEndian(archive.AsSpan(ListAt(archive) + 24), 100);
        Assert.StartsWith("damaged: 1 cut, damaged or not readable, such as a.py", Assert.Single(Read(archive).Warnings));
    }

    [Theory]
    [InlineData(2, 0xFF)]
    [InlineData(0, 0)]
    public void Build_info_without_end_ends(byte flags, byte filler)
    {
        byte[] place = [0xFF, .. " Go buildinf:"u8, 8, flags, .. Enumerable.Repeat((byte)0xAA, 16), filler, filler, filler, filler, 15, .. new byte[11]];
        var program = Elf(X64, [.. Enumerable.Repeat(place, 100_000).SelectMany(one => one)], at: 65536 * 56);
        program[32] = 64;
        program[56] = program[57] = 0xFF;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(Read(("bootstrap", program)).Language);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 << 20);
    }

    [Fact]
    public void Owners_without_number_are_looked_up_in_time()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var python = Read(Listed(Enumerable.Range(0, 50_000).Select(i => $"a{i}/x-1.dist-info/METADATA"), []));
        Assert.All(python.Entries, entry => Assert.Equal("x 1", entry.Dependency));
        var java = Read([("A.class", Class(61)), .. Enumerable.Range(0, 15_000).Select(i => ($"META-INF/maven/g{i}/a/pom.properties", Text($"groupId=zz{i}"))),
            .. Enumerable.Range(0, 50_000).Select(i => ($"zz{i}/x", Text("1")))]);
        Assert.Equal(15_000, java.Entries.Count(entry => entry.Path.StartsWith("zz") && entry.Kind == EntryKind.Dependencies));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_program_cut_in_its_header_is_told() => Assert.StartsWith(
        "damaged: 1 cut, damaged or not readable, such as bootstrap", Read(("handler.py", Text("1")), ("bootstrap", Elf()[..30])).Warnings[0]);

    [Fact]
    public void A_bomb_of_zeros_is_not_inflated()
    {
        // What it claims to be is not made: the list alone says 10 GB, as a field of 64 bits.
        var archive = Zip(("handler.py", Text("1")), ("zeros.bin", new byte[1 << 20]));
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 24), 4_000_000_000);
        var package = Read(archive);
        Assert.Equal(4_000_000_001, package.UnzippedBytes);
        Assert.Contains("too many", package.Limits[0]);
    }

    [Fact]
    public void Of_archives_in_an_archive_no_more_is_inflated_than_Lambda_unpacks()
    {
        var zeros = new byte[90 << 20];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var package = Read(("Main.class", Class(61)), ("lib/a.jar", zeros), ("lib/b.jar", zeros), ("lib/c.jar", zeros), ("lib/d.jar", new byte[101 << 20]));
        Assert.Contains(package.Warnings, warning => warning.StartsWith("notLookedInto: 2, such as lib/c.jar"));
        Assert.Contains(package.Warnings, warning => warning.StartsWith("damaged: 2 "));
        Assert.Equal((3L * zeros.Length) + (101 << 20) + 11, package.UnzippedBytes);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("""{"engines":{"node":"\ud83d"}}""")]
    [InlineData("""{"\ude80":1}""")]
    public void Half_a_letter_in_JSON_tells_nothing(string json)
    {
        var package = Read(("index.js", Text("1")), ("package.json", Text(json)));
        Assert.Equal(("nodejs", null), (package.Runtime, package.LanguageVersion));
    }

    [Fact]
    public void A_text_too_long_to_be_read_as_one_is_told()
    {
        var package = Read(("A.class", Class(61)), ("META-INF/pom.properties", new byte[17 << 20]), ("package.json", new byte[17 << 20]));
        Assert.StartsWith("notLookedInto: 2, such as META-INF/pom.properties", Assert.Single(package.Warnings));
    }

    [Fact]
    public void Overlapping_entries_are_told()
    {
        var package = Read(Listed(Enumerable.Repeat("x.bin", 50), new byte[1000]));
        Assert.Contains(package.Warnings, warning => warning.StartsWith("overlapping: the entries from x.bin on share bytes"));
        Assert.Equal((50, 50_000), (package.EntryCount, package.UnzippedBytes));
    }

    [Fact]
    public void A_million_entries_are_counted_and_the_first_listed()
    {
        var package = Read(Listed(Enumerable.Range(0, 1_000_000).Select(i => $"{i:D7}.txt"), []));
        Assert.Equal((1_000_000, DeploymentPackage.MostEntries), (package.EntryCount, package.Entries.Count));
        Assert.Contains(package.Warnings, warning => warning.StartsWith("manyEntries: 900,000 more than are listed, such as 0100000.txt, counted as own code"));
    }

    [Fact]
    public void A_cut_anywhere_is_a_line_or_a_package()
    {
        using Folder folder = new();
        var archive = Zip([.. Node, .. Java]);
        for (var length = 0; length < archive.Length; length += 7)
        {
            DeploymentPackage.Read([folder.Write("x.zip", archive[..length])], out var problems);
            Assert.Single(problems);
        }
    }

    static int ListAt(byte[] archive) => archive.AsSpan().IndexOf("PK\u0001\u0002"u8);

    // One file, stored once and listed under many names.
    static byte[] Listed(IEnumerable<string> names, byte[] stored)
    {
        using MemoryStream target = new();
        using BinaryWriter writer = new(target);
        var once = new byte[30];
        "PK\u0003\u0004"u8.CopyTo(once);
        writer.Write([.. once, .. stored]);
        var count = 0;
        var directory = target.Length;
        Span<byte> head = stackalloc byte[46];
        foreach (var name in names)
        {
            head.Clear();
            "PK\u0001\u0002"u8.CopyTo(head);
            BinaryPrimitives.WriteInt32LittleEndian(head[20..], stored.Length);
            BinaryPrimitives.WriteInt32LittleEndian(head[24..], stored.Length);
            BinaryPrimitives.WriteInt16LittleEndian(head[28..], (short)name.Length);
            writer.Write(head);
            writer.Write(Text(name));
            count++;
        }

        var end = target.Length;
        writer.Write([.. "PK\u0006\u0006"u8, .. BitConverter.GetBytes(44L), .. new byte[12], .. BitConverter.GetBytes((long)count),
            .. BitConverter.GetBytes((long)count), .. BitConverter.GetBytes(end - directory), .. BitConverter.GetBytes(directory)]);
        writer.Write([.. "PK\u0006\u0007"u8, .. new byte[4], .. BitConverter.GetBytes(end), 1, 0, 0, 0]);
        writer.Write([.. "PK\u0005\u0006"u8, 0, 0, 0, 0, .. Enumerable.Repeat((byte)0xFF, 12), 0, 0]);
        return target.ToArray();
    }
}
