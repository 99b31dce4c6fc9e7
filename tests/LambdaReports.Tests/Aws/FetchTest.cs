using LambdaReports.Aws;
using Tests.Conventions;

namespace Tests.Aws;

/// <summary>A server and a folder to fetch into.</summary>
public abstract class FetchTest : IDisposable
{
    private protected const string Group = "/aws/lambda/orders-go";

    private protected readonly LogsServer server = new();
    private protected readonly Folder folder = new();

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected string Out => folder["out"];

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static FetchRequest Request(params string[] groups) =>
        new(groups is [] ? [Group] : groups, Invocations.Start, Invocations.Start.AddHours(3), AllLines: false, "");

    private protected static string Report(int number) => $"REPORT RequestId: {new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)}\tDuration: 10.25 ms\t"
        + "Billed Duration: 11 ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t\n";

    private protected async Task<FetchManifest> Fetch(FetchRequest request, CancellationToken? cancellation = null)
    {
        using var client = Connected.To(server);
        return await LogFetch.RunAsync(
            client, request.Folder.Length > 0 ? request : request with { Folder = Out }, null, cancellation ?? Cancellation);
    }
}
