namespace LambdaReports.Lab;

/// <summary>An HTTP/1.1 request (RFC 9112), whole. Its body, which has a Content-Length, is read and
/// not kept: every function does the same work.</summary>
/// <param name="Target">Method and path.</param>
/// <param name="Headers">As they came.</param>
sealed record Request(string Target, IReadOnlyList<string> Headers)
{
    /// <summary>When it was read to its end, in ticks of the stopwatch.</summary>
    public long Received { get; private init; }

    /// <summary>Blocks until the next request is there; <see langword="null"/> where the client has closed.</summary>
    /// <param name="reader">In Latin-1, so that a character is a byte.</param>
    /// <exception cref="FormatException">Its length is no number.</exception>
    public static Request? Read(StreamReader reader)
    {
        if (reader.ReadLine() is not { } line)
        {
            return null;
        }

        List<string> headers = [];
        while (reader.ReadLine() is { Length: > 0 } header)
        {
            headers.Add(header);
        }

        Request request = new(line.Replace(" HTTP/1.1", "", StringComparison.Ordinal), headers);
        reader.ReadBlock(new char[int.Parse(request.Header("Content-Length") ?? "0")]);
        return request with { Received = Stopwatch.GetTimestamp() };
    }

    public string? Header(string name) => Headers
        .FirstOrDefault(header => header.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();
}
