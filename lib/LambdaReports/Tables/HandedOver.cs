using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LambdaReports.Logs;
using LambdaReports.Packages;

namespace LambdaReports.Tables;

/// <summary>Logs that one process has read, in a private file for others of the same build, which
/// <see cref="Logs.Read(IEnumerable{string})"/> takes like the logs themselves.</summary>
/// <remarks>Its paths are those of the logs: what the tables do not answer is read there.</remarks>
sealed record HandedOver(
    IReadOnlyList<string> Paths,
    LogSelection Selection,
    Study Study,
    Account Account,
    IReadOnlyList<PopulationTables> Populations,
    IReadOnlyList<DeploymentPackage> Packages,
    IReadOnlyList<string> PackageProblems)
{
    static readonly JsonSerializerOptions Exact = new()
    {
        TypeInfoResolver = new ReadonlyFields(),
        Converters = { new BlockConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    // What somebody wrote may lack anything.
    bool IsWhole => !new object?[] { Paths, Selection, Study, Account, Populations, Packages, PackageProblems }.Contains(null);

    static ReadOnlySpan<byte> Mark => "LambdaReports, tables handed over\n"u8;

    internal void Write(string path)
    {
        using var file = File.Create(path);
        file.Write(Mark);
        JsonSerializer.Serialize(file, this, Exact);
    }

    /// <summary>What is in the only file that is named, if it is such a file.</summary>
    internal static HandedOver? At(IReadOnlyList<string> paths)
    {
        if (paths is not [var path] || !File.Exists(path))
        {
            return null;
        }

        try
        {
            using var file = File.OpenRead(path);
            var start = new byte[Mark.Length];
            var isOne = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && Mark.SequenceEqual(start);
            return isOne && JsonSerializer.Deserialize<HandedOver>(file, Exact) is { IsWhole: true } handedOver ? handedOver : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            // Somebody's log that only begins so, or that may not be read, which is told where it is.
            return null;
        }
    }

    /// <summary>The tables hold all that is wanted, and nothing else but further metrics.</summary>
    internal bool Answers(LogSelection wanted) => wanted.Metrics.All(Selection.Metrics.Contains)
        && wanted.Packages.SequenceEqual(Selection.Packages)
        && wanted with { Metrics = Selection.Metrics, Packages = Selection.Packages, Outputs = Selection.Outputs } == Selection;

    // A type is written as its readonly fields, whoever may see them: the others keep what was computed from these.
    sealed class ReadonlyFields : DefaultJsonTypeInfoResolver
    {
        public override JsonTypeInfo GetTypeInfo(Type type, JsonSerializerOptions options)
        {
            var info = JsonTypeInfo.CreateJsonTypeInfo(type, options);
            // Of cells there are many, and their constructor takes all that they hold.
            if (info.Kind != JsonTypeInfoKind.Object || type == typeof(Cell))
            {
                return base.GetTypeInfo(type, options);
            }

            info.CreateObject = () => RuntimeHelpers.GetUninitializedObject(type);
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            {
                if (field.IsInitOnly)
                {
                    var property = info.CreateJsonPropertyInfo(field.FieldType, field.Name);
                    (property.Get, property.Set) = (field.GetValue, field.SetValue);
                    info.Properties.Add(property);
                }
            }

            return info;
        }
    }

    // Its table is made when it is asked for.
    sealed class BlockConverter : JsonConverter<Block>
    {
        public override Block Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var (number, table) = JsonSerializer.Deserialize<KeyValuePair<long, FrequencyTable>>(ref reader, options);
            return new(number, () => table);
        }

        public override void Write(Utf8JsonWriter writer, Block value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, KeyValuePair.Create(value.Number, value.Table), options);
    }
}
