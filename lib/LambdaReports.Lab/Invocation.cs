using System.Text.Json;

namespace LambdaReports.Lab;

/// <summary>One call of a function; times in ticks of the stopwatch.</summary>
sealed class Invocation
{
    public Guid RequestId { get; } = Guid.NewGuid();

    /// <summary>When the event was handed to the socket.</summary>
    public long Sent { get; set; }

    /// <summary>When the last byte of the response came; absent while there is none.</summary>
    public long? Received { get; set; }

    /// <summary>The function answered <c>statusCode</c> 200.</summary>
    public bool Succeeded { get; set; }

    /// <summary>The greatest memory of the process so far, in MB.</summary>
    public int MaxMemoryMB { get; set; }

    /// <summary>Whether this is the answer that each function of the experiment gives.</summary>
    public static bool IsSuccess(byte[] response)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(response) is { statusCode: 200 };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    sealed record Answer(int statusCode);
}
