namespace LambdaReports.Charts;

/// <summary>Where the names of points stand: beside the point where they cover neither a mark nor each other.</summary>
static class PointLabels
{
    internal const int Size = 11;

    const int Distance = 7;

    // Nearest first.
    static readonly (int Right, int Down)[] Places =
    [
        .. from step in Enumerable.Range(0, 4)
           from down in (int[])[-8 - (12 * step), 17 + (12 * step)]
           from right in (int[])[-Distance, Distance]
           select (right, down),
    ];

    /// <summary>The points' names with room, each with where its text begins, or to the left ends, in pixels from its point; a
    /// name without such room is left out.</summary>
    /// <param name="panel">With points that have a label.</param>
    /// <param name="width">Of the plot area, in pixels; where it is drawn wider, the names stay apart.</param>
    internal static IEnumerable<(Point Point, string Text, int Right, int Down)> In(Panel panel, double width)
    {
        List<Box> taken = [.. panel.Marks.Select(BoxOf)];
        // The points from the left, with names on their left: so neighbours' names spread to both sides.
        foreach (var point in panel.Marks.OfType<Point>().Where(it => it.Label is not null).OrderBy(it => it.X))
        {
            var text = VisibleText.Shorten(point.Label!, 22);
            var room = TextWidth.Of(text, Size);
            foreach (var (right, down) in Places)
            {
                Box box = new(X(point.X) + (right < 0 ? right - room : right), Y(point.Y) + down - Size, room, Size + 2);
                if (box.Left >= 0 && box.Left + room <= width && box.Top >= 0 && box.Top + box.Height <= panel.Height
                    && !taken.Exists(box.Covers))
                {
                    taken.Add(box);
                    yield return (point, text, right, down);
                    break;
                }
            }
        }

        double X(double value) => panel.X.Fraction(value) * width;
        double Y(double value) => (1 - panel.Y.Fraction(value)) * panel.Height;
        Box BoxOf(Mark mark) => mark switch
        {
            Point point => new(X(point.X) - 5, Y(point.Y) - 5, 10, 10),
            Interval range => new(X(range.Low), Y(range.Y) - 6, X(range.High) - X(range.Low), 12),
            _ => default,
        };
    }

    readonly record struct Box(double Left, double Top, double Width, double Height)
    {
        internal bool Covers(Box other) => Left < other.Left + other.Width && other.Left < Left + Width
            && Top < other.Top + other.Height && other.Top < Top + Height;
    }
}
