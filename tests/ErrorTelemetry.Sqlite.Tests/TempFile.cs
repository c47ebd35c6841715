namespace ErrorTelemetry;

/// <summary>A path in a fresh folder that is deleted with all that came to lie in it.</summary>
internal sealed class TempFile : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("error-telemetry-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "errors.db");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
