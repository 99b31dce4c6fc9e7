using System.Collections;
using System.Text;
using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>The records of some logs, read while they are enumerated, each once.</summary>
public sealed class InvocationReports : IEnumerable<InvocationReport>
{
    readonly LogFiles files;
    readonly Study study;

    internal InvocationReports(IEnumerable<string> paths, LogSelection selection)
    {
        files = LogFiles.At(paths);
        study = selection.StudyOver(files.Study);
    }

    /// <summary>What was read; whole after the enumeration has ended.</summary>
    public Account Account { get; private set; } = new();

    /// <inheritdoc/>
    public IEnumerator<InvocationReport> GetEnumerator()
    {
        var seen = SeenByFile();
        var passes = new List<FilePass>();
        foreach (var file in files.Found)
        {
            using var pass = FilePass.Over(file);
            passes.Add(pass);
            while (pass.Read())
            {
                if (seen.TryGetValue(file, out var others)
                    && others.IsCopy(pass.Identity, pass.Record.TimeMs))
                {
                    pass.CountAsCopy();
                    continue;
                }

                yield return ToReport(pass, study);
            }
        }

        var account = new AccountBuilder(files);
        account.Add(passes);
        account.Warnings.AddRange(seen.Where(entry => entry.Value.Overflowed)
            .Select(entry => SeenRecords.Overflow(entry.Key)));
        Account = account.Build();
    }

    /// <summary>Writes the records as JSON, an object a line; a field that a record lacks is absent.</summary>
    /// <param name="target">UTF-8 goes here; it stays open.</param>
    public void WriteJsonLines(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        RecordJson.WriteLines(this, target);
    }

    /// <summary>Writes the records as CSV; the columns have the JSON names.</summary>
    /// <inheritdoc cref="WriteJsonLines"/>
    public void WriteCsv(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        RecordCsv.Write(this, target);
    }

    /// <summary>Writes the records as Parquet; the columns have the JSON names, times are UTC in ms,
    /// flags are a list.</summary>
    /// <param name="target">The file goes here; it need not be seekable and stays open.</param>
    public void WriteParquet(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        RecordParquet.WriteAsync(this, target).GetAwaiter().GetResult();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A file that alone tells of its stream is read once. Which of several overlap in time is known
    // only when they were read.
    Dictionary<LogFile, SeenRecords> SeenByFile()
    {
        LogFile[][] streams =
        [
            .. FileOverlap.ByStream(files.Found.Where(file => !file.IsStandardInput), file => file)
                .Select(stream => stream.ToArray()),
        ];
        var seen = streams.Where(stream => stream.Length == 1)
            .ToDictionary(stream => stream[0], _ => new SeenRecords(undatedOnly: true));
        var passes = streams.Where(stream => stream.Length > 1).SelectMany(stream => stream)
            .AsParallel().AsOrdered().Select(ReadOnce);
        foreach (var group in FileOverlap.Among(passes))
        {
            var shared = new SeenRecords(undatedOnly: group.Count == 1);
            foreach (var pass in group)
            {
                seen[pass.File] = shared;
            }
        }

        return seen;
    }

    static FilePass ReadOnce(LogFile file)
    {
        using var pass = FilePass.Over(file);
        while (pass.Read())
        {
        }

        return pass;
    }

    static InvocationReport ToReport(FilePass pass, Study study)
    {
        var record = pass.Record;
        var fields = record.Fields;
        var known = study.Find(pass.File.Function);
        return new()
        {
            RequestId = Text(record, fields.RequestId)!,
            Timestamp = record.TimeMs == LogScanner.Undated
                ? null
                : DateTimeOffset.FromUnixTimeMilliseconds(record.TimeMs),
            Function = pass.File.Function,
            LogStream = pass.File.Stream,
            Version = record.Version,
            Architecture = known?.Architecture,
            Runtime = known?.Runtime ?? record.Runtime,
            Start = fields.Start,
            Duration = Span(fields.DurationUs)!.Value,
            BilledDuration = Span(fields.BilledDurationUs),
            MemorySizeMB = MB(fields.MemorySizeMB),
            MaxMemoryUsedMB = MB(fields.MaxMemoryUsedMB),
            InitDuration = Span(fields.InitDurationUs),
            RestoreDuration = Span(fields.RestoreDurationUs),
            BilledRestoreDuration = Span(fields.BilledRestoreDurationUs),
            Status = Text(record, fields.Status),
            ErrorType = Text(record, fields.ErrorType),
            TraceId = Text(record, fields.TraceId),
            Billing = pass.BillingOutcome,
            Flags = fields.Flags,
            Source = $"{pass.File.DisplayPath}:{record.LineNumber}",
        };
    }

    static string? Text(LogScanner record, TextPlace place) =>
        place.Length == 0 ? null : Encoding.UTF8.GetString(place.In(record.EventBytes));

    static TimeSpan? Span(long us) =>
        us == ReportFields.Absent ? null : new TimeSpan(us * TimeSpan.TicksPerMicrosecond);

    static int? MB(long value) => value == ReportFields.Absent ? null : (int)value;
}
