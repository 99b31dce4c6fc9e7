namespace LambdaReports.Tables;

/// <summary>All that is counted of one population.</summary>
/// <remarks>Where a table file is among what was read, only the durations are known.</remarks>
/// <param name="Durations">The successful records' durations.</param>
/// <param name="Runtime">As the study file or INIT_START tells it.</param>
/// <param name="MaxMemoryUsedMB">The largest of all records.</param>
/// <param name="BilledMsTotal">Of all records, whatever their status.</param>
/// <param name="Errors">Records whose status is an error or failure.</param>
/// <param name="Timeouts">Records that ran into the function's limit.</param>
public sealed record PopulationTables(
    Sample Durations,
    string? Runtime,
    int? MaxMemoryUsedMB,
    double? BilledMsTotal,
    long? Errors,
    long? Timeouts);
