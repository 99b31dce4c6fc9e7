namespace LambdaReports.Tables;

/// <summary>The same sample with something left out or added, to see whether a verdict hangs on it.</summary>
/// <remarks>They carry cells and sandboxes, no tables of blocks: enough for means, which verdicts are about.</remarks>
static class SampleAlternatives
{
    extension(Sample sample)
    {
        /// <summary>Every stream's first record is known.</summary>
        internal bool KnowsFirsts => sample.Sandboxes.All(sandbox => sandbox.First != FirstInStream.None);

        /// <summary>Without the blocks that begin in the first of the time.</summary>
        internal Sample WithoutFirst(TimeSpan time)
        {
            var until = sample.FirstBlockMs + (long)time.TotalMilliseconds;
            return sample.WithCells(sample.Cells.Where(cell => cell.Block * sample.BlockSeconds * 1000 >= until));
        }

        /// <summary>Without the first record of every stream.</summary>
        internal Sample WithoutFirstRecords() => sample.WithCells(sample.Cells.Select(cell =>
        {
            var (timeMs, valueUs) = sample.Sandboxes[cell.Sandbox].First;
            return cell.Block != BlockLength.IndexOf(timeMs, sample.BlockSeconds) ? cell : cell with
            {
                Count = cell.Count - 1,
                Sum = cell.Sum - valueUs,
                SumOfSquares = cell.SumOfSquares - ((Int128)valueUs * valueUs),
            };
        }));

        /// <summary>The sandboxes that the mean hangs on: all of a few, else so many each of those that raise it and of those
        /// that lower it most, in their order. If a verdict hangs on any, then most likely on one of these.</summary>
        internal IEnumerable<int> Influential(int each)
        {
            var mean = (double)sample.Total.Sum / sample.Total.Count;
            int[] all = [.. Enumerable.Range(0, sample.Sandboxes.Count)];
            int[] byInfluence = [.. all.OrderBy(i => (double)sample.Sandboxes[i].Table.Sum - (sample.Sandboxes[i].Table.Count * mean))];
            return all.Length <= 2 * each ? all : byInfluence[..each].Concat(byInfluence[^each..]).Order();
        }

        internal Sample WithoutSandbox(int sandbox) => sample.WithCells(sample.Cells.Where(cell => cell.Sandbox != sandbox));

        /// <summary>With the records of another start kind, stream by stream.</summary>
        internal Sample With(Sample other)
        {
            var seconds = Math.Max(sample.BlockSeconds, other.BlockSeconds);
            var (own, added) = (sample.WithBlocks(seconds), other.WithBlocks(seconds));
            var places = own.Sandboxes.Index().ToDictionary(entry => entry.Item.Name ?? "", entry => entry.Index);
            List<Sandbox> sandboxes = [.. own.Sandboxes];
            int[] map = [.. added.Sandboxes.Select(sandbox =>
            {
                if (!places.TryGetValue(sandbox.Name ?? "", out var place))
                {
                    place = sandboxes.Count;
                    sandboxes.Add(sandbox);
                }

                return place;
            })];
            return sample.Of(
                sandboxes,
                [.. own.Cells.Concat(added.Cells.Select(cell => cell with { Sandbox = map[cell.Sandbox] }))
                    .GroupBy(cell => (cell.Sandbox, cell.Block))
                    .Select(group => Cell.Merge(group.Key.Sandbox, group.Key.Block, group))],
                seconds);
        }

        // Sandboxes that lost all cells are left out, so that they count nowhere.
        Sample WithCells(IEnumerable<Cell> cells)
        {
            Cell[] left = [.. cells.Where(cell => cell.Count > 0)];
            int[] kept = [.. left.Select(cell => cell.Sandbox).Distinct().Order()];
            return sample.Of(
                [.. kept.Select(sandbox => sample.Sandboxes[sandbox])],
                Array.ConvertAll(left, cell => cell with { Sandbox = Array.BinarySearch(kept, cell.Sandbox) }),
                sample.BlockSeconds);
        }

        Sample Of(IReadOnlyList<Sandbox> sandboxes, IReadOnlyList<Cell> cells, int seconds) =>
            new(sample.Population, sandboxes, [], cells, seconds) { Quantity = sample.Quantity };
    }
}
