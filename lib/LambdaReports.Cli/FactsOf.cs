using LambdaReports.Notebooks;
using LambdaReports.Observations;

namespace LambdaReports.Cli;

/// <summary>What the report's index shows of some logs.</summary>
static class FactsOf
{
    /// <param name="logs">The logs.</param>
    /// <param name="previous">The folder of an earlier report, if there is one.</param>
    /// <exception cref="InvalidDataException">It holds none.</exception>
    internal static ReportFacts Logs(Tables.Logs logs, string? previous)
    {
        var (account, claims) = (logs.Account, logs.Claims());
        return new()
        {
            Origin = logs.Study.Origin,
            Caveats = logs.Study.Caveats,
            Claims = claims,
            Changes = previous is null ? null : ReportJson.Changes(previous, claims),
            Json = ReportJson.Of(logs, claims),
            Account =
            [
                ("Files read", $"{account.Files:N0}"),
                ("Lines", $"{account.Lines:N0}"),
                ("Records", $"{account.Records:N0}"),
                ("Copies of records, left out", $"{account.Duplicates:N0}"),
                ("Other platform lines", $"{account.OtherPlatformLines:N0}"),
                ("Application lines", $"{account.ApplicationLines:N0}"),
                ("Rejected lines", $"{account.RejectedCount:N0}"),
                ("Billed durations explained", $"{account.Billing.Explained:N0} of {account.Billing.Checked:N0}"),
                ("Files skipped", $"{account.Skipped.Count:N0}"),
            ],
            Notes =
            [
                .. account.Problems,
                .. logs.PackageProblems,
                .. account.Warnings,
                .. logs.Study.Missing.Select(missing => $"{missing.Name} is missing: {missing.Reason}"),
            ],
        };
    }
}
