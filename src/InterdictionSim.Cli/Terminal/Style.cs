namespace InterdictionSim.Cli.Terminal;

/// <summary>Emphasis on a terminal that can show it; nothing is said by colour or weight alone.</summary>
internal sealed class Style(bool plain)
{
    private readonly bool plain = plain || Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb"
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public string Heading(string text) => plain ? text : $"\e[1m{text}\e[0m";
}
