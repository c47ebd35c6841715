namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>A script's name without what changes from build to build or host to host: folders, query, content hash, <c>.min</c>.</summary>
internal static class FileNames
{
    private const int LongestName = 256;
    private const string Separators = "._-~";

    /// <summary>Parts of a name that say how a file was built, not what it is.</summary>
    private static readonly string[] s_buildWords = ["min", "bundle", "prod", "production", "development", "dev", "esm", "umd", "cjs", "legacy", "chunk"];

    /// <summary><c>https://cdn/a/main.3f2a1b9c.js?v=2</c> and <c>C:\build\main.js</c> become <c>main.js</c>; empty where the address names no file.</summary>
    public static string Normalize(ReadOnlySpan<char> file)
    {
        if (file.StartsWith("blob:", StringComparison.OrdinalIgnoreCase))
            return "blob";
        if (file.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || file.StartsWith("<data:", StringComparison.OrdinalIgnoreCase))
            return "data";
        var authority = file.IndexOf("://", StringComparison.Ordinal);
        var query = file.IndexOfAny('?', '#');
        // React Native's packager also writes "index.bundle//&platform=ios".
        if (query < 0)
            query = file.IndexOf("/&", StringComparison.Ordinal);
        if (query > 0)
            file = file[..query];
        file = file.TrimEnd(['/', '\\']);
        var slash = file.LastIndexOfAny('/', '\\');
        // https://host/ is the page itself.
        if (authority >= 0 && slash <= authority + 2)
            return string.Empty;
        var name = file[(slash + 1)..];
        // A page's inline script: its name is a route's, with ids in it.
        return authority >= 0 && !name.Contains('.') ? MessageParameterizer.Parameterize(name.ToString()) : string.Concat(RouteFolders.Of(file, slash), WithoutHash(name));
    }

    private static string WithoutHash(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName)
            name = name[..LongestName];
        var dot = name.LastIndexOf('.');
        var extension = dot < 0 ? default : name[dot..];
        var stem = dot < 0 ? name : name[..dot];
        stem = WithoutLastHash(stem);
        Span<char> kept = stackalloc char[LongestName + 8];
        var length = 0;
        var separator = '\0';
        var versioned = CountNumbers(stem) > 1;
        for (var first = true; !stem.IsEmpty; first = false)
        {
            var end = stem.IndexOfAny(Separators);
            var segment = end < 0 ? stem : stem[..end];
            if (first || !(IsDropped(segment, dotted: separator == '.') || (IsNumber(segment) && (versioned || IsChunk(kept[..length])))))
            {
                if (length > 0)
                    kept[length++] = separator;
                if (first && AssetHash.IsHash(segment, first: true))
                    segment = "<hash>";
                else if (first && IsNumber(segment))
                    segment = "<int>";
                segment.CopyTo(kept[length..]);
                length += segment.Length;
            }
            if (end < 0)
                break;
            separator = stem[end];
            stem = stem[(end + 1)..];
        }
        return string.Concat(kept[..length], extension);
    }

    /// <summary>Drops a hash that holds the separators itself: Rollup's and Vite's <c>index-BX_8s-2d.js</c>, and a UUID.</summary>
    private static ReadOnlySpan<char> WithoutLastHash(ReadOnlySpan<char> stem)
    {
        const int Uuid = 36;
        const int Rollup = AssetHash.RollupLength;
        if (stem.Length >= Uuid && TextValues.Uuid(stem[^Uuid..]) > 0)
            return Before(stem, Uuid);
        // A name of that length alone is a hash only if it holds a separator; the others are told part by part.
        var mayEndInHash = stem.Length == Rollup ? stem.ContainsAny('-', '_') : stem.Length > Rollup && stem[^(Rollup + 1)] is '-' or '.';
        return mayEndInHash && AssetHash.IsRollup(stem[^Rollup..]) ? Before(stem, Rollup) : stem;
    }

    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> stem, int hash) => stem.Length == hash ? "<hash>" : stem[..^(hash + 1)];

    private static bool IsNumber(ReadOnlySpan<char> segment) => !segment.IsEmpty && segment.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>How many parts are numbers: one may be the file's own (<c>step-1</c>), more are a version (<c>app-1.4.2</c>).</summary>
    private static int CountNumbers(ReadOnlySpan<char> stem)
    {
        var count = 0;
        foreach (var range in stem.SplitAny(Separators))
            count += IsNumber(stem[range]) ? 1 : 0;
        return count;
    }

    /// <summary><c>chunk.122.js</c>: bundlers number what has no name of its own, anew in each build.</summary>
    private static bool IsChunk(ReadOnlySpan<char> name) => name is "chunk";

    private static bool IsDropped(ReadOnlySpan<char> segment, bool dotted)
    {
        if (AssetHash.IsHash(segment, dotted: dotted) || segment.Contains('['))
            return true;
        foreach (var word in s_buildWords)
        {
            if (segment.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
