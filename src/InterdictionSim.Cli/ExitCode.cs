namespace InterdictionSim.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Some replications failed, or the results were written and could not be printed.</summary>
    public const int NotAll = 1;

    public const int InputIsWrong = 2;
    public const int Interrupted = 130;
}
