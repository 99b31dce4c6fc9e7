using System.Collections;
using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>The records of some logs, read while they are enumerated, each once.</summary>
public sealed class InvocationReports : IEnumerable<InvocationReport>
{
    static readonly Dictionary<string, string> NoFields = [];

    // A stream's INIT_START may stand in another of its files.
    readonly Dictionary<string, string> runtimes = new(StringComparer.Ordinal);
    readonly LogFiles files;
    readonly Dictionary<string, StudyFunction> known;
    readonly LogSelection selection;

    internal InvocationReports(IEnumerable<string> paths, LogSelection selection)
    {
        files = LogFiles.At(paths, selection.Outputs);
        known = selection.StudyOver(files.Study).Functions.ToDictionary(function => function.Name);
        this.selection = selection;
    }

    /// <summary>What was read; whole after the enumeration has ended.</summary>
    public Account Account { get; private set; } = new();

    /// <summary>Takes the rejected lines with their text while the records are read: a JSON object a line,
    /// with <c>path</c>, <c>line</c>, <c>reason</c> and <c>text</c>. It stays open.</summary>
    public Stream? Rejected { get; init; }

    /// <inheritdoc/>
    public IEnumerator<InvocationReport> GetEnumerator()
    {
        // Which files overlap, and what stands behind a record and tells of it, is known only when they were read.
        var ahead = new LogReading(files, selection).ReadAll().ToDictionary(result => result.File);
        var overlaps = FileOverlap.Among([.. ahead.Values])
            .SelectMany(group => group.Files.Select(result => (result.File, (group.Seen, Gaps: result.Gaps - group.Files[0].Gaps))))
            .ToDictionary();
        // Of several runtimes, the last by name, whatever the order: as the tables do.
        foreach (var (read, context) in ahead.Values.SelectMany(result => result.Contexts.All
            .Where(context => context.Runtime is not null).Select(context => (result.File, context)))
            .OrderBy(told => told.context.Runtime, StringComparer.Ordinal))
        {
            runtimes[context.Name ?? context.Function ?? read.Function] = context.Runtime!;
        }

        var results = new List<FileResult>();
        // The copy that tells more stays.
        foreach (var file in files.Found.OrderBy(file => overlaps.GetValueOrDefault(file).Gaps))
        {
            using var pass = new FilePass(
                file, selection, learnt: ahead.GetValueOrDefault(file)?.Contexts, inflatesAhead: true,
                seen: overlaps.GetValueOrDefault(file).Seen, onRejected: WriteRejected);
            while (pass.Read())
            {
                yield return ToReport(pass, file);
            }

            results.Add(pass.ToResult());
        }

        Account = Account.Of(files, results);
    }

    /// <summary>Writes the records as JSON, an object a line; a field that a record lacks is absent.</summary>
    /// <param name="target">UTF-8 goes here; it stays open.</param>
    public void WriteJsonLines(Stream target) =>
        RecordText.WriteJsonLines(this, target ?? throw new ArgumentNullException(nameof(target)));

    /// <summary>Writes the records as CSV; the columns have the JSON names.</summary>
    /// <inheritdoc cref="WriteJsonLines"/>
    public void WriteCsv(Stream target) =>
        RecordText.WriteCsv(this, target ?? throw new ArgumentNullException(nameof(target)));

    /// <summary>Writes the records as Parquet; the columns have the JSON names, times are UTC in ms,
    /// flags are a list.</summary>
    /// <param name="target">The file goes here; it need not be seekable and stays open.</param>
    public void WriteParquet(Stream target) =>
        RecordParquet.WriteAsync(this, target ?? throw new ArgumentNullException(nameof(target))).GetAwaiter().GetResult();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void WriteRejected(RejectedLine line, ReadOnlySpan<byte> text)
    {
        if (Rejected is not null)
        {
            JsonSerializer.Serialize(
                Rejected, new { path = line.Path, line = line.Line, reason = line.Reason, text = Encoding.UTF8.GetString(text) });
            Rejected.WriteByte((byte)'\n');
        }
    }

    InvocationReport ToReport(FilePass pass, LogFile file)
    {
        var record = pass.Record;
        var context = record.Context;
        var fields = record.Fields;
        var function = context.Function ?? file.Function;
        var studied = known.GetValueOrDefault(function);
        return new()
        {
            RequestId = Text(record, fields.RequestId)!,
            Timestamp = record.TimeMs == LogScanner.Undated ? null : DateTimeOffset.FromUnixTimeMilliseconds(record.TimeMs),
            Function = function,
            LogGroup = context.Group,
            LogStream = context.Spelling,
            Version = context.Version,
            Architecture = studied?.Architecture,
            Runtime = studied?.Runtime ?? context.Runtime ?? runtimes.GetValueOrDefault(context.Name ?? function),
            Start = IsBeforeInitDuration(record) ? null : fields.Start,
            Duration = Span(fields.DurationUs)!.Value,
            BilledDuration = Span(fields.BilledDurationUs),
            MemorySizeMB = MB(fields.MemorySizeMB),
            MaxMemoryUsedMB = MB(fields.MaxMemoryUsedMB),
            InitDuration = Span(fields.InitDurationUs),
            RestoreDuration = Span(fields.RestoreDurationUs),
            BilledRestoreDuration = Span(fields.BilledRestoreDurationUs),
            Status = fields.Flags.HasFlag(ReportOddities.StatusInferred) ? "timeout" : Text(record, fields.Status),
            ErrorType = Text(record, fields.ErrorType),
            TraceId = Text(record, fields.TraceId),
            Billing = pass.BillingOutcome,
            Flags = fields.Flags,
            OtherFields = fields.Flags.HasFlag(ReportOddities.UnknownField) ? record.UnknownFields!.ToDictionary() : NoFields,
            Source = $"{file.DisplayPath}:{record.LineNumber}",
        };
    }

    // Records without Init Duration from before there was one: which of them are cold is known only after reading.
    static bool IsBeforeInitDuration(LogScanner record) =>
        record.Fields.Start == StartKind.Warm && record.TimeMs != LogScanner.Undated && record.TimeMs < FirstRecord.InitDurationSinceMs;

    static string? Text(LogScanner record, TextPlace place) =>
        place.Length == 0 ? null : Encoding.UTF8.GetString(place.In(record.EventBytes));

    static TimeSpan? Span(long us) =>
        us == ReportFields.Absent ? null : new TimeSpan(us * TimeSpan.TicksPerMicrosecond);

    static int? MB(long value) => value == ReportFields.Absent ? null : (int)value;
}
