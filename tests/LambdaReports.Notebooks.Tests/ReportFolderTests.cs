using LambdaReports.Notebooks;

namespace Tests;

public sealed class ReportFolderTests : IDisposable
{
    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("report-folder-");

    string Out => Path.Combine(root.FullName, "report");

    [Fact]
    public void A_new_report_takes_the_place_of_the_old_one_as_a_whole()
    {
        Write("1-old.html", "index.html");
        Write("2-new.html", "index.html");
        Assert.Equal(["2-new.html", "index.html"], Names());
        Assert.Equal(["report"], root.GetFileSystemInfos().Select(entry => entry.Name));
    }

    [Fact]
    public void Where_writing_fails_the_old_report_stays()
    {
        Write("1-old.html", "index.html");
        Assert.Throws<InvalidOperationException>(() =>
            new ReportFolder(Out).Replace(_ => throw new InvalidOperationException()));
        Assert.Equal(["1-old.html", "index.html"], Names());
    }

    [Fact]
    public void A_run_that_ended_between_the_two_renames_is_mended_by_the_next()
    {
        Write("1-old.html", "index.html");
        Directory.Move(Out, Path.Combine(root.FullName, ".report.lambda-reports-old"));
        _ = new ReportFolder(Out);
        Assert.Equal(["1-old.html", "index.html"], Names());
    }

    [Theory]
    [InlineData("thesis.docx")]
    [InlineData("index.html")]
    [InlineData("notes.html")]
    public void A_folder_that_holds_what_no_report_wrote_is_not_touched(string file)
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, file), "mine");
        var refused = Assert.Throws<IOException>(() => new ReportFolder(Out));
        Assert.EndsWith("holds what no report wrote; name a new folder.", refused.Message);
        Assert.Equal([file], Names());
    }

    [Theory]
    [InlineData("my-own.ipynb")]
    [InlineData("notes.json")]
    public void A_file_of_the_users_beside_a_report_is_not_deleted(string file)
    {
        Write("1-old.html", "1-old.ipynb", "index.html");
        var folder = new ReportFolder(Out);
        File.WriteAllText(Path.Combine(Out, file), "mine");
        Assert.Throws<IOException>(() => folder.Replace(_ => { }));
        Assert.Throws<IOException>(() => new ReportFolder(Out));
        Assert.Contains(file, Names());
    }

    [Fact]
    public void The_folder_behind_a_link_is_replaced_and_not_the_link()
    {
        var real = Directory.CreateDirectory(Path.Combine(root.FullName, "real"));
        Directory.CreateSymbolicLink(Out, real.FullName);
        Write("index.html");
        Assert.NotNull(new DirectoryInfo(Out).LinkTarget);
        Assert.Equal(["index.html"], real.GetFiles().Select(file => file.Name));
    }

    public void Dispose() => root.Delete(recursive: true);

    void Write(params string[] files) => new ReportFolder(Out).Replace(staging =>
    {
        foreach (var file in files)
        {
            File.WriteAllText(
                Path.Combine(staging, file), "<meta name=\"generator\" content=\"LambdaReports\">");
        }
    });

    IEnumerable<string> Names() =>
        Directory.GetFiles(Out).Select(file => Path.GetFileName(file)!).Order();
}
