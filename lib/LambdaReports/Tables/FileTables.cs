using System.Runtime.CompilerServices;
using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>One file's records by population. What names a function or a version may stand anywhere in
/// the file, so records that came before it find their place when the file is closed.</summary>
sealed class FileTables(LogFile file)
{
    // Stands for a function that nothing has named yet.
    const string Unnamed = "";

    readonly TablesBuilder tables = new();
    readonly Place[] places = new Place[3];

    /// <summary>Counts a record, or takes one back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(LogScanner scanner, int times)
    {
        ref readonly var fields = ref scanner.Fields;
        ref var place = ref places[(int)fields.Start];
        if (!ReferenceEquals(place.Context, scanner.Context) || place.MemorySizeMB != fields.MemorySizeMB
            || !ReferenceEquals(place.Version, scanner.Context.Version) || !ReferenceEquals(place.Function, scanner.Context.Function))
        {
            place = Find(scanner);
        }

        place.Builder.Add(fields, place.Stream, scanner.Status, scanner.TimeMs, times);
    }

    /// <summary>Adds a table file.</summary>
    /// <returns>The number of its records.</returns>
    /// <exception cref="InvalidDataException">What was found, to stand behind a colon.</exception>
    internal long Read(Stream table, LogSelection selection) => selection.AsksForTime
        ? throw new InvalidDataException(" a table file cannot be cut at a time; give the logs that it was made from")
        : TableFile.ReadInto(table, tables, selection);

    internal void Merge(FileTables other) => tables.Merge(other.tables);

    /// <summary>Hands everything over.</summary>
    /// <param name="contexts">What the whole file told.</param>
    /// <param name="target">Takes the tables over.</param>
    internal void Close(StreamContexts contexts, TablesBuilder target)
    {
        var onlyVersion = contexts.OnlyVersion;
        var function = contexts.Default.Function ?? file.Function;
        tables.Rename(population => population with
        {
            Function = population.Function == Unnamed ? function : population.Function,
            Version = population.Version ?? onlyVersion,
        });
        target.Merge(tables);
        foreach (var context in contexts.All)
        {
            target.NoteRuntime(context.Function ?? file.Function, context.Runtime);
        }
    }

    Place Find(LogScanner scanner)
    {
        ref readonly var fields = ref scanner.Fields;
        var context = scanner.Context;
        var builder = tables.At(new(
            context.Function ?? Unnamed,
            context.Version,
            Architecture: null,
            fields.MemorySizeMB == ReportFields.Absent ? null : (int)fields.MemorySizeMB,
            fields.Start));
        return new(
            builder, context, context.Version, context.Function, fields.MemorySizeMB, builder.Durations.IndexOfStream(context.Name));
    }

    readonly record struct Place(
        PopulationBuilder Builder, StreamContext Context, string? Version, string? Function, long MemorySizeMB, int Stream);
}
