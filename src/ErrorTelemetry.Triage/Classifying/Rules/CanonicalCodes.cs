using System.Buffers;
using System.Collections.Frozen;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>
/// Reads the codes of gRPC (https://grpc.github.io/grpc/core/md_doc_statuscodes.html) and of Firebase out of the places where their clients write them:
/// <c>StatusCode="NotFound"</c>, <c>5 NOT_FOUND: …</c>, <c>code = NotFound desc = …</c>, <c>[code=not-found]</c>, <c>(storage/object-not-found)</c>.
/// </summary>
internal static class CanonicalCodes
{
    private const int LongestCode = 48;

    private static readonly SearchValues<char> SymbolChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ_");
    private static readonly SearchValues<char> WordChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    private static readonly FrozenDictionary<string, string> Categories = new Dictionary<string, string>
    {
        ["cancelled"] = ErrorCategories.Cancelled, ["canceled"] = ErrorCategories.Cancelled, ["popupclosedbyuser"] = ErrorCategories.Cancelled, ["cancelledpopuprequest"] = ErrorCategories.Cancelled, ["usercancelled"] = ErrorCategories.Cancelled, ["redirectcancelledbyuser"] = ErrorCategories.Cancelled,
        ["deadlineexceeded"] = ErrorCategories.Timeout, ["timeout"] = ErrorCategories.Timeout, ["retrylimitexceeded"] = ErrorCategories.Timeout,
        ["notfound"] = ErrorCategories.NotFound, ["objectnotfound"] = ErrorCategories.NotFound, ["bucketnotfound"] = ErrorCategories.NotFound, ["projectnotfound"] = ErrorCategories.NotFound,
        ["permissiondenied"] = ErrorCategories.Authorization, ["unauthorized"] = ErrorCategories.Authorization, ["unauthorizeddomain"] = ErrorCategories.Authorization, ["permissionblocked"] = ErrorCategories.Authorization, ["operationnotallowed"] = ErrorCategories.Authorization, ["adminrestrictedoperation"] = ErrorCategories.Authorization,
        ["resourceexhausted"] = ErrorCategories.RateLimit, ["toomanyrequests"] = ErrorCategories.RateLimit, ["quotaexceeded"] = ErrorCategories.RateLimit,
        ["unauthenticated"] = ErrorCategories.Authentication,
        ["networkrequestfailed"] = ErrorCategories.Network, ["webnetworkrequestfailed"] = ErrorCategories.Network,
        ["unavailable"] = ErrorCategories.ExternalService, ["internal"] = ErrorCategories.ExternalService, ["internalerror"] = ErrorCategories.ExternalService, ["unknown"] = ErrorCategories.ExternalService, ["dataloss"] = ErrorCategories.ExternalService, ["unimplemented"] = ErrorCategories.ExternalService,
        ["invalidargument"] = ErrorCategories.Validation, ["outofrange"] = ErrorCategories.Validation, ["failedprecondition"] = ErrorCategories.Validation,
        ["aborted"] = ErrorCategories.Concurrency, ["alreadyexists"] = ErrorCategories.Concurrency,
        ["noapp"] = ErrorCategories.Configuration, ["duplicateapp"] = ErrorCategories.Configuration,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Before = ["StatusCode=", "code = ", "[code=", "status code "];

    private static readonly string[] Products = ["(auth/", "(app/", "(storage/", "(firestore/", "(functions/", "(messaging/", "(database/", "(remote-config/", "(installations/", "(analytics/", "(performance/", "(app-check/", "(appCheck/"];

    private static readonly string[] Connecting = ["connect", "subchannel", "socket", "DNS", "name resol", "reset", "refused", "unreachable"];

    /// <summary>The category that the code means, or <see langword="null"/> where the message has none.</summary>
    public static string? CategoryOf(string message)
    {
        var code = Code(message, out var isAuth);
        if (code.IsEmpty)
            return null;
        var category = Categories.GetValueOrDefault(Plain(code), isAuth ? ErrorCategories.Authentication : string.Empty);
        // gRPC says unavailable of a server that answers so, and of one that cannot be reached.
        return category == ErrorCategories.ExternalService && Connecting.Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase)) ? ErrorCategories.Network
            : category.Length == 0 ? null : category;
    }

    private static ReadOnlySpan<char> Code(string message, out bool isAuth)
    {
        isAuth = false;
        var text = message.AsSpan();
        foreach (var product in Products)
        {
            var at = text.LastIndexOf(product, StringComparison.Ordinal);
            if (at < 0)
                continue;
            isAuth = product == "(auth/";
            return Word(text[(at + product.Length)..]);
        }

        foreach (var before in Before)
        {
            var at = text.IndexOf(before, StringComparison.Ordinal);
            if (at >= 0 && Word(text[(at + before.Length)..].TrimStart("\"'")) is { IsEmpty: false } word && !char.IsAsciiDigit(word[0]))
                return word;
        }

        // "5 NOT_FOUND: …" of grpc-js, "RESOURCE_EXHAUSTED: …" of Java and of Google's own services.
        var start = text.TrimStart("0123456789 ");
        var end = start.IndexOf(':');
        // Without a number, "UNKNOWN: unknown error, open" is Node's, of a file.
        var isCode = end is > 4 and < LongestCode && start[..end].IndexOfAnyExcept(SymbolChars) < 0 && (start.Length < text.Length || !start.StartsWith("UNKNOWN:", StringComparison.Ordinal));
        return isCode ? start[..end] : default;
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(WordChars);
        return end < 0 ? text : text[..end];
    }

    private static string Plain(ReadOnlySpan<char> code) =>
        code.Length > LongestCode ? string.Empty : code.ToString().Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
