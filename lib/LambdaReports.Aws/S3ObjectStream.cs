using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using LambdaReports.Logs;

namespace LambdaReports.Aws;

/// <summary>The bytes of an object, as they come; where the connection breaks it goes on behind the last byte that came.</summary>
/// <param name="client">The service.</param>
/// <param name="found">The object; an answer need not tell its length.</param>
sealed class S3ObjectStream(IAmazonS3 client, S3Object found) : Stream
{
    // In a row, without a single byte between.
    const int MostBreaks = 5;

    readonly GetObjectRequest request = new() { BucketName = found.BucketName, Key = found.Key, EtagToMatch = found.ETag };
    GetObjectResponse? response;
    int breaks;

    /// <summary>Without a byte for so long, a connection is lost.</summary>
    internal TimeSpan LongestSilence { get; init; } = TimeSpan.FromMinutes(1);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var part = buffer.AsMemory(offset, (int)Math.Min(count, found.Size!.Value - Position));
        while (part.Length > 0)
        {
            response ??= Get();
            Exception end = new EndOfStreamException();
            try
            {
                using CancellationTokenSource silence = new(LongestSilence);
                if (response.ResponseStream.ReadAsync(part, silence.Token).AsTask().GetAwaiter().GetResult() is > 0 and var read)
                {
                    Position += read;
                    breaks = 0;
                    return read;
                }
            }
            catch (Exception error) when (
                error is IOException or HttpRequestException or AmazonClientException or OperationCanceledException)
            {
                end = error;
            }

            Drop();
            if (++breaks > MostBreaks)
            {
                throw new RemoteException("the connection broke again and again; check the network", end);
            }
        }

        return 0;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Drop();
        base.Dispose(disposing);
    }

    void Drop()
    {
        (var former, response) = (response, null);
        try
        {
            former?.Dispose();
        }
        catch (AmazonClientException)
        {
            // The SDK compares the digest of what was read, though it is a part.
        }
    }

    GetObjectResponse Get()
    {
        request.ByteRange = Position == 0 ? null : new($"bytes={Position}-");
        try
        {
            var part = client.GetObjectAsync(request).GetAwaiter().GetResult();
            return Position == 0 || part.ContentRange?.StartsWith($"bytes {Position}-", StringComparison.Ordinal) is true ? part
                : throw new RemoteException("the connection broke, and the server does not go on in the middle; copy the object first");
        }
        catch (Exception error) when (
            error is not RemoteException && AwsFailure.InWords(error, client.Config, CancellationToken.None) is { } words)
        {
            throw new RemoteException(words, error);
        }
    }
}
