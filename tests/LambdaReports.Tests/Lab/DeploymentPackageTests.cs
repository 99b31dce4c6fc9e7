using System.IO.Compression;
using LambdaReports.Lab;

namespace Tests.Lab;

public sealed class DeploymentPackageTests : IDisposable
{
    readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_files_give_the_same_bytes_whatever_their_date_and_order()
    {
        string[] files = ["task/lib/b.jar", "task/handler.py", "task/lib/a.jar"];
        foreach (var (index, file) in files.Index())
        {
            folder.Write(file, file);
            folder.Write(files[^(index + 1)].Replace("task", "again", StringComparison.Ordinal), files[^(index + 1)]);
            File.SetLastWriteTimeUtc(folder[file], new DateTime(2018, 1, 1 + index, 0, 0, 0, DateTimeKind.Utc));
        }

        DeploymentPackage.Write(folder["task"], folder["1.zip"]);
        DeploymentPackage.Write(folder["again"], folder["2.zip"]);

        Assert.Equal(File.ReadAllBytes(folder["1.zip"]), File.ReadAllBytes(folder["2.zip"]));
        using var zip = ZipFile.OpenRead(folder["1.zip"]);
        Assert.Equal(["handler.py", "lib/a.jar", "lib/b.jar"], zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal("100755", Convert.ToString(entry.ExternalAttributes >>> 16, 8)));
    }
}
