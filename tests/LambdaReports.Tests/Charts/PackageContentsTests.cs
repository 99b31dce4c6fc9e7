using System.Text.Json.Nodes;
using LambdaReports.Charts;
using LambdaReports.Logs;
using LambdaReports.Observations;
using LambdaReports.Tables;
using Tests.Conventions;
using Tests.Packages;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Charts;

public class PackageContentsTests
{
    [Fact]
    public void Contents_are_a_bar_a_package_and_a_part_a_kind()
    {
        var figure = Chart.Contents([MadePackage.Read(MadePackage.Node), MadePackage.Read(MadePackage.Go)]);
        Assert.Equal(2, figure.Numbers.Count);
        Assert.Contains("MB of own code, ", figure.ToString());
        Assert.Equal(5, figure.ToSvg().Split("<rect x=").Length - 1);
        Assert.Equal(5, JsonNode.Parse(figure.ToPlotlyJson())!["data"]!.AsArray().Count);
        Assert.Contains("There are no deployment packages", Chart.Contents([]).ToString());
    }

    [Fact]
    public void Tables_have_a_row_a_package_and_a_row_an_entry()
    {
        LambdaReports.Packages.DeploymentPackage[] packages = [MadePackage.Read(MadePackage.Node), MadePackage.Read(MadePackage.Go)];
        Assert.Equal(2, packages.ToDataFrame().Rows.Count);
        Assert.Equal(7, packages.Entries().Rows.Count);
        Assert.Equal("testsAndDocs", packages.Entries()["Kind"][5]);
    }

    [Fact]
    public void Size_and_start_are_joined_by_function()
    {
        var logs = LogSet.Read([Path.Combine(Repository.Root, "data/measured")], new LogSelection { Metrics = [Metric.Init] });
        var rows = logs.InitByPackageSize();
        var figure = Chart.InitByPackageSize(logs);
        Assert.Equal(logs.Packages.Count, rows.Rows.Count);
        Assert.Equal(rows["UnzippedBytes"].Cast<long>().Order(), rows["UnzippedBytes"].Cast<long>());
        Assert.Equal($"Package size and start of {rows.Rows.Count} functions", figure.Title);
        Assert.All(rows["Function"].Cast<string>(), name => Assert.Contains($">{name}</text>", figure.ToSvg()));
        Assert.Equal(2 * rows.Rows.Count, JsonNode.Parse(figure.ToPlotlyJson())!["data"]!.AsArray().Count);
        Assert.Throws<ArgumentException>(() => LogSet.Read(Path.Combine(Repository.Root, "data/measured")).InitByPackageSize());
    }

    [Fact]
    public void Without_packages_there_is_a_sentence_for_a_figure()
    {
        var logs = LogSet.Read([Path.Combine(Repository.Root, "data/simulated/spikes")], new LogSelection { Metrics = [Metric.Init] });
        Assert.Contains("no function with a package", Chart.InitByPackageSize(logs).ToString());
    }
}
