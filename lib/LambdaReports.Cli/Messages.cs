using LambdaReports.Logs;
using LambdaReports.Statistics;

namespace LambdaReports.Cli;

/// <summary>What people are told, on standard error.</summary>
static class Messages
{
    internal static void Say(string text) => Console.Error.WriteLine("lambda-reports: " + OneLine(text));

    internal static int Usage(string text)
    {
        Say(text);
        Console.Error.WriteLine("Try `lambda-reports --help`.");
        return ExitStatus.Usage;
    }

    /// <summary>Tells what could not be read or was not clean, and gives the exit status.</summary>
    internal static int SayProblems(Account account)
    {
        SayAll([.. account.Problems, .. account.Warnings]);
        if (account.RejectedCount > 0)
        {
            Say($"rejected {Count(account.RejectedCount, "line")} beginning as a REPORT record; the first: {account.Rejected[0]}");
        }

        if (account.Skipped.Count > 0)
        {
            Say($"skipped {Count(account.Skipped.Count, "file")} in which no Lambda line was found: {First(account.Skipped)}");
        }

        return account.Problems.Count > 0 ? ExitStatus.Incomplete : ExitStatus.Done;
    }

    /// <summary>One line on what was read.</summary>
    internal static void SayAccount(Tables.Logs logs)
    {
        var account = logs.Account;
        Say($"read {Count(account.Records, "record")} in {Count(account.Files, "file")}"
            + (account.Duplicates > 0 ? $", each once (copies left out: {account.Duplicates:N0})" : "")
            + (account.Billing.Checked > 0 ? $"; billed durations explained: {account.Billing.Explained:N0} of {account.Billing.Checked:N0}" : "")
            + (logs.Study.Origin is { } origin ? $"; {origin}" : ""));
    }

    /// <summary>The limits of the evidence; those of the reading are told with the account.</summary>
    internal static void SayLimits(IEnumerable<Warning> warnings) =>
        SayAll(Warning.InShort(warnings.Where(warning => warning.Code != WarningCode.AssumedStarts)));

    internal static void SayAll(IEnumerable<string> texts) => texts.ToList().ForEach(Say);

    internal static string Count(long number, string noun) => $"{number:N0} {noun}{(number == 1 ? "" : "s")}";

    /// <exception cref="UsageException">There is no record at all, or the filters left none.</exception>
    internal static void DemandRecords(Account account, IReadOnlyList<string> paths, SelectionSettings settings)
    {
        if (account.Records == 0)
        {
            SayProblems(account);
            throw new UsageException(settings.Filters is { Length: > 0 } filters
                ? $"found no REPORT record for {filters}; {account.LeftOut ?? "give other CloudWatch logs of Lambda functions"}"
                : $"found no REPORT record in {First([.. paths.Select(LogFiles.Shown)])}; give CloudWatch logs of Lambda functions");
        }
    }

    static string First(IReadOnlyList<string> names) => string.Join(", ", names.Take(3)) + (names.Count > 3 ? ", …" : "");

    // A path or a name may hold control characters; a terminal must not obey them.
    internal static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
}
