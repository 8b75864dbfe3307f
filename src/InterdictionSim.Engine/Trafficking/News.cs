using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>What becomes known of changes at posts, a delay after they were made.</summary>
/// <param name="cells">Number of values that can change.</param>
/// <param name="delayDays">Days until a change is known.</param>
internal sealed class News(int cells, double delayDays) : IState
{
    private readonly Queue<(int Day, double[] Values)> coming = new();
    private readonly Stack<double[]> spare = new();
    private readonly double[] known = new double[cells];
    private readonly double[] change = new double[cells];
    private (int Day, double[] Values) latest = (int.MinValue, []);

    /// <summary>What is known at the start.</summary>
    public Span<double> Known => known;

    /// <summary>Change that the last <see cref="Arrives"/> brought.</summary>
    public ReadOnlySpan<double> Change => change;

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(known);
        List<int> days = [.. coming.Select(c => c.Day)];
        archive.Exchange(days);
        if (archive.IsReading)
        {
            latest = (int.MinValue, []);
            coming.Clear();
            foreach (var day in days)
                Notice(day);
        }

        foreach (var (_, values) in coming)
            archive.Exchange(values);
    }

    /// <summary>Values as they are from a day on, to be written; a later notice of the same day replaces them.</summary>
    public double[] Notice(int day)
    {
        if (latest.Day == day)
            return latest.Values;
        latest = (day, spare.TryPop(out var values) ? values : new double[cells]);
        coming.Enqueue(latest);
        return latest.Values;
    }

    /// <summary>Whether changes are known on a day that were not known before; then <see cref="Change"/> holds them.</summary>
    public bool Arrives(int day)
    {
        double[]? news = null;
        while (coming.TryPeek(out var next) && next.Day + delayDays <= day)
        {
            if (news is not null)
                spare.Push(news);
            news = coming.Dequeue().Values;
        }

        if (news is null)
            return false;
        for (var i = 0; i < cells; i++)
        {
            change[i] = news[i] - known[i];
            known[i] = news[i];
        }

        if (coming.Count == 0)
            latest = (int.MinValue, []);
        spare.Push(news);
        return true;
    }
}
