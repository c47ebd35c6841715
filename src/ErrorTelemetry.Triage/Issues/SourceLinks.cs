using System.Text.RegularExpressions;

namespace ErrorTelemetry.Issues;

/// <summary>Links a frame to its source line at the release's commit. Only paths of plain characters become links, since a link is live.</summary>
/// <param name="webUrl">The web address of the GitHub server, without a slash at its end.</param>
/// <param name="repository">The repository as <c>owner/name</c>.</param>
/// <param name="commits">Release to commit, for releases that do not hold one themselves.</param>
/// <param name="roots">Beginnings of paths that stand for the repository's root.</param>
internal sealed partial class SourceLinks(string webUrl, string repository, IReadOnlyDictionary<string, string> commits, IReadOnlyList<string> roots)
{
    // "/_/" is what deterministic .NET builds write; the others are bundlers'.
    private static readonly string[] KnownRoots = ["/_/", "webpack:///./", "webpack-internal:///./"];

    /// <summary>The links that the options allow.</summary>
    public static SourceLinks For(TriageOptions options)
    {
        var api = new Uri(options.GitHubUrl);
        var web = api.Host == "api.github.com" ? "https://github.com" : api.GetLeftPart(UriPartial.Authority);
        return new SourceLinks(web, options.Repository!, options.ReleaseCommits.AsReadOnly(), options.SourceRoots.AsReadOnly());
    }

    public string? To(ErrorFrame? frame, string? release)
    {
        if (frame?.File is not { } file || frame.Line is not > 0 || CommitOf(release) is not { } commit || PathOf(file) is not { } path)
            return null;
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return $"{webUrl}/{repository}/blob/{commit}/{escaped}#L{frame.Line}";
    }

    private string? CommitOf(string? release)
    {
        if (release is null)
            return null;
        if (commits.TryGetValue(release, out var mapped))
            return CommitPattern().IsMatch(mapped) ? mapped : null;
        var candidate = release[(release.IndexOf('+') + 1)..];
        return CommitPattern().IsMatch(candidate) && candidate.AsSpan().ContainsAnyInRange('0', '9') ? candidate : null;
    }

    private string? PathOf(string file)
    {
        var normal = file.Replace('\\', '/');
        foreach (var root in roots.Concat(KnownRoots))
        {
            var prefix = root.Replace('\\', '/');
            if (prefix.Length > 0 && normal.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                var path = normal[prefix.Length..].TrimStart('/');
                return PathPattern().IsMatch(path) && !path.Contains("..", StringComparison.Ordinal) ? path : null;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[0-9a-fA-F]{7,40}\z")]
    private static partial Regex CommitPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_./+ -]{0,400}\z")]
    private static partial Regex PathPattern();
}
