using System.Text.Json.Nodes;
using LambdaReports.Charts;
using LambdaReports.Tables;
using Tests.Packages;

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
}
