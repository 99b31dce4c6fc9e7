using LambdaReports.Logs;
using LambdaReports.Packages;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>A deployment package joined to the initializations of its function.</summary>
/// <param name="Function">Its name for people.</param>
/// <param name="Package">What was deployed.</param>
/// <param name="N">How many initializations the logs tell.</param>
/// <param name="Median">Of Init Duration in ms, with its exact interval.</param>
sealed record PackageStart(string Function, DeploymentPackage Package, long N, Estimate Median)
{
    /// <summary>By size, the smallest first; a function without package or Init Duration is left out.</summary>
    internal static IReadOnlyList<PackageStart> Of(Tables.Logs logs)
    {
        var names = DisplayNames.Of(logs.Populations);
        return
        [
            .. from package in logs.Packages
               orderby package.UnzippedBytes
               from tables in logs.Populations
               where tables.Durations.Population is { Start: StartKind.Cold } population && population.Function == package.Function
                   && tables.Further is not null
               let init = tables.Values(Metric.Init)
               where init.Count > 0
               select new PackageStart(names[tables], package, init.Count, init.ExactMedian()),
        ];
    }
}

/// <content>Packages and starts.</content>
public static partial class LogsObservations
{
    /// <summary>Each package's size beside how long its function takes to initialize, the smallest package first.</summary>
    /// <param name="logs">With <see cref="Metric.Init"/> among <see cref="LogSelection.Metrics"/>.</param>
    /// <returns>Columns Function, UnzippedBytes, N (initializations), MedianMs, LowMs, HighMs.</returns>
    /// <exception cref="ArgumentException">Init Duration was not read.</exception>
    public static DataFrame InitByPackageSize(this Tables.Logs logs)
    {
        var rows = PackageStart.Of(logs);
        return new(
            new StringDataFrameColumn("Function", rows.Select(row => row.Function)),
            new Int64DataFrameColumn("UnzippedBytes", rows.Select(row => row.Package.UnzippedBytes)),
            new Int64DataFrameColumn("N", rows.Select(row => row.N)),
            new DoubleDataFrameColumn("MedianMs", rows.Select(row => row.Median.Value)),
            new DoubleDataFrameColumn("LowMs", rows.Select(row => row.Median.Low)),
            new DoubleDataFrameColumn("HighMs", rows.Select(row => row.Median.High)));
    }
}
