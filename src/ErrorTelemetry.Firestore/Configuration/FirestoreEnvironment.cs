namespace ErrorTelemetry.Configuration;

/// <summary>The process's environment variables, behind a seam so that tests need not change those of the whole process.</summary>
internal sealed class FirestoreEnvironment(Func<string, string?> read)
{
    public const string EmulatorHost = "FIRESTORE_EMULATOR_HOST";
    public const string Project = "GOOGLE_CLOUD_PROJECT";

    /// <summary>The value, or <see langword="null"/> where it is unset or empty.</summary>
    public string? Read(string name) => read(name) is { Length: > 0 } value ? value : null;
}
