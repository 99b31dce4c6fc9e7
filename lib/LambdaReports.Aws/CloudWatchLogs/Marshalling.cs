using System.Buffers;
using System.Net;
using System.Text.Json;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>Requests as JSON 1.1: the operation is a header.</summary>
sealed class RequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    internal static RequestMarshaller Instance { get; } = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = (AmazonCloudWatchLogsRequest)input;
        ArrayBufferWriter<byte> content = new();
        using (Utf8JsonWriter json = new(content))
        {
            json.WriteStartObject();
            request.Write(json);
            json.WriteEndObject();
        }

        var operation = request.GetType().Name[..^"Request".Length];
        return new DefaultRequest(request, "Amazon.CloudWatchLogs")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = content.WrittenSpan.ToArray(),
            Headers =
            {
                ["X-Amz-Target"] = $"Logs_20140328.{operation}",
                ["Content-Type"] = "application/x-amz-json-1.1",
                [HeaderKeys.XAmzApiVersion] = "2014-03-28",
            },
        };
    }
}

/// <summary>Responses and errors from JSON 1.1.</summary>
sealed class ResponseUnmarshaller<T>(Func<JsonElement, T> read) : JsonResponseUnmarshaller
    where T : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        using var json = JsonDocument.Parse(context.Stream);
        return read(json.RootElement);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        StreamingUtf8JsonReader reader = new(context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        return error.Code switch
        {
            nameof(ResourceNotFoundException) => new ResourceNotFoundException(error, innerException, statusCode),
            nameof(LimitExceededException) => new LimitExceededException(error, innerException, statusCode),
            nameof(InvalidParameterException) => new InvalidParameterException(error, innerException, statusCode),
            nameof(MalformedQueryException) => new MalformedQueryException(error, innerException, statusCode),
            nameof(ServiceUnavailableException) => new ServiceUnavailableException(error, innerException, statusCode),
            _ => new AmazonCloudWatchLogsException(error, innerException, statusCode),
        };
    }
}

/// <summary>Members that are there; an absent list is null, as in the SDK.</summary>
static class JsonMembers
{
    internal static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    internal static long? Number(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    internal static DateTime? Time(this JsonElement json, string name) =>
        json.Number(name) is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms).UtcDateTime : null;

    internal static List<T>? List<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        if (!json.TryGetProperty(name, out var items) || items.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        List<T> list = new(items.GetArrayLength());
        foreach (var item in items.EnumerateArray())
        {
            list.Add(read(item));
        }

        return list;
    }

    internal static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    internal static void Number(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    internal static void Time(this Utf8JsonWriter json, string name, DateTime? value) =>
        json.Number(name, value is { } time ? new DateTimeOffset(time.ToUniversalTime()).ToUnixTimeMilliseconds() : null);

    internal static void Flag(this Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }
    }

    internal static void List(this Utf8JsonWriter json, string name, List<string>? values)
    {
        if (values is not null)
        {
            json.WriteStartArray(name);
            values.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }
    }
}
