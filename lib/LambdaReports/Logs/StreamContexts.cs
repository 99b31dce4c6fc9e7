namespace LambdaReports.Logs;

/// <summary>The streams of one file, and what START lines and timeouts tell of single invocations.</summary>
sealed class StreamContexts(LogFile file)
{
    // So many invocations are remembered one by one, so that memory stays bounded.
    const int MostInvocations = 2_000_000;

    // By stream in the second place: there may be a million of them, of one group. No name is not the empty one.
    readonly Dictionary<(string? Group, string? Told, bool IsNamed), Dictionary<string, StreamContext>> contexts = [];
    readonly Dictionary<ulong, StreamContext> started = [];

    // By RequestId the limit in µs; a retry has the same id.
    readonly Dictionary<ulong, long> timedOut = [];
    long timeouts;
    StreamContext? last;
    string? lastVersion;
    (string? Stream, string? Group) lastNames;

    /// <summary>Of records that nothing around them tells the stream of.</summary>
    internal StreamContext Default { get; private set; } = new(file.Stream, null) { Version = file.Version };

    internal IEnumerable<StreamContext> All => contexts.Values.SelectMany(streams => streams.Values).Append(Default);

    /// <summary>Lines must be looked at one by one for what they tell of an invocation; and since they may stand
    /// behind its record, only a second reading, which knows them from the start, is sure.</summary>
    internal bool TellOfInvocations => started.Count > 0 || timeouts > 0;

    // Too many invocations to remember each.
    bool IsFull => started.Count >= MostInvocations || timedOut.Count >= MostInvocations;

    /// <summary>The one version that occurs; <see langword="null"/> where there are several or none.</summary>
    internal string? OnlyVersion =>
        All.Select(context => context.Version).OfType<string>().Distinct().Take(2).ToArray() is [var only] ? only : null;

    internal StreamContext Of(string? stream, string? group)
    {
        if (stream is null && group is null)
        {
            return Default;
        }

        if (last is null || lastNames != (stream, group))
        {
            lastNames = (stream, group);
            var name = stream?.Replace('/', '-') ?? file.Stream;
            last = FindOrAdd(name, (group, null, name is not null), () => new(name, group)
            {
                Version = Known(LogFile.VersionOf(name)) ?? file.Version,
                IsSlashed = stream is [_, _, _, _, '/', _, _, '/', _, _, '/', ..],
            });
        }

        return last;
    }

    /// <summary>START tells an invocation's version, in JSON format its function too.</summary>
    internal void NoteStart(
        StreamContext context, ReadOnlySpan<byte> requestId, ReadOnlySpan<byte> version, ReadOnlySpan<byte> function)
    {
        if (version.IsEmpty || (Is(context.Version, version) && (function.IsEmpty || Is(context.Function, function))))
        {
            return;
        }

        var (versionName, functionName) = (Encoding.UTF8.GetString(version), PlatformLines.TextOf(function) ?? context.Function);
        if ((context.Version is null || Is(context.Version, version)) && (context.Function is null || context.Function == functionName))
        {
            (context.Version, context.Function) = (versionName, functionName);
        }
        else if (!IsFull)
        {
            var told = FindOrAdd(context.Name, (context.Group, $"{versionName}\n{functionName}", context.Name is not null), context.Copy);
            (told.Version, told.Function) = (versionName, functionName);
            started[RecordIdentity.HashOf(requestId)] = told;
        }
    }

    internal void NoteTimeout(ReadOnlySpan<byte> requestId, long limitUs)
    {
        if (!IsFull)
        {
            timedOut[RecordIdentity.HashOf(requestId)] = limitUs;
            timeouts++;
        }
    }

    /// <summary>What is known of a record's invocation.</summary>
    internal StreamContext OfInvocation(StreamContext context, ReadOnlySpan<byte> requestId, long durationUs, out bool timesOut)
    {
        var hash = RecordIdentity.HashOf(requestId);
        timesOut = timedOut.TryGetValue(hash, out var limitUs) && durationUs >= limitUs;
        timeouts -= timesOut ? 1 : 0;
        return started.GetValueOrDefault(hash, context);
    }

    /// <summary>Takes over what another part of the file told.</summary>
    /// <returns>Nothing of it contradicts what was told before.</returns>
    internal bool TryMerge(StreamContexts other)
    {
        var agree = started.Count + other.started.Count == 0 && Default.TryMerge(other.Default);
        foreach (var (told, streams) in other.contexts)
        {
            foreach (var (name, context) in streams)
            {
                agree &= FindOrAdd(name, told, context.Copy).TryMerge(context);
            }
        }

        foreach (var (id, limitUs) in other.timedOut)
        {
            timedOut[id] = limitUs;
        }

        timeouts += other.timeouts;
        return agree;
    }

    // Of a million streams, each has the same version: one text serves all.
    string? Known(string? version) => lastVersion = version == lastVersion ? lastVersion : version;

    StreamContext FindOrAdd(string? name, (string? Group, string? Told, bool IsNamed) told, Func<StreamContext> make)
    {
        var streams = CollectionsMarshal.GetValueRefOrAddDefault(contexts, told, out _) ??= [];
        return CollectionsMarshal.GetValueRefOrAddDefault(streams, name ?? "", out _) ??= make();
    }

    static bool Is(string? known, ReadOnlySpan<byte> text) =>
        known is not null && known.Length == text.Length && Ascii.Equals(text, known);
}
