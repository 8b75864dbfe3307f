using System.CommandLine;
using System.Text;
using InterdictionSim.Cli.Verbs;
using InterdictionSim.Engine;

namespace InterdictionSim.Cli;

/// <summary>The command <c>interdict</c>: its verbs, and what becomes of faults.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = Root().Parse(args);
        var faults = CommandLineFaults.Of(parsed);
        if (faults.Count > 0)
            return Refuse(string.Join(Environment.NewLine, faults));
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (ScenarioException fault)
        {
            return Refuse(fault.Message);
        }
        catch (IOException fault)
        {
            // Files have their own words for it; what is left is mostly standard output on a full disk.
            return Refuse($"cannot read a file or write standard output: {fault.Message}");
        }
        catch (OperationCanceledException interruption)
        {
            Console.Error.WriteLine($"{interruption.Message}; no results were written");
            return ExitCode.Interrupted;
        }
    }

    private static RootCommand Root() =>
        new("Simulates opiate trafficking over a border network under interdiction measures.\n\n"
            + "Exit codes: 0 fine; 1 some replications failed, or results could not be printed: what succeeded is kept; 2 the input is wrong; 130 interrupted.")
        {
            RunVerb.Command(),
            CheckVerb.Command(),
            DiffVerb.Command(),
            SchemaVerb.Command(),
            ListVerb.Command(),
        };

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return ExitCode.InputIsWrong;
    }
}
