namespace Tests.Logs.Containers;

/// <summary>Compares records as texts, in any order, and says which differ.</summary>
static class SameRecords
{
    const int Shown = 3;

    internal static void Check(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var difference = new Dictionary<string, int>(StringComparer.Ordinal);
        Count(expected, 1);
        Count(actual, -1);
        var missing = Texts(difference.Where(entry => entry.Value > 0));
        var unexpected = Texts(difference.Where(entry => entry.Value < 0));
        if (missing.Length + unexpected.Length > 0)
        {
            Assert.Fail(
                $"{missing.Length} records are missing, {unexpected.Length} came instead.\n"
                + $"Missing:\n{First(missing)}\nUnexpected:\n{First(unexpected)}");
        }

        void Count(IEnumerable<string> texts, int step)
        {
            foreach (var text in texts)
            {
                difference[text] = difference.GetValueOrDefault(text) + step;
            }
        }
    }

    static string[] Texts(IEnumerable<KeyValuePair<string, int>> entries) =>
        [.. entries.Select(entry => entry.Key).Order(StringComparer.Ordinal)];

    static string First(string[] texts) =>
        string.Join('\n', texts.Take(Shown).Select(text => "  " + text));
}
