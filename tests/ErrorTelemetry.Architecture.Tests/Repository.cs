namespace ErrorTelemetry;

/// <summary>The repository's own files.</summary>
internal static class Repository
{
    public static string PathOf(string relative) => Path.Combine(RepositoryRoot.Path, relative);

    /// <summary>The files below a folder, without what a build made; relative, with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
