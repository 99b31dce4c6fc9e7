using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Adds up what the passes over the files counted.</summary>
sealed class AccountBuilder(LogFiles found, LogSelection selection)
{
    readonly LineCounts counts = new();
    readonly List<string> skipped = [.. found.Skipped];
    readonly List<string> problems = [.. found.Problems];
    readonly long[] billing = new long[3];
    long copies;
    int files;
    long bytes;

    internal List<string> Warnings { get; } = [];

    /// <summary>Takes what one reading of every file counted.</summary>
    internal void Add(IReadOnlyList<FileResult> results)
    {
        var anyLambdaLines = results.Any(result => result.Counts.HasLambdaLines);
        foreach (var result in results)
        {
            NoteProblem(result, anyLambdaLines);
            if (result.IsTable && result.Counts.Records > 0 && results.Count > 1)
            {
                Warnings.Add($"{result.File.DisplayPath} is a table file, in which copies of records are not looked for: "
                    + "see that none of the other files holds the same invocations");
            }

            Warnings.AddRange(result.Doubts.Select(doubt => $"{result.File.DisplayPath}: {doubt}"));
            if (result.Counts.HasLambdaLines)
            {
                files++;
                bytes += result.Bytes;
                counts.Add(result.Counts);
                copies += result.Copies;
                for (var i = 0; i < billing.Length; i++)
                {
                    billing[i] += result.Billing[i];
                }
            }
        }
    }

    /// <summary>A record counted by <see cref="Add"/> is a copy.</summary>
    internal void CountAsCopy(BillingOutcome outcome)
    {
        billing[(int)outcome]--;
        copies++;
    }

    internal Account Build()
    {
        if (counts.LeftOutUndated > 0)
        {
            Warnings.Add($"{counts.LeftOutUndated:N0} records without a time were left out, since a time was asked for; "
                + "export them with times.");
        }

        return BuildAccount();
    }

    Account BuildAccount() => new()
    {
        Files = files,
        Skipped = [.. skipped.Order(StringComparer.Ordinal)],
        Bytes = bytes,
        Lines = counts.Lines,
        Records = counts.Records - copies,
        Duplicates = copies,
        OtherPlatformLines = counts.OtherPlatformLines,
        ApplicationLines = counts.ApplicationLines,
        RejectedCount = counts.RejectedCount,
        Rejected = counts.Rejected,
        Billing = new(
            billing[(int)BillingOutcome.Explained],
            billing[(int)BillingOutcome.Unexplained],
            billing[(int)BillingOutcome.NotApplicable]),
        Problems = problems,
        Warnings = Warnings,
    };

    void NoteProblem(FileResult result, bool anyLambdaLines)
    {
        var path = result.File.DisplayPath;
        var named = found.IsNamed(result.File);
        if (result.Failures.Count > 0 && (result.Counts.HasLambdaLines || named || !result.Opened))
        {
            problems.AddRange(result.Failures.Select(failure => path + failure));
        }
        else if (!result.Counts.HasLambdaLines)
        {
            skipped.Add(path);
            if (named && anyLambdaLines && selection == LogSelection.All)
            {
                problems.Add(
                    $"{path}: holds no line of Lambda's; give CloudWatch logs with REPORT records");
            }
        }
    }
}
