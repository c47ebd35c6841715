using System.Text.RegularExpressions;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>
/// The values that have a grammar, each anchored at the start of the rest of a message and bounded, so that a try costs the same on any text.
/// <see cref="ValueScanner"/> says in what order they are tried, and on which first characters.
/// </summary>
internal static partial class ValuePatterns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Month = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}";
    private const string Day = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}";
    private const string Clock = @"([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)?";
    private const string Zone = @"(Z(\d\d:\d\d)?| ?UTC| ?GMT| ?[+-]\d\d:?\d\d( [A-Z]{3,4})?| [A-Z]{3,4})";
    private const string End = @"(?![\w])";

    /// <summary>The end of a number: in <c>node_17_cache</c> the <c>_</c> parts words, as <c>-</c> does.</summary>
    private const string NumberEnd = @"(?![^\W_])";
    private const string Units = "ms|milliseconds?|msecs?|µs|us|ns|nanoseconds?|microseconds?|secs?|seconds?|mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?";

    // ISO 8601 (weeks too) and RFC 3339, with / between the parts too, and the compressed form before a time.
    [GeneratedRegex(@"^([12]\d{3}-W[0-5]\d(-[1-7])?|[12]\d{3}-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01])|[12]\d{3}/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])|[12]\d{3}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[ T]\d\d:?\d\d))([T ](" + Clock + @"|\d{6})" + Zone + "?)?" + End, Options)]
    public static partial Regex IsoDate();

    [GeneratedRegex(@"^\d{4}[年년] ?\d{1,2}[月월] ?\d{1,2}[日일]", Options)]
    public static partial Regex EastAsianDate();

    // 31.12.2026, 12/31/2026 11:59:59 PM.
    [GeneratedRegex(@"^(\d{1,2}/\d{1,2}/(\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4})(,? " + Clock + "( ?[AaPp][Mm])?" + Zone + "?)?" + End, Options)]
    public static partial Regex LocalDate();

    // Mon, 02 Jan 2006 15:04:05 GMT; Monday, 02-Jan-06 15:04:05 MST; Mon Jan 02 2006 14:04:05 GMT-0800 (Pacific Standard Time);
    // Mon Jan  2 15:04:05 MST 2006 of C and Java; Jan 2 15:04:05 of syslog.
    [GeneratedRegex("^(" + Day + ",? )?(" + Month + @" {1,2}\d{1,2} \d\d:\d\d:\d\d([.,]\d{1,9})?( [A-Z]{3,4})?( [12]\d{3})?|(\d{1,2}[ /-]" + Month + @"([ /-]\d{4}|[ -]\d{2})|" + Month + @" \d{1,2},? \d{4})((,? |:)" + Clock + "( ?[AaPp][Mm])?( GMT[+-]\\d{4}( \\([A-Za-z ]{1,40}\\))?|" + Zone + ")?)?)" + End, Options)]
    public static partial Regex WordDate();

    [GeneratedRegex("^(" + Clock + @"( ?[AaPp][Mm])?|(0?[1-9]|1[0-2]) ?[AaPp][Mm])" + @"(?![\w]|:\d)", Options)]
    public static partial Regex Time();

    // 00:00:30.0000000 and 1.02:03:04 are .NET's TimeSpan; 1h2m3.5s is Go's; PT1M30S is ISO 8601's.
    [GeneratedRegex(@"^(-?\d{1,7}\.\d\d:\d\d:\d\d(\.\d{1,7})?|-?\d{1,2}:\d\d:\d\d\.\d{7}|-?(\d{1,9}(h|min|m)){1,2}(\d{1,9}(\.\d{1,9})?s)?|-?(\d{1,3}(,\d{3}){1,4}|\d{1,15})(\.\d{1,9})?( ?(" + Units + ")|[smhd]))" + End, Options | RegexOptions.IgnoreCase)]
    public static partial Regex Duration();

    [GeneratedRegex(@"^-?P(\d{1,6}[YMWD]){0,4}(T(\d{1,9}[HM]){0,2}(\d{1,9}([.,]\d{1,9})?S)?)?(?<=\d[A-Z])" + End, Options)]
    public static partial Regex IsoDuration();

    [GeneratedRegex(@"^-?(\d{1,3}(,\d{3}){1,4}|\d{1,15})([.,]\d{1,9})? ?([KMGTP]i?B|[KMGT]i?bytes?|bytes?|B)" + End, Options | RegexOptions.IgnoreCase)]
    public static partial Regex Size();

    [GeneratedRegex(@"^((25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(25[0-5]|2[0-4]\d|1?\d?\d)(/\d{1,2})?(?![\w]|\.\d)", Options)]
    public static partial Regex Ip4();

    // Either all eight groups, or a double colon; what looks like "Bee::buzz()" goes on with a letter or a bracket.
    [GeneratedRegex(@"^(::([fF]{4}:)?(\d{1,3}\.){3}\d{1,3}|([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,6}(:[0-9a-fA-F]{1,4}){1,6}|([0-9a-fA-F]{1,4}:){1,7}:|::([0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4}){0,6})?)(%\w{1,12})?(/\d{1,3})?(?![\w:(])", Options)]
    public static partial Regex Ip6();

    [GeneratedRegex("^([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}" + @"(?![\w:-])", Options)]
    public static partial Regex Mac();

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,24}" + @"(?![\w@])", Options)]
    public static partial Regex Email();

    // Two letters end a host only behind a longer word: e.de is a minified member. What "is not a function" is a member too.
    // Windows names machines in capitals: WEB-PROD-3.corp.example.com; no type's name has a dash.
    [GeneratedRegex(@"^([A-Za-z0-9]{1,30}(-[A-Za-z0-9]{1,30}){1,5}\.)?([a-z0-9](?:[a-z0-9-]{0,62})\.){1,8}((com|net|org|io|edu|gov|mil|dev|cloud|local|internal|lan|localdomain|corp|online|shop|site|tech|xyz|biz|app)(\.(ar|au|br|cn|hk|in|mx|my|sg|tr|tw|ua|vn|za))?|(ac|co)\.(il|in|jp|kr|nz|th|uk|za)|(?<=[a-z0-9-]{4}\.)(ac|co|ne|or|go|gov|edu)\.[a-z]{2}|(?<=[a-z0-9-]{5}\.)(at|au|be|br|ca|ch|cn|cz|de|dk|es|eu|fi|fr|hk|hu|ie|il|jp|kr|mx|nl|no|nz|pl|pt|ro|ru|se|sg|tr|tw|ua|uk|us|za))(?::\d{1,5})?(?![\w(]|\.\w| is (not (a (function|constructor)|an object|iterable|defined)|undefined|null))", Options)]
    public static partial Regex Host();

    [GeneratedRegex(@"^v?\d{1,9}\.\d{1,9}\.\d{1,9}(\.\d{1,9})?([-+][0-9A-Za-z-]{1,40}(\.[0-9A-Za-z-]{1,40}){0,6})?" + End, Options)]
    public static partial Regex Version();

    [GeneratedRegex(@"^[+-]?\d{1,30}([.,]\d{1,30}(?![.,]?\d))?([eE][+-]?\d{1,4})?" + NumberEnd, Options)]
    public static partial Regex Number();

    // 1,234,567 and 1920x1080.
    [GeneratedRegex(@"^([+-]?\d{1,3}([,_’']\d{3}){1,10}(\.\d{1,30})?(?![\w]|[,.]\d)|\d{1,6}[x×]\d{1,6}([x×]\d{1,6})?(?![\w]))", Options)]
    public static partial Regex GroupedNumber();

    // Letters and digits with a sign that no name has, or padded; how random it is, the caller says.
    [GeneratedRegex(@"^[A-Za-z0-9+/]{16,1024}={0,2}(?![\w+/=])", Options)]
    public static partial Regex Base64();

    [GeneratedRegex(@"^0[xX][0-9a-fA-F]{1,256}" + End, Options)]
    public static partial Regex PrefixedHex();
}
