using System.Text.Json;
using Tests.Conventions;

namespace Tests.Oracles;

/// <summary>The frozen figures are what their scripts print.</summary>
public class ScriptTests
{
    // Versions of R and NumPy may add in another order; every test of ours allows more than this,
    // except the descriptive ones, which are exact to a few units in the last place.
    const double Tolerance = 1e-12;

    [Theory]
    [InlineData("exact", "r-cran-coin r-cran-exactranktests", "library(coin); library(exactRankTests)")]
    [InlineData("engine", "r-cran-clubsandwich", "library(clubSandwich)")]
    [InlineData("quantiles", "r-base-core", "quit()")]
    [InlineData("statistics", "r-cran-survey", "library(clubSandwich); library(survey)")]
    [InlineData("student", "r-base-core", "quit()")]
    public void R_prints_the_frozen_figures(string name, string package, string probe)
    {
        var rscript = ExternalTool.Require("Rscript", package, "-e", probe);
        AssertFrozen(name, ExternalTool.Run(rscript, Oracle.Folder, $"{name}.R"));
    }

    [Theory]
    [InlineData("naive", "python3-scipy python3-statsmodels", "import scipy, statsmodels")]
    [InlineData("superiority", "python3-scipy", "import scipy")]
    [InlineData("tables", "python3-scipy", "import scipy")]
    public void NumPy_prints_the_frozen_figures(string name, string package, string probe)
    {
        var python = ExternalTool.Require("/usr/bin/python3", package, "-c", probe);
        AssertFrozen(name, ExternalTool.Run(python, Oracle.Folder, $"{name}.py"));
    }

    static void AssertFrozen(string name, string printed) =>
        AssertNear(name, Oracle.Read($"{name}.json"), JsonDocument.Parse(printed).RootElement);

    static void AssertNear(string path, JsonElement expected, JsonElement actual)
    {
        Assert.Equal(expected.ValueKind, actual.ValueKind);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(
                    expected.EnumerateObject().Select(property => property.Name),
                    actual.EnumerateObject().Select(property => property.Name));
                foreach (var property in expected.EnumerateObject())
                {
                    var name = property.Name;
                    AssertNear($"{path}/{name}", property.Value, actual.GetProperty(name));
                }

                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
                foreach (var (e, a) in expected.EnumerateArray().Zip(actual.EnumerateArray()))
                {
                    AssertNear(path, e, a);
                }

                break;
            case JsonValueKind.Number:
                Oracle.Near(expected.GetDouble(), actual.GetDouble(), Tolerance, path);
                break;
            default:
                break;
        }
    }
}
