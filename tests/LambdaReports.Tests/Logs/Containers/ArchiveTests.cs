using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Tests.Cli;

namespace Tests.Logs.Containers;

/// <summary>An archive's files are not one text: it is refused in a clear line.</summary>
public class ArchiveTests
{
    static readonly string Good = Lines.Invocation(1, Lines.RequestId(1));

    static byte[] Tar(string text)
    {
        using var target = new MemoryStream();
        using (var tar = new TarWriter(target, leaveOpen: true))
        {
            foreach (var name in (string[])["orders.log", "invoices.log"])
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
                {
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                });
            }
        }

        return target.ToArray();
    }

    static byte[] Zip(string text)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("orders.log").Open());
            writer.Write(text);
        }

        return target.ToArray();
    }

    static byte[] Archive(string name, string text) => name switch
    {
        "logs.zip" => Zip(text),
        "logs.tar" => Tar(text),
        _ => Folder.Gzip(Tar(text)),
    };

    [Theory]
    [InlineData("logs.tar", "logs.tar: is a tar archive")]
    [InlineData("logs.tgz", "logs.tgz: is a tar archive")]
    [InlineData("logs.zip", "logs.zip: is a zip archive")]
    public void A_named_archive_is_refused_and_the_rest_delivered(string name, string told)
    {
        using var folder = new Folder();
        var good = folder.Write("good.log", Good);
        var archive = folder.Write(name, Archive(name, Good));
        var beside = CommandLine.Run("records", good, archive);
        Assert.Equal((1, 1), (beside.Exit, beside.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Contains(told, beside.Errors);
        Assert.DoesNotContain("holds no line", beside.Errors);
        var alone = CommandLine.Run("summary", archive);
        Assert.Equal((2, ""), (alone.Exit, alone.Output));
        Assert.Contains(told, alone.Errors);
        var input = CommandLine.Run(File.ReadAllBytes(archive), "summary", "-");
        Assert.Equal((2, ""), (input.Exit, input.Output));
        Assert.Contains(told.Replace(name, "standard input"), input.Errors);
    }

    [Theory]
    [InlineData("logs.tar", true, 1)]
    [InlineData("logs.tgz", true, 1)]
    [InlineData("logs.tar", false, 0)]
    [InlineData("logs.zip", true, 0)]
    public void In_a_folder_one_is_told_where_lines_of_lambdas_are_seen_in_it(string name, bool ofLogs, int exit)
    {
        using var folder = new Folder();
        folder.Write("good.log", Good);
        folder.Write(name, Archive(name, ofLogs ? Good : "hello\n"));
        var result = CommandLine.Run("records", folder.Path);
        Assert.Equal((exit, 1), (result.Exit, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Contains(exit == 1 ? $"{name}: is a" : $"skipped 1 file in which no Lambda line was found: {name}", result.Errors);
    }
}
