using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>Adds up what the passes over the files counted.</summary>
sealed class AccountBuilder(LogFiles found)
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
    internal void Add(IReadOnlyList<FilePass> passes)
    {
        var anyLambdaLines = passes.Any(pass => pass.Counts.HasLambdaLines);
        foreach (var pass in passes)
        {
            NoteProblem(pass, anyLambdaLines);
            if (pass.IsTable && pass.Counts.Records > 0 && passes.Count > 1)
            {
                Warnings.Add($"{pass.File.DisplayPath} is a table file, in which copies of records are not looked for: "
                    + "see that none of the other files holds the same invocations");
            }

            if (pass.Counts.HasLambdaLines)
            {
                files++;
                bytes += pass.Bytes;
                counts.Add(pass.Counts);
                copies += pass.Copies;
                for (var i = 0; i < billing.Length; i++)
                {
                    billing[i] += pass.Billing[i];
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

    internal Account Build() => new()
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

    void NoteProblem(FilePass pass, bool anyLambdaLines)
    {
        var path = pass.File.DisplayPath;
        var named = found.IsNamed(pass.File);
        if (pass.Failure is not null && (pass.Counts.HasLambdaLines || named || !pass.Opened))
        {
            problems.Add($"{path}:{(pass.IsTable ? "" : " ")}{pass.Failure}");
        }
        else if (!pass.Counts.HasLambdaLines)
        {
            skipped.Add(path);
            if (named && anyLambdaLines)
            {
                problems.Add(
                    $"{path}: holds no line of Lambda's; give CloudWatch logs with REPORT records");
            }
        }
    }
}
