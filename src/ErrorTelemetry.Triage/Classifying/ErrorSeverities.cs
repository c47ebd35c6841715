namespace ErrorTelemetry.Classifying;

/// <summary>How bad an error of a category is for the app's users, as far as its kind tells.</summary>
public static class ErrorSeverities
{
    /// <summary>The app or its data is at risk for everybody: memory, storage, start-up.</summary>
    public const string Critical = "critical";

    /// <summary>A feature fails for the user who meets it.</summary>
    public const string High = "high";

    /// <summary>A feature fails now and then, or for some.</summary>
    public const string Medium = "medium";

    /// <summary>Mostly outside of the app's reach, or not felt by users.</summary>
    public const string Low = "low";

    /// <summary>All severities, worst first.</summary>
    public static IReadOnlyList<string> All { get; } = [Critical, High, Medium, Low];

    /// <summary>0 for <see cref="Low"/> to 3 for <see cref="Critical"/>; -1 for a word that is no severity.</summary>
    public static int Rank(string severity) => severity switch
    {
        Critical => 3,
        High => 2,
        Medium => 1,
        Low => 0,
        _ => -1,
    };
}
