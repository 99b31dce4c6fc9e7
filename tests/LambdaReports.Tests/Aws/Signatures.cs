using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Tests.Aws;

/// <summary>Checks AWS Signature Version 4, as its documentation describes it.</summary>
sealed partial class Signatures
{
    internal const string AccessKey = "AKIDOFTHETESTS000001";
    internal const string Secret = "secret+of/the+tests";

    /// <summary>Where given, requests must carry it.</summary>
    internal string? SessionToken { get; set; }

    /// <summary>How far the service's clock is ahead.</summary>
    internal TimeSpan ClockOffset { get; set; }

    /// <summary>The regions that requests were signed for.</summary>
    internal HashSet<string> Regions { get; } = [];

    /// <summary>The code of the error, or <see langword="null"/> for a request that is rightly signed.</summary>
    internal string? Refuse(HttpListenerRequest request, byte[] body)
    {
        var header = Authorization().Match(request.Headers["Authorization"] ?? "");
        var date = request.Headers["X-Amz-Date"] ?? "";
        if (!header.Success)
        {
            return "MissingAuthenticationTokenException";
        }

        string[] scope = header.Groups["scope"].Value.Split('/');
        lock (Regions)
        {
            Regions.Add(scope[1]);
        }

        if (header.Groups["key"].Value != AccessKey || request.Headers["X-Amz-Security-Token"] != SessionToken)
        {
            return "UnrecognizedClientException";
        }

        var time = DateTimeOffset.ParseExact(date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        if ((DateTimeOffset.UtcNow + ClockOffset - time).Duration() > TimeSpan.FromMinutes(5))
        {
            return "InvalidSignatureException";
        }

        string[] signed = header.Groups["headers"].Value.Split(';');
        var canonical = string.Join('\n',
        [
            request.HttpMethod, request.Url!.AbsolutePath, "",
            .. signed.Select(name => $"{name}:{Regex.Replace(request.Headers[name]?.Trim() ?? "", " +", " ")}"),
            "", string.Join(';', signed), Hex(SHA256.HashData(body)),
        ]);
        var text = string.Join('\n', "AWS4-HMAC-SHA256", date, string.Join('/', scope), Hex(SHA256.HashData(Bytes(canonical))));
        var key = scope.Aggregate(Bytes("AWS4" + Secret), (key, part) => HMACSHA256.HashData(key, Bytes(part)));
        var right = scope is [_, _, "logs", "aws4_request"] && signed.Contains("host")
            && Hex(HMACSHA256.HashData(key, Bytes(text))) == header.Groups["signature"].Value;
        return right ? null : "InvalidSignatureException";
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    [GeneratedRegex(@"^AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<scope>[^,]+), *SignedHeaders=(?<headers>[^,]+), *"
        + "Signature=(?<signature>[0-9a-f]+)$")]
    private static partial Regex Authorization();
}
