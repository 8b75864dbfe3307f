using System.CommandLine;
using System.CommandLine.Parsing;
using InterdictionSim.Engine;

namespace InterdictionSim.Cli;

/// <summary>What is wrong with a command line, in the planner's words.</summary>
internal static class CommandLineFaults
{
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = Unknown(parsed).ToArray();
        if (unknown.Length > 0)
            return unknown;
        if (parsed.Errors.Count > 0 && command.Subcommands.Count > 0)
            return [$"{Path(parsed)}: say which: {string.Join(", ", command.Subcommands.Select(c => c.Name))}; '{Path(parsed)} --help' tells more"];
        return [.. parsed.Errors.Select(e => $"{Path(parsed)}: {Reworded(e, parsed)}").Distinct()];
    }

    private static IEnumerable<string> Unknown(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        foreach (var option in UnknownOptions(parsed).Distinct())
            yield return Known.Unknown(Path(parsed), option, "option", OptionNames(command));
        if (parsed.UnmatchedTokens.FirstOrDefault(t => !IsOption(t)) is not { } word)
            yield break;
        yield return command.Subcommands.Count > 0
            ? Known.Unknown(Path(parsed), word, command is RootCommand ? "verb" : "list", command.Subcommands.Select(c => c.Name))
            : $"{Path(parsed)}: '{word}' is more than it takes; '{Path(parsed)} --help' tells what it takes";
    }

    // As the user typed it: interdict list metrics.
    private static string Path(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult { Command: var command }; result = result.Parent)
            names.Push(command is RootCommand ? "interdict" : command.Name);
        return string.Join(' ', names);
    }

    // The parser takes an unknown option for one more file where files may follow; two dashes alone end the options, as everywhere.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed)
    {
        if (parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash))
            return [];
        var files = parsed.CommandResult.Command.Arguments.SelectMany(a => parsed.GetResult(a)?.Tokens.Select(t => t.Value) ?? []);
        return parsed.UnmatchedTokens.Concat(files).Where(IsOption);
    }

    private static IEnumerable<string> OptionNames(Command command) =>
        command.Options.SelectMany(o => o.Aliases.Prepend(o.Name)).Where(name => name.StartsWith('-')).Append("--help");

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';

    // The parser words two faults for programmers.
    private static string Reworded(ParseError error, ParseResult parsed)
    {
        if (error.Message.Contains("missing for command", StringComparison.Ordinal))
        {
            var missing = parsed.CommandResult.Command.Arguments.Where(a => parsed.GetResult(a) is not { Tokens.Count: > 0 });
            return $"{string.Join(" and ", missing.Select(a => a.HelpName ?? a.Name))} is missing; '{Path(parsed)} --help' tells what it takes";
        }

        return error.Message.StartsWith("Required argument missing for option", StringComparison.Ordinal) && error.SymbolResult is OptionResult option
            ? $"{option.Option.Name}: a value must follow"
            : error.Message;
    }
}
