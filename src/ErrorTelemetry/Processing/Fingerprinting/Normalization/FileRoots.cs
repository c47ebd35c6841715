using System.Buffers;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>How absolute and relative file paths start on Unix systems.</summary>
internal static class FileRoots
{
    private static readonly string[] s_roots =
    [
        "/home/", "/Users/", "/var/", "/tmp/", "/usr/", "/etc/", "/opt/", "/srv/", "/app/", "/mnt/", "/media/", "/root/", "/proc/", "/dev/", "/private/", "/builds/", "/workspace/", "/run/",
        "/data/", "/volumes/", "/Volumes/", "/Library/", "/bin/", "/lib/", "/lib64/", "/sbin/", "/sys/", "/nix/", "/snap/", "/github/", "/__w/", "/_/", "/s/", "~/", "./", "../", "file:/",
    ];

    /// <summary>Folders that only a system has, wherever its tree is mounted.</summary>
    private static readonly SearchValues<string> s_folders = SearchValues.Create(["/root/", "/tmp/", "/var/", "/usr/", "/opt/", "/etc/", "/_temporary/"], StringComparison.Ordinal);

    /// <summary>Whether a path holds a system's folder: <c>/cluster/user/root/job_17/part</c>.</summary>
    public static bool Holds(ReadOnlySpan<char> path) => path.Length > 1 && path[0] == '/' && path.ContainsAny(s_folders);

    public static bool StartsWith(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('/' or '~' or '.' or 'f'))
            return false;
        foreach (var root in s_roots)
        {
            if (text.StartsWith(root, StringComparison.Ordinal) && text.Length > root.Length)
                return true;
        }
        return false;
    }
}
