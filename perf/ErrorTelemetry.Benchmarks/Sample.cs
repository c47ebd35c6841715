using System.Diagnostics.CodeAnalysis;
using System.Text;
using ErrorTelemetry.Capture;
using ErrorTelemetry.Processing.Validation;

namespace ErrorTelemetry;

/// <summary>Typical errors.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 5, TimeSpan.Zero);

    private static long _last;

    /// <summary>A browser's report, 2 KiB of JSON.</summary>
    public static byte[] BrowserJson { get; } = Encoding.UTF8.GetBytes("""
        {"eventId":"8f14e45f-5b1d-4c7e-9a3f-0242ac130003","message":"Cannot read properties of undefined (reading 'total')","type":"TypeError","stack":"TypeError: Cannot read properties of undefined (reading 'total')\n    at cartTotal (https://shop.example/assets/cart-3f9a2b7c.js:12:3456)\n    at CartSummary (https://shop.example/assets/cart-3f9a2b7c.js:18:911)\n    at renderWithHooks (https://shop.example/assets/vendor-81c0d2ee.js:40:12034)\n    at updateFunctionComponent (https://shop.example/assets/vendor-81c0d2ee.js:40:20311)\n    at beginWork (https://shop.example/assets/vendor-81c0d2ee.js:40:25120)\n    at performUnitOfWork (https://shop.example/assets/vendor-81c0d2ee.js:40:60112)\n    at workLoopSync (https://shop.example/assets/vendor-81c0d2ee.js:40:60030)\n    at async loadCart (https://shop.example/assets/cart-3f9a2b7c.js:22:118)","mechanism":"onerror","handled":false,"timestamp":"2026-11-22T10:00:04Z","url":"https://shop.example/orders/1234/cart?step=2","route":"/orders/{id}/cart","release":"1.4.2","environment":"production","userAgent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36","sessionId":"d1f0c9b2a4e84f57","correlationId":"4be1f3a29c0d7e65","pageId":"4be1f3a29c0d7e65","breadcrumbs":[{"timestamp":"2026-11-22T10:00:00Z","category":"navigation","message":"/ -> /orders/1234"},{"timestamp":"2026-11-22T10:00:03Z","category":"click","message":"button.add-to-cart"},{"timestamp":"2026-11-22T10:00:04Z","category":"fetch","message":"POST /api/cart 200"}],"tags":{"tenant":"north","cartItems":"3","note":"the total was read before the cart had loaded, the total was read before the cart had loaded"}}
        """);

    public static ErrorReport Browser { get; } = ReportReader.Read(BrowserJson).Report ?? throw new InvalidOperationException("The sample is not valid.");

    /// <summary>What the worker makes of an exception with an inner one.</summary>
    public static ErrorReport Managed { get; } = ExceptionReports.Create(new CapturedError
    {
        Exception = Thrown(),
        Context = new ErrorContext { Mechanism = ErrorMechanisms.Middleware, Route = "/orders/{id}", Url = "https://shop.example/orders/1234", CorrelationId = "4be1f3a29c0d7e65" },
        Id = new ReportId("8f14e45f-5b1d-4c7e-9a3f-0242ac130004", "4be1f3a29c0d7e65"),
        Timestamp = Now,
    });

    /// <summary>The event with an id of its own.</summary>
    public static ErrorEvent WithNewId(ErrorEvent errorEvent) => errorEvent with { EventId = $"event-{Interlocked.Increment(ref _last):d12}" };

    /// <summary>The report with texts of its own: every one holds another number, and the stack other functions.</summary>
    public static ErrorReport Different(ErrorReport report, int number)
    {
        return report with
        {
            Message = Change(report.Message),
            Stack = Change(report.Stack),
            Url = Change(report.Url),
            Causes = [.. report.Causes.Select(cause => cause with { Message = Change(cause.Message), Stack = Change(cause.Stack) })],
            Breadcrumbs = [.. report.Breadcrumbs.Select(crumb => crumb with { Message = Change(crumb.Message) })],
            Tags = report.Tags.ToDictionary(tag => tag.Key, tag => Change(tag.Value), StringComparer.Ordinal),
        };

        [return: NotNullIfNotNull(nameof(text))]
        string? Change(string? text) => text?.Replace("Cart", $"Cart{number}", StringComparison.OrdinalIgnoreCase).Replace("Order", $"Order{number}", StringComparison.OrdinalIgnoreCase);
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            OrderAsync(7).GetAwaiter().GetResult();
            throw new InvalidOperationException("Unreachable.");
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }

    private static async Task OrderAsync(int id)
    {
        try
        {
            await LoadAsync([id]).ConfigureAwait(false);
        }
        catch (KeyNotFoundException exception)
        {
            throw new InvalidOperationException($"Order {id} could not be placed.", exception);
        }
    }

    private static async Task LoadAsync(List<int> ids)
    {
        await Task.Yield();
        var prices = new Dictionary<int, decimal>();
        _ = ids.Select(id => prices[id]).Sum();
    }
}
