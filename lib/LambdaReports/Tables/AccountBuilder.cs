using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Adds up what the passes over the files counted.</summary>
sealed class AccountBuilder(LogFiles found, LogSelection selection)
{
    readonly List<string> skipped = [.. found.Skipped];
    readonly List<string> problems = [.. found.Problems];
    readonly long[] copies = new long[3];
    FileResult[] read = [];

    internal List<string> Warnings { get; } = [];

    /// <summary>Takes what the reading of every file counted.</summary>
    internal void Add(IReadOnlyList<FileResult> results)
    {
        read = [.. results.Where(result => result.Counts.HasLambdaLines)];
        foreach (var result in results)
        {
            NoteProblem(result);
            if (result.IsTable && result.Counts.Records > 0 && results.Count > 1)
            {
                Warnings.Add($"{result.File.DisplayPath} is a table file, in which copies of records are not looked for: "
                    + "see that none of the other files holds the same invocations");
            }

            Warnings.AddRange(result.Doubts.Select(doubt => $"{result.File.DisplayPath}: {doubt}"));
        }
    }

    /// <summary>A record counted by <see cref="Add"/> is a copy.</summary>
    internal void CountAsCopy(BillingOutcome outcome) => copies[(int)outcome]++;

    internal Account Build()
    {
        var counts = new LineCounts();
        Array.ForEach(read, result => counts.Add(result.Counts));
        var duplicates = copies.Sum() + read.Sum(result => result.Copies);
        if (counts.LeftOutUndated > 0)
        {
            Warnings.Add($"{counts.LeftOutUndated:N0} records without a time were left out, since a time was asked for; "
                + "export them with times.");
        }

        return new()
        {
            Files = read.Length,
            Skipped = [.. skipped.Order(StringComparer.Ordinal)],
            Bytes = read.Sum(result => result.Bytes),
            Lines = counts.Lines,
            Records = counts.Records - duplicates,
            Duplicates = duplicates,
            OtherPlatformLines = counts.OtherPlatformLines,
            ApplicationLines = counts.ApplicationLines,
            RejectedCount = counts.RejectedCount,
            Rejected = counts.Rejected,
            Billing = new(
                Billed(BillingOutcome.Explained), Billed(BillingOutcome.Unexplained), Billed(BillingOutcome.NotApplicable)),
            Problems = problems,
            Warnings = Warnings,
        };

        long Billed(BillingOutcome outcome) => read.Sum(result => result.Billing[(int)outcome]) - copies[(int)outcome];
    }

    void NoteProblem(FileResult result)
    {
        var path = result.File.DisplayPath;
        var named = found.IsNamed(result.File);
        if (result.Failures.Count > 0 && (result.Counts.HasLambdaLines || result.IsTable || named || !result.Opened))
        {
            problems.AddRange(result.Failures.Select(failure => path + failure));
        }
        else if (!result.Counts.HasLambdaLines)
        {
            skipped.Add(path);
            if (named && read.Length > 0 && selection == LogSelection.All)
            {
                problems.Add($"{path}: holds no line of Lambda's; give CloudWatch logs with REPORT records");
            }
        }
    }
}
