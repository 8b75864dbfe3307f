namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Where a value stands: a file with line and column (both from 1), or a command line's <c>--set</c>, which has no line.</summary>
internal readonly record struct Position(string Source, int Line, int Column)
{
    public override string ToString() => Line == 0 ? Source : $"{Source}:{Line}:{Column}";
}
