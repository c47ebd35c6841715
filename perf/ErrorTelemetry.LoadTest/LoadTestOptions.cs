using System.Globalization;

namespace ErrorTelemetry;

/// <summary>The command line of the parent.</summary>
internal sealed record LoadTestOptions
{
    public const string Usage = """
        usage: eng/perf.sh [--quick] [--json] [--rounds N] [--seconds N] [--case NAME] [--without-logging] [--save FILE]
               eng/perf.sh --storm COUNT     memory, counts, and a healthy page meanwhile, through COUNT identical and COUNT distinct errors, also with a full disk
               eng/perf.sh --start-up ROUNDS what a new process takes until its first answer, bare and with telemetry
               both with [--save FILE]
        """;

    /// <summary>Whether result lines take the place of the table.</summary>
    public bool Json { get; init; }

    public int Rounds { get; init; } = 5;

    /// <summary>How long each host is driven in a round.</summary>
    public int Seconds { get; init; } = 3;

    /// <summary>The one case to run.</summary>
    public string? Case { get; init; }

    public bool Logging { get; init; } = true;

    /// <summary>Where the result goes as well, as Markdown.</summary>
    public string? Save { get; init; }

    /// <summary>How many errors of each kind the storm has; 0 runs the load cases instead.</summary>
    public int Storm { get; init; }

    /// <summary>How often to start a process of each kind; 0 runs the load cases instead.</summary>
    public int StartUp { get; init; }

    /// <summary>Reads the arguments; <see langword="null"/> if they are wrong.</summary>
    public static LoadTestOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new LoadTestOptions();
        while (arguments.Length > 0)
        {
            switch (arguments)
            {
                case ["--quick", ..]:
                    options = options with { Rounds = 1, Seconds = 1 };
                    break;
                case ["--json", ..]:
                    options = options with { Json = true };
                    break;
                case ["--without-logging", ..]:
                    options = options with { Logging = false };
                    break;
                case ["--rounds", var text, ..] when Number(text) is { } number:
                    options = options with { Rounds = number };
                    arguments = arguments[1..];
                    break;
                case ["--seconds", var text, ..] when Number(text) is { } number:
                    options = options with { Seconds = number };
                    arguments = arguments[1..];
                    break;
                case ["--storm", var text, ..] when Number(text) is { } number:
                    options = options with { Storm = number };
                    arguments = arguments[1..];
                    break;
                case ["--start-up", var text, ..] when Number(text) is { } number:
                    options = options with { StartUp = number };
                    arguments = arguments[1..];
                    break;
                case ["--case", var name, ..]:
                    options = options with { Case = name };
                    arguments = arguments[1..];
                    break;
                case ["--save", var file, ..]:
                    options = options with { Save = file };
                    arguments = arguments[1..];
                    break;
                default:
                    return null;
            }

            arguments = arguments[1..];
        }

        return options;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
