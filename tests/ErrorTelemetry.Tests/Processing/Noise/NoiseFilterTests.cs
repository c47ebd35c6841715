namespace ErrorTelemetry.Processing.Noise;

public class NoiseFilterTests
{
    private const string AppStack = "TypeError: x\n    at cart (https://shop.example/app.js:1:2)";
    private const string ExtensionStack = "TypeError: x\n    at inject (chrome-extension://abcdefghijklmnop/content.js:1:2)\n    at cart (https://shop.example/app.js:1:2)";
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15";

    /// <summary>Rule, message, type, stack, mechanism, user agent.</summary>
    public static TheoryData<string, string, string?, string?, string, string?> Noise => new()
    {
        { "extensions/frame", "x is not a function", "TypeError", ExtensionStack, "onerror", null },
        { "extensions/frame", "x", "TypeError", "inject@moz-extension://1b2c/content.js:1:2\ncart@https://shop.example/app.js:1:2", "onerror", null },
        { "extensions/frame", "x", "TypeError", "@safari-web-extension://1b2c/content.js:1:2", "onerror", null },
        { "extensions/context-gone", "Uncaught Error: Extension context invalidated.", "Error", null, "onerror", null },
        { "extensions/message-port", "Could not establish connection. Receiving end does not exist.", "Error", null, "unhandledrejection", null },
        { "extensions/wallet", "Cannot redefine property: ethereum", "TypeError", null, "onerror", null },
        { "extensions/wallet", "Cannot redefine property: StacksProvider", "TypeError", null, "onerror", null },
        { "extensions/wallet", "'set' on proxy: trap returned falsish for property 'tronlinkParams'", "TypeError", null, "onerror", null },
        { "extensions/wallet", "undefined is not an object (evaluating 'window.ethereum.selectedAddress = undefined')", "TypeError", "global code@https://shop.example/cart:1:27", "onerror", Phone },
        { "extensions/message-port", "Promised response from onMessage listener went out of scope", "Error", null, "unhandledrejection", null },
        { "extensions/message-port", "No tab with id: 42.", "Error", null, "unhandledrejection", null },
        { "extensions/injected", "jigsaw is not defined", "ReferenceError", null, "onerror", null },
        { "extensions/injected", "vv().getRestrictions is not a function", "TypeError", null, "onerror", null },
        { "extensions/injected", "conduitPage is not defined", "ReferenceError", null, "onerror", null },
        { "extensions/injected", "can't access dead object", "TypeError", null, "onerror", null },
        { "in-app-webviews/apple", "Can't find variable: logMutedMessage", "ReferenceError", null, "onerror", Phone },
        { "in-app-webviews/apple", "Identifier 'originalPrompt' has already been declared", "SyntaxError", null, "onerror", Phone },
        { "extensions/frame", "x", "TypeError", "inject@user-script:2:15:3\ncart@https://shop.example/app.js:1:2", "onerror", Phone },
        { "cross-origin/script-error", "Javascript error: Script error. on line 0", null, null, "onerror", null },
        { "cross-origin/script-error", "Skriptfehler.", null, null, "onerror", null },
        { "crawlers/link-scanner", "Non-Error promise rejection captured with value: Object Not Found Matching Id:3, MethodName:update, ParamCount:4", null, null, "unhandledrejection", null },
        { "in-app-webviews/apple", "Can't find variable: LIDNotifyId", "ReferenceError", null, "onerror", Phone },
        { "in-app-webviews/android", "Error invoking post: Method not found", "Error", null, "onerror", null },
        { "cross-origin/script-error", "Script error.", null, null, "onerror", null },
        { "resize-observer/loop", "ResizeObserver loop limit exceeded", null, null, "onerror", null },
        { "resize-observer/loop", "ResizeObserver loop completed with undelivered notifications.", "Error", AppStack, "onerror", null },
        { "extensions/frame", "x", "TypeError", "TypeError: x\n    at Array.map (<anonymous>)\n    at run (blob:chrome-extension://abcdefghijklmnop/4f2a:1:2)", "onerror", null },
        { "extensions/frame", "x", "TypeError", "TypeError: x\n    at check (https://gc.kis.v2.scr.kaspersky-labs.com/1B74BD89/main.js:1:2)", "onerror", null },
        { "in-app-webviews/meta", "Can't find variable: _AutofillCallbackHandler", "ReferenceError", null, "onerror", Phone },
        { "in-app-webviews/meta", "Can't find variable: _AutofillCallbackHandler", "ReferenceError", "global code@https://shop.example/cart:1:27", "onerror", Phone },
        { "in-app-webviews/apple", "undefined is not an object (evaluating 'window.webkit.messageHandlers.pageInfo.postMessage')", "TypeError", "sendPage@https://shop.example/cart:3:9", "onerror", Phone },
        { "in-app-webviews/apple", "Can't find variable: __gCrWeb", "ReferenceError", null, "onerror", Phone },
        { "in-app-webviews/android", "Error invoking postMessage: Java object is gone", "Error", null, "onerror", null },
        { "crawlers/user-agent", "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
        { "aborted/abort-error", "The user aborted a request.", "AbortError", AppStack, "unhandledrejection", null },
        { "crawlers/user-agent", "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Linux; Android 12; Pixel 6) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36 (compatible; ShelfBot/2.1)" },
        { "crawlers/user-agent", "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (compatible; Shelfwise/2.1)" },
        { "crawlers/user-agent", "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 shelf-crawler" },
        { "crawlers/user-agent", "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko; Shelf) Chrome/120.0.0.0 Safari/537.36" },
        { "crawlers/user-agent", "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/120.0 (+https://shelf.example/about)" },
        { "crawlers/user-agent", "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/120.0 (robots at shelf, robots@shelf.example)" },
        { "crawlers/user-agent", "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/120.0 Shelfwise.com/1.0" },
        { "crawlers/user-agent", "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 Shelfwise/2.1" },
        { "crawlers/user-agent", "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Shelf availability agent)" },
        { "crawlers/user-agent", "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Windows NT 6.1; WOW64; Neustar WPM) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/48.0.2564.82 Safari/537.36" },
        { "aborted/abort-error", "signal is aborted without reason", "AbortError", null, "unhandledrejection", null },
        { "aborted/abort-error", "Uncaught (in promise) AbortError: The lock request is aborted", null, null, "unhandledrejection", null },
        { "aborted/media-play", "The play() request was interrupted by a call to pause().", "AbortError2", null, "unhandledrejection", null },
        { "aborted/request-aborted", "The operation was canceled: HttpContext.RequestAborted.", "System.OperationCanceledException", null, "middleware", null },
        { "aborted/connection-reset", "The client has disconnected", "Microsoft.AspNetCore.Connections.ConnectionResetException", null, "middleware", null },
        { "aborted/navigation", "Transition was skipped", "DOMException", null, "unhandledrejection", null },
        { "aborted/blazor-navigation", "Exception of type 'Microsoft.AspNetCore.Components.NavigationException' was thrown.", "Microsoft.AspNetCore.Components.NavigationException", null, "middleware", null },
        { "blazor-disconnects/js-disconnected", "JavaScript interop calls cannot be issued at this time. This is because the circuit has disconnected and is being disposed.", "Microsoft.JSInterop.JSDisconnectedException", null, "circuit", null },
        { "blazor-disconnects/not-connected", "Cannot send data if the connection is not in the 'Connected' State.", "Error", "Error: x\n    at e.send (https://shop.example/_framework/blazor.web.js:1:2)", "unhandledrejection", null },
        { "blazor-disconnects/circuit-gone", "No interop methods are registered for renderer 1", "Error", null, "onerror", null },
        { "blazor-disconnects/runtime-dead", "Assert failed: .NET runtime already exited with 1", "Error", null, "unhandledrejection", null },
    };

    /// <summary>The siblings: message, type, stack, mechanism, user agent of reports that must stay.</summary>
    public static TheoryData<string, string?, string?, string, string?> Survivors => new()
    {
        { "x is not a function", "TypeError", AppStack, "onerror", null },
        { "x", "TypeError", "TypeError: x\n    at cart (https://shop.example/app.js:1:2)\n    at wrap (chrome-extension://abcdefghijklmnop/content.js:1:2)", "onerror", null },
        { "x", "TypeError", "@webkit-masked-url://hidden/:1:2", "onerror", null },
        { "x", "TypeError", "cart@https://shop.example/?from=chrome-extension://abc:1:2", "onerror", null },
        { "Cannot redefine property: ethereum", "TypeError", AppStack, "onerror", null },
        { "Script error.", "Error", AppStack, "onerror", null },
        { "Cannot redefine property: StacksProvider", "TypeError", AppStack, "onerror", null },
        { "Cannot redefine property: total", "TypeError", null, "onerror", null },
        { "Please install MetaMask to continue", "Error", null, "onerror", null },
        { "'set' on proxy: trap returned falsish for property 'total'", "TypeError", null, "onerror", null },
        { "No tab with id 42 in the dialog", "Error", AppStack, "onerror", null },
        { "jigsaw is not defined in puzzle 7", "Error", null, "onerror", null },
        { "puzzle.jigsaw is not defined", "ReferenceError", AppStack, "onerror", null },
        { "x", "TypeError", "cart@https://shop.example/app.js:1:2\ninject@user-script:2:15:3", "onerror", Phone },
        { "conduitPage is not defined", "ReferenceError", AppStack, "onerror", null },
        { "undefined is not an object (evaluating 'a.L.total')", "TypeError", null, "onerror", Phone },
        { "Erreur de script dans la règle 7", "Error", null, "onerror", null },
        { "Object Not Found Matching Id:3, MethodName:update, ParamCount:4", "Error", AppStack, "onerror", null },
        { "Object Not Found Matching Id:3", "Error", null, "onerror", null },
        { "Can't find variable: LIDNotifyId", "ReferenceError", AppStack, "onerror", Phone },
        { "Script error while loading report", "Error", null, "onerror", null },
        { "Script error.", null, null, "manual", null },
        { "ResizeObserver is not defined", "ReferenceError", AppStack, "onerror", null },
        { "Can't find variable: cart", "ReferenceError", null, "onerror", Phone },
        { "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36" },
        { "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Linux; Android 9; CUBOT_X18) AppleWebKit/537.36" },
        { "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0.0.0" },
        { "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Linux; Android 7.0; M bot 51) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/81.0.4044.138 Mobile Safari/537.36" },
        { "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Linux; Android 13; Spider 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36" },
        { "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/111.0.0.0 Mobile Safari/537.36 (Ecosia android@111.0.5563.116)" },
        { "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBCR/Vodafone.com;FBLC/de_DE]" },
        { "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; Trident/6.0)" },
        { "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15" },
        { "x", "TypeError", AppStack, "onerror", "Mozilla/5.0 (Mobile; rv:48.0) Gecko/48.0 Firefox/48.0" },
        { "x", "TypeError", AppStack, "onerror", "curl/8.5.0" },
        { "x", "TypeError", AppStack, "manual", "okhttp/4.12.0" },
        { "x", "TypeError", AppStack, "manual", "ShopApp/3.1 (iOS 17.1; iPhone14,2)" },
        { "Object reference not set", "System.NullReferenceException", null, "middleware", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
        { "Can't find variable: _AutofillCallbackHandler", "ReferenceError", AppStack, "onerror", Phone },
        { "Cannot send a value: _x is null", "AbortError: x", null, "middleware", null },
        { "The transaction was aborted, so the request cannot be fulfilled.", "AbortError", null, "unhandledrejection", null },
        { "Registration failed - push service error", "AbortError", null, "unhandledrejection", null },
        { "A task was canceled.", "System.Threading.Tasks.TaskCanceledException", null, "middleware", null },
        { "The request was canceled due to the configured HttpClient.Timeout of 100 seconds elapsing.", "System.Threading.Tasks.TaskCanceledException", null, "middleware", null },
        { "signal timed out", "TimeoutError", null, "unhandledrejection", null },
        { "Connection reset by peer", "System.IO.IOException", null, "middleware", null },
        { "Route not found", "Shop.NavigationException", null, "middleware", null },
        { "JavaScript interop calls cannot be issued at this time. This is because the component is being statically rendered.", "System.InvalidOperationException", null, "renderer", null },
        { "Cannot send data if the connection is not in the 'Connected' State.", "Error", "Error: x\n    at send (https://shop.example/chat.js:1:2)", "unhandledrejection", null },
        { "Loading chunk 42 failed.", "ChunkLoadError", AppStack, "unhandledrejection", null },
        { "Failed to fetch dynamically imported module: https://shop.example/assets/Cart-4f2a9c1b.js", "TypeError", null, "unhandledrejection", null },
        { "Failed to find a valid digest in the 'integrity' attribute", "Error", null, "resource", null },
        { "Failed to fetch", "TypeError", AppStack, "unhandledrejection", null },
        { "Extension method not found", "System.MissingMethodException", "at Shop.Cart.Total() in Cart.cs:line 1", "middleware", null },
    };

    [Theory]
    [MemberData(nameof(Noise))]
    public void Match_KnownNoise_NamesTheRule(string rule, string message, string? type, string? stack, string mechanism, string? userAgent) =>
        Assert.Equal(rule, new NoiseFilter(new NoiseOptions()).Match(Report(message, type, stack, mechanism, userAgent)));

    [Theory]
    [MemberData(nameof(Noise))]
    public void Match_PackSwitchedOff_KeepsTheReport(string rule, string message, string? type, string? stack, string mechanism, string? userAgent)
    {
        var options = new NoiseOptions();
        options.DisabledPacks.Add(rule[..rule.IndexOf('/', StringComparison.Ordinal)]);
        Assert.NotEqual(rule, new NoiseFilter(options).Match(Report(message, type, stack, mechanism, userAgent)));
    }

    [Theory]
    [MemberData(nameof(Survivors))]
    public void Match_Sibling_IsKept(string message, string? type, string? stack, string mechanism, string? userAgent) =>
        Assert.Null(new NoiseFilter(new NoiseOptions()).Match(Report(message, type, stack, mechanism, userAgent)));

    [Fact]
    public void Match_HeadlessBrowser_IsDroppedOnlyOnRequest()
    {
        var report = Report("x", "TypeError", AppStack, "onerror", "Mozilla/5.0 HeadlessChrome/120.0.0.0");
        var options = new NoiseOptions();
        options.EnabledPacks.Add("headless-browsers");
        Assert.Null(new NoiseFilter(new NoiseOptions()).Match(report));
        Assert.Equal("headless-browsers/user-agent", new NoiseFilter(options).Match(report));
    }

    [Fact]
    public void Packs_EveryRule_HasACaseAndItsPacksPrefix()
    {
        var tested = Noise.Select(row => row.Data.Item1).Append("headless-browsers/user-agent").ToHashSet(StringComparer.Ordinal);
        Assert.All(NoisePacks.All, pack => Assert.All(pack.Rules, rule =>
        {
            Assert.StartsWith(pack.Id + "/", rule.Id, StringComparison.Ordinal);
            Assert.Contains(rule.Id, tested);
        }));
    }

    [Fact]
    public void Validate_UnknownPacks_AreAllNamed()
    {
        var options = new NoiseOptions();
        options.DisabledPacks.Add("nope");
        options.EnabledPacks.Add("neither");
        var result = new NoiseOptionsValidator().Validate(null, options);
        Assert.Contains("nope", result.FailureMessage, StringComparison.Ordinal);
        Assert.Contains("neither", result.FailureMessage, StringComparison.Ordinal);
    }

    private static ErrorReport Report(string message, string? type, string? stack, string mechanism, string? userAgent) =>
        new() { EventId = "12345678", Message = message, Type = type, Stack = stack, Mechanism = mechanism, UserAgent = userAgent };
}
