using LambdaReports.Notebooks;
using LambdaReports.Observations;

namespace LambdaReports.Cli;

/// <summary>What the report's index shows of some logs.</summary>
static class FactsOf
{
    internal static ReportFacts Logs(Tables.Logs logs)
    {
        var account = logs.Account;
        return new()
        {
            Origin = logs.Study.Origin,
            Caveats = logs.Study.Caveats,
            Claims = logs.Claims(),
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
                .. account.Warnings,
                .. logs.Study.Missing.Select(missing => $"{missing.Name} is missing: {missing.Reason}"),
            ],
        };
    }
}
