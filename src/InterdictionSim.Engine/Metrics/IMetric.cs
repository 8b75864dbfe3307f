namespace InterdictionSim.Engine.Metrics;

/// <summary>Something that a run tells of a span of time. One file a metric; its name is the type's name in kebab case.</summary>
/// <remarks>A metric only reads. One that yields several values names them by key, as <c>seized.TJK</c>; the keys depend on the scenario alone.</remarks>
public interface IMetric
{
    /// <summary>Unit, as <c>kg/yr</c>.</summary>
    string Unit { get; }

    /// <summary>Which way is better for those who interdict.</summary>
    Direction Direction { get; }

    /// <summary>One line for planners.</summary>
    string Meaning { get; }

    /// <summary>The values over a span, each with its key; an empty key for the only one.</summary>
    IEnumerable<(string Key, double Value)> Measure(Period period);
}
