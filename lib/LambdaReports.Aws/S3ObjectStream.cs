using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace LambdaReports.Aws;

/// <summary>The bytes of an object, as they come; where the connection breaks it goes on behind the last byte that came.</summary>
sealed class S3ObjectStream : Stream
{
    // In a row, without a single byte between.
    const int MostBreaks = 5;

    readonly IAmazonS3 client;
    readonly GetObjectRequest request;
    readonly long length;
    GetObjectResponse response;
    long position;
    int breaks;

    internal S3ObjectStream(IAmazonS3 client, S3Object found)
    {
        this.client = client;
        request = new() { BucketName = found.BucketName, Key = found.Key, EtagToMatch = found.ETag };
        response = Get();
        length = response.ContentLength;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            try
            {
                var read = buffer.IsEmpty || position == length ? 0 : response.ResponseStream.Read(buffer);
                if (read > 0 || buffer.IsEmpty || position == length)
                {
                    position += read;
                    breaks = read > 0 ? 0 : breaks;
                    return read;
                }
            }
            catch (Exception error) when (IsBreak(error))
            {
                // Asked for again below, some times.
            }

            GoOn();
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        response.Dispose();
        base.Dispose(disposing);
    }

    static bool IsBreak(Exception error) => error is IOException or HttpRequestException or AmazonClientException;

    void GoOn()
    {
        if (++breaks > MostBreaks)
        {
            throw new IOException("the connection broke again and again");
        }

        response.Dispose();
        request.ByteRange = new($"bytes={position}-");
        try
        {
            response = Get();
        }
        catch (Exception error) when (error is AmazonServiceException or HttpRequestException)
        {
            throw new IOException("the object cannot be read further", error);
        }
    }

    GetObjectResponse Get() => client.GetObjectAsync(request).GetAwaiter().GetResult();
}
