namespace ErrorTelemetry;

/// <summary>Compares a text with a file of the test project; with ERRORTELEMETRY_UPDATE_SNAPSHOTS=1 it writes the file, for a person to review in the diff.</summary>
internal static class Snapshot
{
    public static void Matches(string path, string actual) =>
        Compare(Path.Combine(RepositoryRoot.Path, "tests", "ErrorTelemetry.Triage.Tests", path), actual);

    /// <summary>Compares with any file, by its full path.</summary>
    public static void Compare(string file, string actual)
    {
        if (Environment.GetEnvironmentVariable("ERRORTELEMETRY_UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"{file} is missing: run the tests with ERRORTELEMETRY_UPDATE_SNAPSHOTS=1.");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
