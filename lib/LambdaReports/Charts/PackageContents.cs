using LambdaReports.Observations;
using LambdaReports.Packages;
using LambdaReports.Statistics;

namespace LambdaReports.Charts;

/// <content>Deployment packages.</content>
public static partial class Chart
{
    const double Megabyte = 1e6;

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
            Description = "A bar a package, as long as its files are unpacked.",
            Numbers = [.. shown.Select(package => $"{package.Function}: "
                + $"{string.Join(", ", Parts(package).Select(part => part.Text).DefaultIfEmpty("nothing"))}.")],
            Note = $"From full to pale: {string.Join(", ", Kinds.Select(kind => kind.Name))}."
                + (all.Length > shown.Length ? $" {shown.Length} of {all.Length} packages are shown, the largest." : ""),
            Panels =
            [
                new(
                    new("Unzipped (MB)", 0, Math.Max(shown[0].UnzippedBytes / Megabyte, 0.001) * 1.03),
                    Axis.OfRows([.. shown.Select(package => new Row(package.Function, $"{package.UnzippedBytes / Megabyte:N3} MB"))]),
                    40 * shown.Length,
                    [.. shown.SelectMany((package, row) => Parts(package).Select(part => part with { Y = row }))]),
            ],
        };
    }

    /// <summary>Each package's size against how long its function takes to initialize; see
    /// <see cref="LogsObservations.InitByPackageSize"/>.</summary>
    /// <remarks>Above 20 functions those of the largest packages are shown, and the figure says so.</remarks>
    public static Figure InitByPackageSize(Tables.Logs logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        var all = PackageStart.Of(logs);
        if (all.Count == 0)
        {
            return Nothing("Package size and start", "There is no function with a package and an Init Duration to draw.");
        }

        PackageStart[] shown = [.. all.OrderByDescending(start => start.Package.UnzippedBytes).Take(MostFunctions).Reverse()];
        double[] ends = [.. shown.SelectMany(start => RowPlot.Ends(start.Median)).OfType<double>()];
        return new()
        {
            Title = $"Package size and start of {shown.Length} function{(shown.Length == 1 ? "" : "s")}",
            Description = "A dot is a function: the higher, the larger its package; the farther right, the longer its median Init "
                + "Duration. The bar is its exact 95 % interval; a hollow dot has none.",
            Numbers = [.. shown.Select(TextOf), .. Warning.InShort(shown.SelectMany(start => start.Median.Warnings))],
            Note = shown.Length < all.Count ? $"{shown.Length} of {all.Count} are shown, those of the largest packages." : null,
            Panels =
            [
                new(
                    Axis.OfLogarithms(Math.Max(ends.Min(), 0.01), Math.Max(ends.Max(), 0.01), "Median of Init Duration (ms, log scale)"),
                    Axis.OfLogarithms(SizeOf(shown[0]) / 1.5, SizeOf(shown[^1]) * 1.5, "Unzipped (MB, log scale)"),
                    320,
                    [.. shown.SelectMany(start => RowPlot.Marks(start.Median, SizeOf(start), FamilyOf(start.Package), TextOf(start))
                        .Select(mark => mark is Point point ? point with { Label = start.Function } : mark))]),
            ],
        };
    }

    static string TextOf(PackageStart start) =>
        $"{start.Function}: {SizeOf(start):N3} MB, {Digits.Of(start.Median)} of {start.N:N0} initializations";

    // Nothing at all has no place on a logarithmic axis.
    static double SizeOf(PackageStart start) => Math.Max(start.Package.UnzippedBytes, 1) / Megabyte;

    static RuntimeFamily FamilyOf(DeploymentPackage package) =>
        RuntimeFamily.Of($"{package.Language} {package.Runtime} {package.Function}");

    static IEnumerable<Bar> Parts(DeploymentPackage package)
    {
        var (family, at) = (FamilyOf(package), 0.0);
        foreach (var (kind, bytes) in package.BytesByKind.Where(part => part.Value > 0).OrderBy(part => part.Key))
        {
            var (name, shade) = Kinds[(int)kind];
            yield return new(at, at + (bytes / Megabyte), 0, family, shade, $"{bytes / Megabyte:N3} MB of {name}");
            at += bytes / Megabyte;
        }
    }
}
