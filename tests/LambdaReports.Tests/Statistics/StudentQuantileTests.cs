using System.Globalization;
using LambdaReports.Statistics;
using Tests.Oracles;

namespace Tests.Statistics;

public class StudentQuantileTests
{
    [Fact]
    public void Quantiles_are_those_of_R_for_any_degrees_of_freedom_and_far_out_in_the_tail()
    {
        foreach (var row in Oracle.Read("student.json").EnumerateObject())
        {
            foreach (var cell in row.Value.EnumerateObject())
            {
                var (df, alpha) = (Number(row.Name), Number(cell.Name));
                Oracle.Near(
                    cell.Value.GetDouble(),
                    StudentQuantile.TwoSided(df, alpha),
                    1e-10,
                    $"df {df}, alpha {alpha}");
            }
        }
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
