namespace LambdaReports.Logs;

/// <summary>What is known of a sandbox's stream in one file: what stands around its records.</summary>
/// <param name="name">The stream, with - for /; <see langword="null"/> where nothing tells it.</param>
/// <param name="group">The log group; <see langword="null"/> where nothing tells it.</param>
sealed class StreamContext(string? name, string? group)
{
    internal string? Name => name;

    /// <summary>The logs write the date in the name with slashes; exports to S3 do not.</summary>
    internal bool IsSlashed { get; init; }

    /// <summary>The name as the logs write it: 2026/11/24/[$LATEST]0123….</summary>
    internal string? Spelling => IsSlashed ? $"{name![..4]}/{name[5..7]}/{name[8..10]}/{name[11..]}" : name;

    internal string? Group => group;

    /// <summary>The function that the records themselves or their group name, else <see langword="null"/>.</summary>
    internal string? Function { get; set; } = LogFile.FunctionOf(name) ?? FunctionOf(group);

    /// <summary>The version that the stream's name or a START line tells.</summary>
    internal string? Version { get; set; }

    /// <summary>The runtime version that INIT_START told, such as <c>python:3.9.v12</c>.</summary>
    internal string? Runtime
    {
        get;
        set
        {
            field = value;
            IsDurable = value?.Contains("DurableFunction", StringComparison.Ordinal) is true;
        }
    }

    /// <summary>One execution is several short invocations; only the runtime version tells.</summary>
    internal bool IsDurable { get; private set; }

    internal long FirstMs { get; private set; } = long.MaxValue;

    internal long LastMs { get; private set; } = long.MinValue;

    /// <summary>Some records have no time, so nothing is known of when they were.</summary>
    internal bool HasUndated { get; private set; }

    internal bool HasRecords => HasUndated || FirstMs <= LastMs;

    /// <summary>The same stream, of which no record is noted.</summary>
    internal StreamContext Copy() => new(name, group) { IsSlashed = IsSlashed, Function = Function, Version = Version, Runtime = Runtime };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Note(long timeMs)
    {
        if (timeMs == LogScanner.Undated)
        {
            HasUndated = true;
            return;
        }

        FirstMs = Math.Min(FirstMs, timeMs);
        LastMs = Math.Max(LastMs, timeMs);
    }

    /// <summary>Takes over what another part of the file told of the same stream.</summary>
    /// <returns>Nothing of it contradicts what was told before.</returns>
    internal bool TryMerge(StreamContext other)
    {
        var agree = (Function is null || other.Function is null || Function == other.Function)
            && (Version is null || other.Version is null || Version == other.Version)
            && (Runtime is null || other.Runtime is null || IsDurable == other.IsDurable);
        Function ??= other.Function;
        Version ??= other.Version;
        Runtime = other.Runtime ?? Runtime;
        HasUndated |= other.HasUndated;
        FirstMs = Math.Min(FirstMs, other.FirstMs);
        LastMs = Math.Max(LastMs, other.LastMs);
        return agree;
    }

    // /aws/lambda/NAME, of Lambda@Edge /aws/lambda/us-east-1.NAME; of a group that somebody chose, the last part.
    static string? FunctionOf(string? group)
    {
        var last = group?[(group.LastIndexOf('/') + 1)..];
        const string edge = "us-east-1.";
        return string.IsNullOrEmpty(last) ? null
            : last.StartsWith(edge, StringComparison.Ordinal) && last.Length > edge.Length ? last[edge.Length..]
            : last;
    }
}

