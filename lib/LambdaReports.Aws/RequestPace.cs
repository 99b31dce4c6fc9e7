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
    internal string InWords { get; private set; } = "";

    /// <summary>Called each time that the service throttles.</summary>
    internal Action? OnThrottled { get; set; }

    // The waits here are none of the service's.
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Sender(this, clientConfig.Timeout ?? TimeSpan.FromMinutes(1))) { Timeout = Timeout.InfiniteTimeSpan };

    Task WaitAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            var (now, next) = (DateTime.UtcNow, last.AddSeconds(1 / PerSecond));
            last = next > now ? next : now;
            return Task.Delay(last - now, cancellation);
        }
    }

    void Learn(bool isThrottled)
    {
        lock (gate)
        {
            PerSecond = isThrottled ? Math.Max(PerSecond / 2, LeastPerSecond) : Math.Min(PerSecond + GrowthPerRequest, most);
            InWords = isThrottled ? ", throttled: waiting" : "";
        }

        (isThrottled ? OnThrottled : null)?.Invoke();
    }

    // For so long nothing may come.
    sealed class Sender(RequestPace pace, TimeSpan longestSilence) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await pace.WaitAsync(cancellationToken);
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            try
            {
                silence.CancelAfter(longestSilence);
                var response = await base.SendAsync(request, silence.Token);
                using var stream = await response.Content.ReadAsStreamAsync(silence.Token);
                using MemoryStream body = new();
                var part = new byte[1 << 16];
                for (int read; (read = await stream.ReadAsync(part, silence.Token)) > 0; silence.CancelAfter(longestSilence))
                {
                    body.Write(part, 0, read);
                }

                response.Content = new ByteArrayContent(body.ToArray());
                pace.Learn(response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
                    || (response.StatusCode == HttpStatusCode.BadRequest && body.GetBuffer().AsSpan().IndexOf("Throttling"u8) >= 0));
                return response;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException();
            }
        }
    }
}
