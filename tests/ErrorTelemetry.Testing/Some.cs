using System.Security.Cryptography;
using System.Text;
using ErrorTelemetry.Storage;
using Microsoft.Extensions.Time.Testing;

namespace ErrorTelemetry;

/// <summary>Test data: valid, recognisable, and different on every call wherever an id must be. Change what a test is about with <c>with</c>.</summary>
public static partial class Some
{
    private static long _last;

    /// <summary>The time at which tests happen unless they say otherwise.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A new valid event id.</summary>
    public static string EventId() => Unique("event");

    /// <summary>A new valid correlation id.</summary>
    public static string CorrelationId() => Unique("correlation");

    /// <summary>A new valid page id.</summary>
    public static string PageId() => Unique("page");

    /// <summary>The fingerprint that a name stands for; the same for the same name.</summary>
    public static string Fingerprint(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <summary>A new fingerprint.</summary>
    public static string Fingerprint() => Fingerprint(Unique("fingerprint"));

    /// <summary>A valid report of a browser, with every field set.</summary>
    public static ErrorReport Report(string message = "Cannot read properties of undefined (reading 'total')") => new()
    {
        EventId = EventId(),
        Message = message,
        Type = "TypeError",
        Stack = $"TypeError: {message}\n    at cartTotal (https://shop.test/assets/cart.js:12:34)\n    at https://shop.test/assets/app.js:5:6",
        Mechanism = ErrorMechanisms.OnError,
        Timestamp = Now,
        Url = "https://shop.test/cart",
        Route = "/cart",
        Release = "1.4.2",
        Environment = "production",
        UserAgent = "Mozilla/5.0 (X11; Linux x86_64)",
        SessionId = "session-1",
        CorrelationId = CorrelationId(),
        PageId = PageId(),
        ComponentStack = "CartView\nApp",
        Causes = [new ErrorCause("RangeError", "out of range", "RangeError: out of range\n    at sum (https://shop.test/assets/cart.js:3:4)")],
        Breadcrumbs = [new Breadcrumb(Now.AddSeconds(-5), "navigation", "/ -> /cart")],
        Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["tenant"] = "t1" },
    };

    /// <summary>An event of the group with this fingerprint (default: a new group), with every field set.</summary>
    public static ErrorEvent Event(string? fingerprint = null, DateTimeOffset? timestamp = null) => new()
    {
        EventId = EventId(),
        Fingerprint = fingerprint ?? Fingerprint(),
        GroupingVersion = "v1",
        Timestamp = timestamp ?? Now,
        Type = "System.InvalidOperationException",
        Message = "The cart is empty.",
        Title = "System.InvalidOperationException: The cart is empty.",
        Culprit = "Shop.Cart.Total (Cart.cs)",
        CulpritFrame = new ErrorFrame("Total", "Shop.Cart", "/src/Cart.cs", 42, null, InApp: true),
        Stack = "   at Shop.Cart.Total() in /src/Cart.cs:line 42\n   at Shop.Api.Checkout() in /src/Api.cs:line 7",
        Mechanism = ErrorMechanisms.Middleware,
        Url = "https://shop.test/checkout",
        Route = "/checkout/{id}",
        Release = "1.4.2",
        Environment = "production",
        UserAgent = "Mozilla/5.0 (X11; Linux x86_64)",
        SessionId = "session-1",
        CorrelationId = CorrelationId(),
        PageId = PageId(),
        Causes = [new ErrorCause("System.IO.IOException", "Pipe is broken.", null)],
        Breadcrumbs = [new Breadcrumb(Now.AddSeconds(-5), "navigation", "/ -> /checkout")],
        Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["tenant"] = "t1" },
        Redactions = new Dictionary<string, int>(StringComparer.Ordinal) { ["email"] = 1 },
    };

    /// <summary>A number of events of one group, all at the same time.</summary>
    public static ErrorEvent[] Events(int count, string? fingerprint = null, DateTimeOffset? timestamp = null)
    {
        fingerprint ??= Fingerprint();
        return [.. Enumerable.Range(0, count).Select(_ => Event(fingerprint, timestamp))];
    }

    /// <summary>A group of one event.</summary>
    public static ErrorGroup Group(string? fingerprint = null, DateTimeOffset? timestamp = null) => Event(fingerprint, timestamp).ToGroup();

    /// <summary>A store for tests that are about something else.</summary>
    public static IErrorStore Store(TimeProvider? timeProvider = null, ErrorStorageOptions? settings = null) =>
        new InMemoryErrorStore(settings ?? new ErrorStorageOptions(), timeProvider ?? new FakeTimeProvider(Now));

    /// <summary>A claim of 15 minutes.</summary>
    public static TriageState Filing(string owner = "runner-1", DateTimeOffset? now = null) =>
        new() { Status = TriageStatus.Filing, Claim = new TriageClaim(owner, (now ?? Now).AddMinutes(15)) };

    /// <summary>A linked issue.</summary>
    public static IssueLink Issue(int number = 7) =>
        new("owner/shop", number, $"https://github.test/owner/shop/issues/{number}", Now);

    private static string Unique(string prefix) => $"{prefix}-{Interlocked.Increment(ref _last):d8}";
}
