using System.Net;
using Amazon.Runtime;

namespace LambdaReports.Aws;

/// <summary>Sends requests, retries among them, no faster than the service allows: half as fast once it throttles,
/// and little by little up again.</summary>
sealed class RequestPace : HttpClientFactory
{
    // FilterLogEvents is allowed 5 an account and region; the network delays some requests more than others.
    const double MostPerSecond = 4.5;
    const double LeastPerSecond = 0.25;
    const double GrowthPerRequest = 0.1;

    readonly Lock gate = new();
    readonly double most;
    DateTime last = DateTime.MinValue;

    internal RequestPace(double mostPerSecond = MostPerSecond) => PerSecond = most = mostPerSecond;

    internal double PerSecond { get; private set; }

    /// <summary>What is to be told of it, behind other words.</summary>
    internal string InWords => PerSecond < most ? ", throttled: waiting" : "";

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Sender(this)) { Timeout = clientConfig.Timeout ?? TimeSpan.FromMinutes(1) };

    // Each counts from when the one before went, however late that was.
    async Task WaitAsync(CancellationToken cancellation)
    {
        while (Take() is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, cancellation);
        }
    }

    TimeSpan Take()
    {
        lock (gate)
        {
            var now = DateTime.UtcNow;
            var wait = last.AddSeconds(1 / PerSecond) - now;
            last = wait > TimeSpan.Zero ? last : now;
            return wait;
        }
    }

    void Learn(bool isThrottled)
    {
        lock (gate)
        {
            PerSecond = isThrottled ? Math.Max(PerSecond / 2, LeastPerSecond) : Math.Min(PerSecond + GrowthPerRequest, most);
        }
    }

    sealed class Sender(RequestPace pace) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await pace.WaitAsync(cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            // All of it, since the time limit does not count for what is read later.
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            pace.Learn(response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
                || (response.StatusCode == HttpStatusCode.BadRequest
                    && (await response.Content.ReadAsStringAsync(cancellationToken)).Contains("Throttling", StringComparison.Ordinal)));
            return response;
        }
    }
}
