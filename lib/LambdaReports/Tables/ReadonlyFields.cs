using System.Collections;

namespace LambdaReports.Tables;

/// <summary>Objects in binary, for processes of the same build: each as the readonly fields of its type, whoever may
/// see them. The other fields keep what was computed from these.</summary>
/// <remarks>Not JSON, whose serializer compiles methods of its own for each type of number and each enumeration:
/// in a short process that takes several times as long as the reading.</remarks>
static class ReadonlyFields
{
    static readonly ConcurrentDictionary<Type, FieldInfo[]> Known = new();

    /// <param name="to">Where it goes.</param>
    /// <param name="type">The type as which it will be read.</param>
    /// <param name="value">What is written.</param>
    internal static void Write(BinaryWriter to, Type type, object? value)
    {
        // Not for ever into a kind of number that is not listed here.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (MayBeNull(type, out type))
        {
            to.Write(value is not null);
        }

        switch (value)
        {
            case null: break;
            case string text: to.Write(text); break;
            case bool isTrue: to.Write(isTrue); break;
            case Enum or int: to.Write((int)value); break;
            case long number: to.Write(number); break;
            case double number: to.Write(number); break;
            case Int128 number:
                to.Write((long)(number >> 64));
                to.Write(unchecked((ulong)number));
                break;
            case DateTimeOffset time: to.Write($"{time:O}"); break;
            // Its own text may have comments.
            case JsonElement json: to.Write(JsonSerializer.Serialize(json)); break;
            case long[] numbers:
                to.Write(numbers.Length);
                to.Write(MemoryMarshal.AsBytes<long>(numbers));
                break;
            case Block block:
                to.Write(block.Number);
                Write(to, typeof(FrequencyTable), block.Table);
                break;
            case IEnumerable several:
                var items = several.Cast<object?>().ToArray();
                to.Write(items.Length);
                Array.ForEach(items, item => Write(to, ItemOf(type), item));
                break;
            default:
                Array.ForEach(FieldsOf(type), field => Write(to, field.FieldType, field.GetValue(value)));
                break;
        }
    }

    /// <param name="from">Where <see cref="Write"/> wrote.</param>
    /// <param name="type">The type that it was given.</param>
    /// <exception cref="IOException">The file ends too early.</exception>
    /// <exception cref="InvalidDataException">It is not what was written.</exception>
    internal static object? Read(BinaryReader from, Type type)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return MayBeNull(type, out type) && !from.ReadBoolean() ? null
            : type.IsEnum ? Enum.ToObject(type, from.ReadInt32())
            : type == typeof(string) ? from.ReadString()
            : type == typeof(bool) ? from.ReadBoolean()
            : type == typeof(int) ? from.ReadInt32()
            : type == typeof(long) ? from.ReadInt64()
            : type == typeof(double) ? from.ReadDouble()
            : type == typeof(Int128) ? new Int128((ulong)from.ReadInt64(), from.ReadUInt64())
            : type == typeof(DateTimeOffset) ? DateTimeOffset.Parse(from.ReadString(), CultureInfo.InvariantCulture)
            : type == typeof(JsonElement) ? JsonElement.Parse(from.ReadString())
            : type == typeof(Block) ? BlockOf(from.ReadInt64(), (FrequencyTable?)Read(from, typeof(FrequencyTable)))
            : type == typeof(long[]) ? MemoryMarshal.Cast<byte, long>(from.ReadBytes(CountOf(from, sizeof(long)) * sizeof(long))).ToArray()
            : typeof(IEnumerable).IsAssignableFrom(type) ? ReadItems(from, type)
            : ReadFields(from, type);
    }

    static object ReadItems(BinaryReader from, Type type)
    {
        var items = Array.CreateInstance(ItemOf(type), CountOf(from, 1));
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Read(from, ItemOf(type)), i);
        }

        return type.GenericTypeArguments.Length == 2
            ? Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments), items)!
            : items;
    }

    static object ReadFields(BinaryReader from, Type type)
    {
        var value = RuntimeHelpers.GetUninitializedObject(type);
        Array.ForEach(FieldsOf(type), field => field.SetValue(value, Read(from, field.FieldType)));
        return value;
    }

    // Its table is made when it is asked for.
    static Block BlockOf(long number, FrequencyTable? table) =>
        new(number, () => table ?? throw new InvalidDataException("a block has no table"));

    static bool MayBeNull(Type declared, out Type type)
    {
        var inner = Nullable.GetUnderlyingType(declared);
        type = inner ?? declared;
        return inner is not null || !declared.IsValueType;
    }

    static Type ItemOf(Type several) => several.IsArray ? several.GetElementType()!
        : several.GenericTypeArguments is [var key, var value] ? typeof(KeyValuePair<,>).MakeGenericType(key, value)
        : several.GenericTypeArguments[0];

    static FieldInfo[] FieldsOf(Type type) => Known.GetOrAdd(type, type => [.. type
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(field => field.IsInitOnly)]);

    // What somebody else wrote may claim more than there is.
    static int CountOf(BinaryReader from, int itemBytes) =>
        from.ReadInt32() is var count && count >= 0 && count <= (from.BaseStream.Length - from.BaseStream.Position) / itemBytes ? count
            : throw new InvalidDataException("more items than bytes");
}
