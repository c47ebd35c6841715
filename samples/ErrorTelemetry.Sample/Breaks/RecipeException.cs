namespace ErrorTelemetry.Sample.Breaks;

/// <summary>An error that this app answers itself, with the status it names.</summary>
public sealed class RecipeException(string message, int status) : Exception(message)
{
    public int Status { get; } = status;
}
