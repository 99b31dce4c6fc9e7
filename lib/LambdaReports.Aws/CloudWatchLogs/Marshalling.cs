using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;
using LambdaReports.Logs;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>JSON 1.1: members have the names of the properties, absent ones are null, times are milliseconds.</summary>
static class LogsJson
{
    internal static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new Answered<DateTime>(static (ref reader) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64()).UtcDateTime),
            new Answered<QueryStatus>(static (ref reader) => new(reader.GetString()!)),
        },
    };

    delegate T Reading<T>(ref Utf8JsonReader reader);

    // No request has one.
    sealed class Answered<T>(Reading<T> read) : JsonConverter<T>
    {
        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(ref reader);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}

/// <summary>Requests: the operation is a header.</summary>
sealed class RequestMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input) => new DefaultRequest(input, "Amazon.CloudWatchLogs")
    {
        HttpMethod = "POST",
        ResourcePath = "/",
        Content = JsonSerializer.SerializeToUtf8Bytes(input, input.GetType(), LogsJson.Format),
        Headers =
        {
            ["X-Amz-Target"] = $"Logs_20140328.{input.GetType().Name[..^"Request".Length]}",
            ["Content-Type"] = "application/x-amz-json-1.1",
            [HeaderKeys.XAmzApiVersion] = "2014-03-28",
        },
    };
}

/// <summary>Responses and errors.</summary>
sealed class ResponseUnmarshaller<T> : JsonResponseUnmarshaller
    where T : AmazonWebServiceResponse
{
    // A message may have been cut within a letter.
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        using MemoryStream json = new();
        context.Stream.CopyTo(json);
        return JsonSerializer.Deserialize<T>(JsonMessage.Sound(json.GetBuffer().AsSpan(0, (int)json.Length)), LogsJson.Format)!;
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        StreamingUtf8JsonReader reader = new(context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        return new AmazonServiceException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}
