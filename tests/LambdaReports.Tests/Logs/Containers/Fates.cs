using LambdaReports.Tables;

namespace Tests.Logs.Containers;

/// <summary>Every line has one fate, so the counts add up.</summary>
static class Fates
{
    internal static long Sum(Account account) =>
        account.Records + account.Duplicates + account.OtherPlatformLines
        + account.ApplicationLines + account.RejectedCount;
}
