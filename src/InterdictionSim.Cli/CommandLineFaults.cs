using System.CommandLine;
using System.CommandLine.Parsing;
using InterdictionSim.Engine;

namespace InterdictionSim.Cli;

/// <summary>What is wrong with a command line, in the planner's words.</summary>
internal static class CommandLineFaults
{
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0 && parsed.CommandResult.Command is not { Action: not null })
            return [];
        var command = parsed.CommandResult.Command;
        var unknown = Unknown(parsed).ToArray();
        if (unknown.Length > 0)
            return unknown;
        if (parsed.Errors.Count > 0 && command is RootCommand)
            return [$"interdict: say what to do: {string.Join(", ", command.Subcommands.Select(c => c.Name))}; 'interdict --help' tells more"];
        return [.. parsed.Errors.Select(e => $"{command.Name}: {Reworded(e, command)}").Distinct()];
    }

    private static IEnumerable<string> Unknown(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        foreach (var option in UnknownOptions(parsed).Distinct())
            yield return Known.Unknown(command is RootCommand ? "interdict" : command.Name, option, "option", OptionNames(command));
        if (command is RootCommand && parsed.UnmatchedTokens.FirstOrDefault(t => !IsOption(t)) is { } verb)
            yield return Known.Unknown("interdict", verb, "verb", command.Subcommands.Select(c => c.Name));
        else if (command is not RootCommand && parsed.UnmatchedTokens.FirstOrDefault(t => !IsOption(t)) is { } superfluous)
            yield return $"{command.Name}: '{superfluous}' is more than it takes; 'interdict {command.Name} --help' tells what it takes";
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

    private static string Reworded(ParseError error, Command command)
    {
        if (error.Message.StartsWith("Required argument missing for command", StringComparison.Ordinal))
            return $"{string.Join(" and ", command.Arguments.Select(a => a.HelpName ?? a.Name))} is missing; 'interdict {command.Name} --help' tells what it takes";
        if (error.Message.StartsWith("Required argument missing for option", StringComparison.Ordinal) && error.SymbolResult is OptionResult option)
            return $"{option.Option.Name}: a value must follow";
        return error.Message;
    }
}
