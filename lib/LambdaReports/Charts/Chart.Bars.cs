namespace LambdaReports.Charts;

public static partial class Chart
{
    /// <summary>Exact amounts, such as package sizes or costs, as bars from zero.</summary>
    /// <remarks>An amount has no sampling error and so no interval. Above 20 bars the largest are
    /// shown, and the figure says so.</remarks>
    /// <param name="title">What is compared.</param>
    /// <param name="quantity">The axis title: the quantity with its unit.</param>
    /// <param name="amounts">At least one name with its amount, zero or more; the name gives the
    /// colour of the runtime family.</param>
    /// <exception cref="ArgumentException">No amount, or one that is negative or not
    /// finite.</exception>
    public static Figure Bars(
        string title,
        string quantity,
        IEnumerable<(string Name, double Amount)> amounts)
    {
        (string Name, double Amount)[] all =
            [.. amounts];
        if (all.Length == 0 || all.Any(amount => !(amount.Amount is >= 0 and <= double.MaxValue)))
        {
            throw new ArgumentException(
                "Bars need finite amounts of zero or more.", nameof(amounts));
        }

        (string Name, double Amount)[] shown = all.Length <= MostFunctions
            ? all
            : [.. all.OrderByDescending(amount => amount.Amount).Take(MostFunctions)];
        var most = Math.Max(shown.Max(amount => amount.Amount), 1e-9);
        return new()
        {
            Title = title,
            Description = $"Bars from zero: {quantity}.",
            Numbers = [.. shown.Select(amount => $"{amount.Name}: {amount.Amount:#,0.###}.")],
            Note = shown.Length == all.Length
                ? null
                : $"The largest {shown.Length} of {all.Length} are shown.",
            Panels = [new()
            {
                X = new() { Title = quantity, Low = 0, High = most * 1.05 },
                Y = Axis.OfRows([.. shown.Select(amount =>
                    new Row(amount.Name, $"{amount.Amount:#,0.###}"))]),
                Height = 36 * shown.Length,
                Marks = [.. shown.Select((amount, row) => new Bar(
                    amount.Amount,
                    row,
                    RuntimeFamilies.Of(amount.Name),
                    $"{amount.Name}: {amount.Amount:#,0.###}"))],
            }],
        };
    }
}
