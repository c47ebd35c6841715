using System.Runtime.CompilerServices;

namespace ErrorTelemetry;

/// <summary>The repository's own files.</summary>
internal static class Repository
{
    /// <summary>The top folder, found from where this file was compiled or, in a deterministic build, from where the test runs.</summary>
    public static string Root { get; } = Find(Path.GetDirectoryName(ThisFile())) ?? Find(AppContext.BaseDirectory)
        ?? throw new InvalidOperationException("ErrorTelemetry.sln was not found above the test.");

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>The files below a folder, without what a build made; relative, with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string? Find(string? start)
    {
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "ErrorTelemetry.sln")))
                return folder;
        }

        return null;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
