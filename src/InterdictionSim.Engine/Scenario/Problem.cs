namespace InterdictionSim.Engine;

/// <summary>One reason why a scenario cannot run.</summary>
/// <param name="Path">Where the value stands, as in JSON: <c>/fleet/turnaroundDays</c>, or <c>/world/links/E022</c>.</param>
/// <param name="Message">What was found and what is expected, in the planner's words.</param>
public sealed record Problem(string Path, string Message);

/// <summary>A fault of the user's input: reported without a stack trace, exit code 2.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Creates the exception from all problems found.</summary>
    public ScenarioException(string heading, IEnumerable<string> problems)
        : base(string.Join(Environment.NewLine, problems.Select(p => "  " + p).Prepend(heading)))
    {
    }

    /// <summary>Creates the exception from one message.</summary>
    public ScenarioException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception from one message and its cause.</summary>
    public ScenarioException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Creates an empty exception.</summary>
    public ScenarioException()
    {
    }
}
