namespace InterdictionSim.Cli;

/// <summary>What the command tells the shell.</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int SomeRunsFailed = 1;
    public const int InputIsWrong = 2;
    public const int Interrupted = 130;
}
