using Spectre.Console;

namespace ErrorTelemetry;

/// <summary>What the tool has around it: streams, terminal and environment, so that tests can hand in their own.</summary>
internal sealed class ToolHost
{
    private readonly Func<string, string?> _environment;

    public ToolHost(Stream input, Stream output, TextWriter text, TextWriter error, Func<string, string?> environment)
    {
        Input = input;
        Output = output;
        Error = error;
        Console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text) });
        _environment = environment;
    }

    public Stream Input { get; }

    /// <summary>Where JSON goes, byte by byte as it is.</summary>
    public Stream Output { get; }

    /// <summary>Where complaints go, so that standard output stays one JSON document.</summary>
    public TextWriter Error { get; }

    /// <summary>Where people read.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>An environment variable, or <see langword="null"/> where it is unset or empty.</summary>
    public string? Variable(string name) => _environment(name) is { Length: > 0 } value ? value : null;
}
