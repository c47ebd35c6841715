using System.Collections.Frozen;

namespace ErrorTelemetry.Processing.Redaction.Scanners;

/// <summary>The user's name in <c>/home/name</c>, <c>/Users/name</c>, <c>C:\Users\name</c>, also escaped or with <c>/</c> on Windows.</summary>
internal static class HomePathScanner
{
    private const int MaxNameChars = 64;

    /// <summary>Most backslashes in a row that one escaped separator becomes.</summary>
    private const int MaxEscapes = 8;

    /// <summary>Accounts of build machines and containers, shared folders, and pages named like homes.</summary>
    private static readonly FrozenSet<string> NoPersons =
        ("runner runneradmin vsts vsts_azpcontainer app node ubuntu vscode jenkins root public default shared guest administrator containeruser containeradministrator www-data nginx docker git circleci travis azureuser ec2-user buildagent builduser site logfiles data " +
         "index dashboard error login about privacy contact products search list create edit delete details new main page settings profile all en de fr es home linuxbrew codespace gitpod sandbox webapp nobody user username user_name your_name yourname your-username your_username youruser ... me you")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Verbs = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "route", "url", "URL", "page", "endpoint", "path"];

    public static bool TryFind(ReadOnlySpan<char> text, int at, out Found found)
    {
        found = default;
        var rest = text[at..];
        int start;
        if (rest[0] == '%')
        {
            var folder = rest.StartsWith("%2Fhome%2F", StringComparison.OrdinalIgnoreCase) ? 10 : rest.StartsWith("%2FUsers%2F", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("%5CUsers%5C", StringComparison.OrdinalIgnoreCase) ? 11 : 0;
            if (folder == 0) return false;
            start = at + folder;
        }
        else if (rest[0] == '/')
        {
            if (rest.StartsWith("/home/")) start = at + 6;
            else if (rest.StartsWith("/home\\/")) start = at + 7;
            else if (rest.StartsWith("/Users/")) start = at + 7;
            else if (rest.StartsWith("/Users\\/")) start = at + 8;
            else if (MailFolder(rest) is > 0 and var mail) start = at + mail;
            else if (rest.StartsWith("/Documents and Settings/")) start = at + 24;
            else if (rest.StartsWith("/users/") && at > 1 && text[at - 1] == ':' && char.IsAsciiLetter(text[at - 2])) start = at + 7;
            else return false;
            start = SkipGroup(text, start);
            var before = Escapes.Before(text, at);
            if ((char.IsAsciiLetterOrDigit(before) || before is '-' or '_' or '.' or '}' or ']') && !IsBelowRoot(text, at) && !IsOnVolume(text, at) && !text[..at].EndsWith("/..")) return false;
            if (IsRequest(text, at)) return false;
        }
        else
        {
            var signs = 0;
            while (signs < MaxEscapes && at + signs < text.Length && text[at + signs] == '\\') signs++;
            rest = text[(at + signs)..];
            var folder = WindowsFolder(text, at, rest);
            if (folder == 0) return false;
            start = at + signs + folder;
            while (start < text.Length && start < at + signs + folder + MaxEscapes && text[start] == '\\') start++;
        }

        var end = start;
        var limit = Math.Min(text.Length, start + MaxNameChars);
        while (end < limit && (IsEscapedChar(text, end) || (rest[0] == '/' && IsMacBlank(text, end, rest)) || char.IsLetterOrDigit(text[end]) || text[end] is '.' or '_' or '-' or '~' or '$' or '@' || IsInnerBlank(text, end, rest[0] != '/'))) end += text[end] == '%' ? 3 : 1;
        while (end > start && text[end - 1] is '.' && (end >= text.Length || text[end] is not ('/' or '\\'))) end--;
        if (end > text.Length) end = text.Length;
        if (end == start || !text[start..end].ContainsAnyExcept('.', '_', '-') || Redacted.LengthAt(text, start) > 0) return false;
        if (NoPersons.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[start..end])) return false;
        found = new Found(start, end, DetectorTable.UserName);
        return true;
    }

    /// <summary>The length of a folder that has a file or a folder for each user: mail, tables of cron, mounted disks. A file's ending, and a number, are none.</summary>
    private static int MailFolder(ReadOnlySpan<char> rest)
    {
        foreach (var folder in UserFolders)
        {
            if (rest.StartsWith(folder)) return folder.Length;
        }

        return 0;
    }

    private static readonly string[] UserFolders = ["/var/mail/", "/var/spool/mail/", "/var/spool/cron/crontabs/", "/run/media/"];

    /// <summary><c>/home/users/x</c>: homes below a folder for each kind of people.</summary>
    private static int SkipGroup(ReadOnlySpan<char> text, int start)
    {
        foreach (var group in Groups)
        {
            if (text[start..].StartsWith(group)) return start + group.Length;
        }

        return start;
    }

    private static readonly string[] Groups = ["users/", "staff/", "students/", "faculty/"];

    /// <summary>A blank or a letter, escaped: <c>Ann%20Lee</c>, <c>%C3%BC</c>; not a separator.</summary>
    private static bool IsEscapedChar(ReadOnlySpan<char> text, int at) =>
        text[at] == '%' && at + 2 < text.Length && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]) && (text[at + 1] is '8' or '9' or >= 'A' || text.Slice(at + 1, 2) is "20");

    /// <summary><c>/Users/Ann Lee/x</c>: a blank before a further name and the end of the folder's.</summary>
    private static bool IsMacBlank(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> rest)
    {
        if (text[at] != ' ' || !rest.StartsWith("/Users/") || at + 1 >= text.Length || !char.IsUpper(text[at + 1])) return false;
        var behind = text[(at + 1)..Math.Min(text.Length, at + 24)];
        var i = 0;
        while (i < behind.Length && (char.IsLetterOrDigit(behind[i]) || behind[i] is '-' or '\'')) i++;
        return i < behind.Length && behind[i] == '/';
    }

    /// <summary>The length of the folder's name below which each user has one; on file servers such shares are hidden by a <c>$</c>.</summary>
    private static int WindowsFolder(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, MaxFolderChars)].IndexOf('\\');
        if (end <= 0) return 0;
        var folder = rest[..end];
        foreach (var known in WindowsFolders)
        {
            if (folder.Equals(known, StringComparison.OrdinalIgnoreCase)) return end;
        }

        return folder is "home" or "homes" or "profiles" or "Profiles" && IsOnShare(text, at) ? end : 0;
    }

    /// <summary>Whether the path starts with the name of a server: <c>\\files01\</c>, <c>\\wsl$\</c>.</summary>
    private static bool IsOnShare(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < MaxShareChars && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '\\' or '.' or '-' or '_' or '$')) start--;
        return text[start..at].StartsWith("\\\\") && at - start > 3;
    }

    private const int MaxFolderChars = 32;
    private const int MaxShareChars = 64;
    private static readonly string[] WindowsFolders = ["Users", "Documents and Settings", "Dokumente und Einstellungen", "Users$", "Home$", "Homes$", "Profiles$", "Profile$", "UserProfiles$", "HomeDirs$"];

    private static bool IsInnerBlank(ReadOnlySpan<char> text, int at, bool windows)
    {
        if (!windows || text[at] != ' ') return false;
        var rest = text[(at + 1)..Math.Min(text.Length, at + 40)];
        var sign = rest.IndexOfAny('\\', '/', ':');
        return sign > 0 && rest[sign] == '\\' && !rest[..sign].ContainsAny(NotInNames);
    }

    private static readonly System.Buffers.SearchValues<char> NotInNames = System.Buffers.SearchValues.Create("\n\r\t\"'<>|*?()[]");

    /// <summary>Where homes lie besides the root: <c>/mnt/c</c>, <c>/var</c>, <c>/export</c>. Below anything else it is a page or a folder of that name.</summary>
    private static bool IsBelowRoot(ReadOnlySpan<char> text, int at)
    {
        for (var folders = 0; folders < MaxRoots; folders++)
        {
            var start = at;
            while (start > 0 && at - start < MaxRootChars && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
            if (start == at || start == 0 || text[start - 1] != '/') return false;
            var folder = text[start..at];
            if (!(folder.Length == 1 && char.IsAsciiLetterLower(folder[0])) && !Roots.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folder)) return false;
            at = start - 1;
            if (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) return true;
        }

        return false;
    }

    /// <summary><c>/Volumes/Macintosh HD</c>: a disk by its name.</summary>
    private static bool IsOnVolume(ReadOnlySpan<char> text, int at)
    {
        const int MaxVolumeChars = 32;
        var window = text[Math.Max(0, at - MaxVolumeChars)..at];
        var slash = window.LastIndexOf('/');
        return slash >= 0 && window[..slash].EndsWith("/Volumes");
    }

    private const int MaxRoots = 4;
    private const int MaxRootChars = 10;
    private static readonly FrozenSet<string> Roots = "mnt var lib opt srv storage hdd ssd export usr data private host rootfs nfs net System Volumes Data cygdrive media".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static bool IsRequest(ReadOnlySpan<char> text, int at)
    {
        var before = text[..at].TrimEnd(' ');
        if (before.Length == at) return false;
        foreach (var verb in Verbs)
        {
            if (before.EndsWith(verb)) return true;
        }

        return false;
    }
}
