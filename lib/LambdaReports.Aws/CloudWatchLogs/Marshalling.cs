using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;
using Amazon.Util;

namespace Amazon.CloudWatchLogs.Internal;

/// <summary>JSON 1.1: members have the names of the properties, absent ones are null, times are milliseconds.</summary>
static class LogsJson
{
    internal static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new Milliseconds(), new Status() },
    };

    sealed class Milliseconds : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64()).UtcDateTime;

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(new DateTimeOffset(value.ToUniversalTime()).ToUnixTimeMilliseconds());
    }

    sealed class Status : JsonConverter<QueryStatus>
    {
        public override QueryStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, QueryStatus value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
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
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context) =>
        JsonSerializer.Deserialize<T>(context.Stream, LogsJson.Format)!;

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        StreamingUtf8JsonReader reader = new(context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        return new AmazonServiceException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }
}
