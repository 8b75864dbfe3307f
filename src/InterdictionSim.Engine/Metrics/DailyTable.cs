using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Metrics;

/// <summary>The headline series of a run: a row per measured day, a column per series.</summary>
internal sealed class DailyTable : IState
{
    private readonly Dictionary<string, int> index;

    public DailyTable(IReadOnlyList<DailyColumn> columns, int days)
    {
        Columns = columns;
        index = columns.Select((c, i) => (c.Name, i)).ToDictionary(c => c.Name, c => c.i, StringComparer.Ordinal);
        Values = new double[columns.Count * days];
    }

    /// <summary>Columns.</summary>
    public IReadOnlyList<DailyColumn> Columns { get; }

    /// <summary>Values, row by row.</summary>
    public double[] Values { get; }

    /// <summary>A day's row.</summary>
    public Span<double> Row(int day) => Values.AsSpan(day * Columns.Count, Columns.Count);

    /// <inheritdoc/>
    public void Exchange(StateArchive archive) => archive.Exchange(Values);

    /// <summary>Whether there is a column of that name.</summary>
    public bool Has(string column) => index.ContainsKey(column);

    /// <summary>A value.</summary>
    public double At(string column, int day) => Values[day * Columns.Count + index[column]];

    /// <summary>Mean over days.</summary>
    public double Mean(string column, int firstDay, int days)
    {
        var sum = 0.0;
        for (var day = firstDay; day < firstDay + days; day++)
            sum += At(column, day);
        return days > 0 ? sum / days : double.NaN;
    }
}
