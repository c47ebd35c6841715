using System.Buffers;

namespace ErrorTelemetry.Processing.Noise;

/// <summary>Tells by a user agent whether a program looked at the page and no person did.</summary>
/// <remarks>
/// Crawlers name themselves in a few ways: a word that ends in <c>bot</c>, a word of their trade (<c>crawler</c>, <c>monitor</c>, <c>preview</c>), the address of
/// a page or mailbox that explains them, or a bare <c>(compatible; Name)</c>. HTTP libraries (<c>curl</c>, <c>okhttp</c>, <c>python-requests</c>) are no crawlers here: they
/// have no page that could fail, so whoever reports through one means to. Nor are in-app web views: people look at those.
/// </remarks>
internal static class CrawlerAgents
{
    private const int MaxAgentChars = 512;

    private static readonly string[] Words =
    [
        "bot", "://", "+http", "www.", "compatible;", ".com", ".io/", "crawl", "spider", "slurp", "scrap", "archiv", "fetcher", "preview", "monitor", "checker", "linkcheck", "link check", "validator", "verif", "lighthouse",
        "pagespeed", "synthetic", "favicon", "uptime", "externalhit", "facebookcatalog", "meta-external", "google-", "-google", "googleother", "indexer", "imageproxy", "imgproxy", "ptst/", "dareboost",
        "gtmetrix", "pingdom", "webcopy", "httrack", "nutch", "zgrab", "nikto", "acunetix", "openvas", "w3c_", "w3c-", "site24x7", "statuscake", "appinsights", "ruxit", "thousandeyes", "catchpoint", "gomezagent",
        "dejaclick", "inspector", "web server survey", "audit", "screaming frog", "siteimprove", "outbrain", "daumoa", "prerender", "chatgpt-", "claude-user", "manus-user", "scanner", "securityheaders", "watch", "optimizer",
        "-agent", "silktide", "cloudflare", "khtml, like gecko;", "splash version", "rigor", "mailto:", "neustar wpm", "ptst ", "iplabel", "debugbear", "webthumb", "websnapr", "wkhtmlto", "webkit2png", "web-capture", "transcoder", "http client", "httpclient", "site analyzer", "site_analyzer", "nodemeter", "measurement",
    ];

    /// <summary>Names of programs whose agents do not begin as a browser's do, and which no app would share.</summary>
    private static readonly string[] Programs =
    [
        "whatsapp", "viber", "datadog", "zabbix", "nagios", "xenu", "hatena", "disqus", "tumblr", "onebox", "dcv", "webhook", "-hook", "rss", "feed", "newspaper/", "newsblur", "newsgathering", "nextcloud-news", "linkchk", "linkfinder", "linkdex", "scan", "check_", "checkr", "monit/", "prometheus", "blackbox exporter",
        "grafana/", "healthservice", "uptrends", "netvigie", "panopta", "updown.io", "pingping", "hydrozen", "wheresitup", "seo", "anthropic-ai", "cohere-ai", "spawning-ai", "knowledge ai", "bigsur.ai", "recon", "websearch", "internetsearch", "searchexpress", "searcherweb", "searcherxweb", "magicsearch", "search.", ":search",
        "infosearch", "wordup", "sitesucker", "sitelock", "metadata", "metauri", "panscient", "postrank", "snippet", "extract", "harvest", "collector", "copier", "security", "intelligence", "survey", "analy", "zapier", "ifttt", "integromat", "make/production", "azure-logic-apps", "webmon", "linkexpander", "ning/", "nuzzel",
        "biglotron", "gigablast", "funnelback", "coccoc", "owler", "pixalate", "traackr", "blogtrottr", "instaparser", "github-camo", "steamchaturllookup", "prefetch proxy", "cloudfront", "googleassociation", "appsiteassociation", "trust services", "certificate", "ssl labs", "keycdn-tools", "whatweb", "wpumbrella", "managewp", "vaultpress",
        "monsido", "termly", "onetrust", "iubenda", "legalmonster", "jumio", "klaviyo", "omnisend", "braze sender", "sparkpost", "sendgrid event", "twilioproxy", "salesforce", "sfdc-callout", "trustly/", "mollie http", "snipcart/", "screenshot", "screen service", "url to pdf", "critical path", "download ninja", "emailwolf", "zmeu", "nvdorz", "l9explore",
        "l9tcpid", "fastdast", "blackduck", "riskscorer", "discovery", "classifier", "smartfetch", "bdfetch", "safeassign", "blackboardally", "ec2", "bluesky", "fastmailua", "yahoocachesystem",
    ];

    private static readonly string[] OldBrowsers = ["MSIE", "Konqueror", "U;", "Linux", "IBrowse", "ANTGalio", "Webpositive", "Teleca", "OSS"];

    private static readonly SearchValues<string> Engines = SearchValues.Create(["Chrome/", "Safari/", "Firefox/"], StringComparison.Ordinal);

    private static readonly PhraseSet AnyWord = new(Words);
    private static readonly PhraseSet AnyProgram = new(Programs);

    private static readonly SearchValues<char> HostChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");

    public static bool IsCrawler(string userAgent)
    {
        var agent = userAgent.AsSpan(0, Math.Min(userAgent.Length, MaxAgentChars));
        foreach (var words in AnyWord.Sets)
        {
            var from = 0;
            while (agent[from..].IndexOfAny(words) is >= 0 and var found)
            {
                var at = from + found;
                if (Counts(agent, at))
                    return true;
                from = at + 1;
            }
        }

        return IsNamedAlone(agent) || HasMailbox(agent) || (!IsBrowser(agent) && AnyProgram.IsIn(agent));
    }

    private static bool Counts(ReadOnlySpan<char> agent, int at)
    {
        var rest = agent[at..];
        if (rest.StartsWith("compatible;", StringComparison.OrdinalIgnoreCase))
            return IsNamedCompatible(agent, at);
        if (rest[0] == '.')
            return IsBrowser(agent) && IsSiteName(agent, at);
        // Old web views of Windows carry the address of the component they are made of.
        if (rest[0] is ':' or '+' or 'w' or 'W')
            return rest.StartsWith("watch", StringComparison.OrdinalIgnoreCase) ? IsWatcher(rest) : !rest.StartsWith("://bsalsa", StringComparison.Ordinal);
        if (rest.StartsWith("bot", StringComparison.OrdinalIgnoreCase) && !IsBot(agent, at))
            return false;
        if (rest.StartsWith("scan", StringComparison.OrdinalIgnoreCase) && at > 0 && char.IsAsciiLetter(agent[at - 1]) && !rest.StartsWith("scanner;") && !rest.StartsWith("scanner/)"))
            return false;
        return rest.StartsWith("crawl", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("-google", StringComparison.OrdinalIgnoreCase) || !IsDeviceName(agent, at);
    }

    /// <summary>A word or a part of one that ends in <c>bot</c> or <c>bots</c>; Cubot makes phones.</summary>
    private static bool IsBot(ReadOnlySpan<char> agent, int at)
    {
        var next = agent[(at + 3)..];
        if (!next.IsEmpty && next[0] is 's' or 'S')
            next = next[1..];
        return (next.IsEmpty || !char.IsLetter(next[0])) && !(at >= 2 && agent.Slice(at - 2, 2).Equals("cu", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsWatcher(ReadOnlySpan<char> rest) =>
        rest["watch".Length..] is [var next, ..] && (next is 'e' or '/' or 'T') && !rest.StartsWith("watchOS", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>Mozilla/5.0 Name/1.0</c> and <c>Mozilla/5.0 (Name)</c>: a browser says what it runs on, in a list.</summary>
    private static bool IsNamedAlone(ReadOnlySpan<char> agent)
    {
        const string Start = "Mozilla/5.0 ";
        if (!agent.StartsWith(Start, StringComparison.OrdinalIgnoreCase) || agent.Contains(';'))
            return false;
        var rest = agent[Start.Length..].Trim();
        return rest.IndexOf('(') switch
        {
            < 0 => rest.Length > 0 && char.IsAsciiLetter(rest[0]) && !rest.ContainsAny(Engines),
            0 => rest.IndexOf(')') == rest.Length - 1 && !rest.Equals("(compatible)", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    /// <summary><c>Mozilla/5.0 (compatible; Name…</c>: browsers have stopped writing that with Internet Explorer, and all that did are known.</summary>
    private static bool IsNamedCompatible(ReadOnlySpan<char> agent, int at)
    {
        var rest = agent[(at + "compatible;".Length)..].TrimStart();
        if (!agent.StartsWith("Mozilla/5.0", StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var browser in OldBrowsers)
        {
            if (rest.StartsWith(browser, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    /// <summary>A product that is called as its site, such as <c>Checker.com/2.0</c>; what stands behind a slash is a value, such as an operator's name.</summary>
    private static bool IsSiteName(ReadOnlySpan<char> agent, int at)
    {
        var start = agent[..at].LastIndexOfAny(" ;(,/") + 1;
        var next = agent[at..].StartsWith(".com", StringComparison.OrdinalIgnoreCase) ? at + 4 : at + 3;
        return start < at && (start == 0 || agent[start - 1] != '/') && (next == agent.Length || !(char.IsAsciiLetterOrDigit(agent[next]) || agent[next] is '_' or '-' or '.')) && !IsDeviceName(agent, at);
    }

    /// <summary>Between Android's version and the end of its bracket stands the name of a device, which can be any word.</summary>
    private static bool IsDeviceName(ReadOnlySpan<char> agent, int at)
    {
        var android = agent[..at].LastIndexOf("Android", StringComparison.Ordinal);
        return android >= 0 && !agent[android..at].Contains(')');
    }

    /// <summary><c>name@host.example</c>, and the ways to write it for people only.</summary>
    private static bool HasMailbox(ReadOnlySpan<char> agent)
    {
        var at = agent.IndexOf('@');
        if (at < 0)
            at = agent.IndexOf("[at]", StringComparison.OrdinalIgnoreCase) is >= 0 and var bracket ? bracket + 3 : agent.IndexOf("(at)", StringComparison.OrdinalIgnoreCase) is >= 0 and var round ? round + 3 : -1;
        if (at <= 0)
            return false;
        var host = agent[(at + 1)..];
        var end = host.IndexOfAnyExcept(HostChars);
        host = (end < 0 ? host : host[..end]).TrimEnd('.');
        var dot = host.LastIndexOf('.');
        return dot > 0 && host.Length - dot > 2 && !host[(dot + 1)..].ContainsAnyInRange('0', '9');
    }

    private static bool IsBrowser(ReadOnlySpan<char> agent) =>
        agent.StartsWith("Mozilla/", StringComparison.OrdinalIgnoreCase) || agent.StartsWith("Opera/", StringComparison.OrdinalIgnoreCase);
}
