using System.IO.Compression;
using LambdaReports.Packages;
using Tests.Logs.Fuzz;
using static Tests.Packages.MadePackage;

namespace Tests.Packages;

/// <summary>Damaged archives of every runtime: never an exception but the one of no archive, never a hang, and sums add up.</summary>
public class PackageFuzzTests
{
    const int Seed = 2026;
    const int Mutations = 20_000;

    static readonly (string Path, byte[] Bytes)[][] Packages =
    [
        Go, Java, Node, Python, DotNet(fsharp: true),
        [("main", OldGo("go1.13", "x"))],
        [("a.rb", Text("1")), ("x.node", Windows())],
        [("lib/a.jar", Zip(("pom.properties", Text("groupId=a\nversion=1")), ("b/c.class", Class(52))))],
    ];

    [Fact]
    public void Mutated_archives_are_read_or_refused()
    {
        byte[][] archives = [.. Packages.Select(Zip)];
        var read = 0;
        Parallel.For(0, Mutations, i =>
        {
            Random random = new(Seed + i);
            var bytes = Mutation.Of(archives[random.Next(archives.Length)], random).Bytes;
            try
            {
                Interlocked.Add(ref read, Check(bytes));
            }
            catch (Exception error)
            {
                Assert.Fail($"mutation {i}: {error}");
            }
        });
        Assert.InRange(read, Mutations / 10, Mutations);
    }

    // A file inside may be damaged while its checksum is right.
    [Fact]
    public void Mutated_files_in_an_archive_give_no_exception()
    {
        Parallel.For(0, Mutations, i =>
        {
            Random random = new(Seed + i);
            try
            {
                Check(Zip(Packages[random.Next(Packages.Length)].Select(file => (file.Path, Mutation.Of(file.Bytes, random).Bytes))));
            }
            catch (Exception error)
            {
                Assert.Fail($"mutation {i}: {error}");
            }
        });
    }

    static int Check(byte[] bytes)
    {
        try
        {
            using ZipArchive archive = new(new MemoryStream(bytes));
            var package = new PackageReader(look => PackageFiles.Of(archive, bytes.Length, look)).Read("x.zip", "x", bytes.Length);
            Assert.Equal(archive.Entries.Count, package.EntryCount);
            Assert.Equal(package.UnzippedBytes, package.BytesByKind.Values.Sum());
            Assert.Equal(package.UnzippedBytes, package.Entries.Sum(entry => entry.Bytes));
            Assert.All(package.Entries, entry => Assert.True(entry.Bytes >= 0));
            return 1;
        }
        catch (InvalidDataException)
        {
            return 0;
        }
    }
}
