namespace LambdaReports.Tables;

/// <summary>All that is counted of one population.</summary>
/// <param name="Durations">The successful records' durations.</param>
/// <param name="Runtime">As the study file or INIT_START tells it.</param>
/// <param name="MaxMemoryUsedMB">The largest of all records.</param>
/// <param name="BilledMsTotal">Of all records, whatever their status.</param>
/// <param name="Statuses">How the invocations ended.</param>
public sealed record PopulationTables(
    Sample Durations,
    string? Runtime,
    int? MaxMemoryUsedMB,
    double BilledMsTotal,
    StatusCounts Statuses);

/// <summary>How invocations ended; a record without a status is a success.</summary>
/// <param name="Success">Successful.</param>
/// <param name="Error">Ended in an error or failure.</param>
/// <param name="Timeout">Ran into the function's limit.</param>
public sealed record StatusCounts(long Success, long Error, long Timeout);
