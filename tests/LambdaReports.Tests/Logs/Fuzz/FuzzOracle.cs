namespace Tests.Logs.Fuzz;

/// <summary>What must hold of a reading of damaged bytes, whatever the damage.</summary>
static class FuzzOracle
{
    /// <returns><see langword="null"/>, or what is wrong in words.</returns>
    internal static string? Check(FuzzInput input, Mutation mutation)
    {
        ReadBytes read;
        try
        {
            read = InMemoryReader.Read(mutation.Bytes);
        }
#pragma warning disable CA1031 // any exception at all is the finding
        catch (Exception error)
#pragma warning restore CA1031
        {
            return $"{error.GetType().Name}: {error.Message}";
        }

        return read.Lines != read.Fates
            ? $"{read.Lines} lines have {read.Fates} fates"
            : WrongValue(input, mutation, read) ?? LostRecord(input, mutation, read);
    }

    static string? WrongValue(FuzzInput input, Mutation mutation, ReadBytes read)
    {
        ReadValues[] others =
            [.. read.Records.Where(record => !input.Records.Any(record.IsPartOf))];
        if (others.Length == 0)
        {
            return null;
        }

        // Without its start the client's text begins with another time of the event.
        if (mutation.IsCut && !(mutation.Kind == MutationKind.CutStart
            && others.All(other => input.Records.Any((other with { TimeMs = null }).IsPartOf))))
        {
            return $"a cut gave another record than the whole: {others[0]}";
        }

        if (mutation.Kind == MutationKind.Flip && input.IsPlain && others.Length > 1)
        {
            return $"one bit changed {others.Length} records, such as {others[0]}";
        }

        var values = new WholeValues(FuzzText.Decode(mutation.Bytes));
        return others.Select(record => (Record: record, Missing: values.Missing(record)))
            .Where(entry => entry.Missing is not null)
            .Select(entry => $"{entry.Missing} of {entry.Record} is no whole value in the text")
            .FirstOrDefault();
    }

    // What stands before the damage and was ended by what follows it is read as before.
    static string? LostRecord(FuzzInput input, Mutation mutation, ReadBytes read) => input.IsPlain
        ? input.Deadlines
            .Where(entry => entry.Bytes <= mutation.FirstChange
                && !read.Records.Any(record => record.IsWhole(entry.Record, input.HasRestores)))
            .Select(entry =>
                $"{entry.Record} stands before byte {mutation.FirstChange} and is lost")
            .FirstOrDefault()
        : null;
}
