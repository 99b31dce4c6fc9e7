using LambdaReports.Packages;

namespace LambdaReports.Charts;

/// <content>Deployment packages.</content>
public static partial class Chart
{
    const double Megabyte = 1e6;
    const int RowHeight = 40;

    // In the order of the kinds.
    static readonly (string Name, double Shade)[] Kinds =
        [("own code", 1), ("dependencies", 0.7), ("runtime", 0.45), ("debug symbols", 0.2), ("tests and docs", 0)];

    /// <summary>What deployment packages hold: a bar each, of unzipped bytes by kind.</summary>
    /// <remarks>Above 20 packages the largest are shown, and the figure says so.</remarks>
    /// <param name="packages">Of none at all, the figure says so.</param>
    public static Figure Contents(IEnumerable<DeploymentPackage> packages)
    {
        DeploymentPackage[] all = [.. packages];
        if (all.Length == 0)
        {
            return Nothing("Package contents", "There are no deployment packages to draw.");
        }

        DeploymentPackage[] shown = [.. all.OrderByDescending(package => package.UnzippedBytes).Take(MostFunctions)];
        return new()
        {
            Title = "What the packages hold, unzipped",
            Description = $"From left to right and from full to pale: {string.Join(", ", Kinds.Select(kind => kind.Name))}.",
            Numbers = [.. shown.Select(package => $"{package.Function}: {string.Join(", ", Parts(package).Select(part => part.Text))}.")],
            Note = all.Length > shown.Length ? $"{shown.Length} of {all.Length} packages are shown, the largest." : null,
            Panels =
            [
                new(
                    new("Unzipped (MB); full to pale: " + string.Join(", ", Kinds.Select(kind => kind.Name)),
                        0, Math.Max(shown[0].UnzippedBytes / Megabyte, 0.001) * 1.03),
                    Axis.OfRows([.. shown.Select(package => new Row(package.Function, $"{package.UnzippedBytes / Megabyte:N3} MB"))]),
                    RowHeight * shown.Length,
                    [.. shown.SelectMany((package, row) => Parts(package).Select(part => part with { Y = row }))]),
            ],
        };
    }

    static IEnumerable<Bar> Parts(DeploymentPackage package)
    {
        var family = RuntimeFamily.Of($"{package.Language} {package.Runtime} {package.Function}");
        var at = 0.0;
        foreach (var (kind, bytes) in package.BytesByKind.Where(part => part.Value > 0).OrderBy(part => part.Key))
        {
            var (name, shade) = Kinds[(int)kind];
            yield return new(at, at + (bytes / Megabyte), 0, family, shade, $"{bytes / Megabyte:N3} MB of {name}");
            at += bytes / Megabyte;
        }
    }
}
