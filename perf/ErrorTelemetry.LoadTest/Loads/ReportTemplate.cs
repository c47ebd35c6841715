using System.Globalization;
using System.Text;

namespace ErrorTelemetry.Loads;

/// <summary>The HTTP request of one browser report of 2 KiB, with marks where the load script puts the event's id and the failing function.</summary>
internal static class ReportTemplate
{
    private const int BodyBytes = 2048;

    private static int _runs;

    /// <summary>Writes the template for one run, whose ids no other run uses.</summary>
    /// <returns>The file.</returns>
    public static string Write(string folder, Uri url)
    {
        var run = Interlocked.Increment(ref _runs);
        var body = Body(run);
        var text = $"POST /api/telemetry/error HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: application/json\r\nOrigin: {url.GetLeftPart(UriPartial.Authority)}\r\n"
            + $"Sec-Fetch-Site: same-origin\r\nUser-Agent: {UserAgent}\r\nContent-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n{body}";
        var file = Path.Combine(folder, $"report-{run}.http");
        File.WriteAllText(file, text, Encoding.ASCII);
        return file;
    }

    private const string UserAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    private static string Body(int run)
    {
        var start = $$"""
            {"eventId":"@@@@@@@@-5b1d-4c7e-9a3f-{{run:x12}}","message":"Cannot read properties of undefined (reading 'total')","type":"TypeError","stack":"TypeError: Cannot read properties of undefined (reading 'total')\n    at $$$$$$ (https://shop.example/assets/cart-3f9a2b7c.js:12:3456)\n    at CartSummary (https://shop.example/assets/cart-3f9a2b7c.js:18:911)\n    at renderWithHooks (https://shop.example/assets/vendor-81c0d2ee.js:40:12034)\n    at updateFunctionComponent (https://shop.example/assets/vendor-81c0d2ee.js:40:20311)\n    at beginWork (https://shop.example/assets/vendor-81c0d2ee.js:40:25120)\n    at performUnitOfWork (https://shop.example/assets/vendor-81c0d2ee.js:40:60112)\n    at workLoopSync (https://shop.example/assets/vendor-81c0d2ee.js:40:60030)\n    at async loadCart (https://shop.example/assets/cart-3f9a2b7c.js:22:118)","mechanism":"onerror","handled":false,"url":"https://shop.example/orders/1234/cart?step=2","route":"/orders/{id}/cart","release":"1.4.2","environment":"production","userAgent":"{{UserAgent}}","sessionId":"d1f0c9b2a4e84f57","correlationId":"4be1f3a29c0d7e65","pageId":"4be1f3a29c0d7e65","breadcrumbs":[{"timestamp":"2026-11-22T10:00:00Z","category":"navigation","message":"/ -> /orders/1234"},{"timestamp":"2026-11-22T10:00:03Z","category":"click","message":"button.add-to-cart"},{"timestamp":"2026-11-22T10:00:04Z","category":"fetch","message":"POST /api/cart 200"}],"tags":{"tenant":"north","cartItems":"3","note":"
            """;
        const string End = "\"}}";
        // Words up to the size: a note of one repeated letter would be an easy text for everyone.
        var note = string.Concat(Enumerable.Repeat("the total was read before the cart had loaded, ", 20));
        return start + note[..(BodyBytes - start.Length - End.Length)] + End;
    }
}
