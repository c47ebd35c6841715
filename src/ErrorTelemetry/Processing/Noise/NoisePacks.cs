namespace ErrorTelemetry.Processing.Noise;

/// <summary>All packs. A rule that could drop a real error of the app does not belong here: where the report cannot tell, the report stays.</summary>
internal static class NoisePacks
{
    /// <summary>The one rule whose noise the app can turn into errors worth having.</summary>
    public const string ScriptErrorRule = "cross-origin/script-error";

    private static readonly string[] ExtensionSchemes =
        ["chrome-extension://", "moz-extension://", "safari-extension://", "safari-web-extension://", "ms-browser-extension://", "edge-extension://", "opera-extension://", "chrome://", "resource://"];

    private static readonly string[] CrawlerAgents =
        ["Googlebot", "Google-InspectionTool", "Storebot-Google", "AdsBot-Google", "Mediapartners-Google", "APIs-Google", "GoogleOther", "bingbot", "BingPreview", "adidxbot", "msnbot", "Slurp", "DuckDuckBot", "DuckDuckGo-Favicons-Bot", "Baiduspider",
         "YandexBot", "YandexImages", "YandexMobileBot", "YandexRenderResourcesBot", "Sogou web spider", "Exabot", "facebookexternalhit", "facebot", "meta-externalagent", "Twitterbot", "LinkedInBot", "Slackbot", "Slack-ImgProxy", "TelegramBot", "WhatsApp/", "Discordbot",
         "Pinterestbot", "redditbot", "Applebot", "AhrefsBot", "SemrushBot", "MJ12bot", "DotBot", "PetalBot", "SeznamBot", "Bytespider", "GPTBot", "OAI-SearchBot", "ChatGPT-User", "ClaudeBot", "PerplexityBot", "CCBot", "Amazonbot", "archive.org_bot",
         "ia_archiver", "UptimeRobot", "Pingdom", "StatusCake", "Site24x7", "Screaming Frog", "DataForSeoBot", "BLEXBot", "rogerbot", "Qwantify", "naver.me/spd", "Yeti/", "coccocbot", "Google Page Speed Insights", "Chrome-Lighthouse", "GTmetrix", "Prerender (", "SiteAuditBot"];

    private static readonly string[] HeadlessAgents = ["HeadlessChrome", "PhantomJS", "SlimerJS", "jsdom/", "puppeteer", "Playwright"];

    public static readonly NoisePack[] All =
    [
        new("extensions", 1, true, "Errors whose crashing frame lies in a browser extension. Extensions further down, and Safari's `webkit-masked-url`, which may be the page's own, are kept.",
        [
            new("extensions/frame", "The crashing frame's address has an extension's scheme", f => HasExtension(f.CrashFrame)),
            new("extensions/context-gone", "An extension was updated or removed under a page", f => f.MessageHas("Extension context invalidated")),
            new("extensions/message-port", "An extension's message had no receiver", f => !HasAppFrame(f) && (f.MessageHas("Could not establish connection. Receiving end does not exist") || f.MessageHas("The message port closed before a response was received") || f.MessageHas("A listener indicated an asynchronous response by returning true, but the message channel closed"))),
            new("extensions/wallet", "A wallet extension defines what is defined already", f => !HasAppFrame(f) && (f.MessageHas("Cannot redefine property: ethereum") || f.MessageHas("Cannot set property ethereum of"))),
        ]),
        new("cross-origin", 1, true, "`Script error.` of a script from another origin without CORS: no message, no stack, no place.",
        [
            new(ScriptErrorRule, "The browser hides everything", f => !f.HasStack && f.MessageIs("Script error") && f.Report.Causes.Count == 0 && f.Mechanism(ErrorMechanisms.OnError)),
        ]),
        new("resize-observer", 1, true, "The browser's own note that a ResizeObserver needed another frame.",
        [
            new("resize-observer/loop", "Exactly the browser's text", f => f.MessageIs("ResizeObserver loop limit exceeded", "ResizeObserver loop completed with undelivered notifications")),
        ]),
        new("in-app-webviews", 1, true, "Scripts that apps inject into pages shown inside them.",
        [
            new("in-app-webviews/instagram", "Instagram's and Facebook's injected scripts", f => !HasAppFrame(f) && (f.MessageHas("_AutofillCallbackHandler") || f.MessageHas("Can't find variable: _AutofillCallbackHandler") || f.MessageHas("instantSearchSDKJSBridgeClearHighlight") || f.MessageHas("Java exception was raised during method invocation") || f.MessageHas("enableDidUserTypeOnKeyboardLogging") || f.MessageHas("enableButtonsClickedMetaDataLogging"))),
            new("in-app-webviews/apple", "Injected by iOS apps and readers", f => !HasAppFrame(f) && (f.MessageIs("Can't find variable: gmo", "Can't find variable: __gCrWeb", "Can't find variable: __firefox__", "Can't find variable: DarkReader", "undefined is not an object (evaluating 'window.webkit.messageHandlers')") || f.MessageHas("__gCrWeb.") || f.MessageHas("__firefox__.") || f.MessageHas("window.webkit.messageHandlers.selectedDebugDataHandler"))),
            new("in-app-webviews/android", "Injected by Android browsers and apps", f => !HasAppFrame(f) && (f.MessageHas("vid_mate_check") || f.MessageHas("Error invoking postMessage: Java object is gone") || f.MessageHas("MyAppGetLinkHREFAtPoint") || f.MessageHas("ucapi is not defined") || f.MessageHas("zaloJSV2") || f.MessageHas("miuiSearch") || f.MessageHas("twttr is not defined") && f.UserAgent.Contains("; wv)", StringComparison.Ordinal))),
        ]),
        new("crawlers", 1, true, "Reports of search engines, link previews and uptime checks, known by their user agent.",
        [
            new("crawlers/user-agent", "The user agent names a known crawler", f => HasAny(f.UserAgent, CrawlerAgents)),
        ]),
        new("headless-browsers", 1, false, "Reports of headless browsers. Off by default: end-to-end tests and rendering services run them on purpose.",
        [
            new("headless-browsers/user-agent", "The user agent names a headless browser", f => HasAny(f.UserAgent, HeadlessAgents)),
        ]),
        new("aborted", 1, true, "Requests and waits that were given up on purpose, as far as the report says so.",
        [
            new("aborted/abort-error", "`AbortError` of a signal or a media element", f => !IsAbortedStorage(f) && (f.IsType("AbortError") || f.MessageIs("AbortError", "The user aborted a request", "signal is aborted without reason", "The operation was aborted", "Fetch is aborted", "BodyStreamBuffer was aborted") || f.Message.StartsWith("AbortError: ", StringComparison.Ordinal))),
            new("aborted/media-play", "`play()` was interrupted by `pause()` or a new source", f => f.Message.StartsWith("The play() request was interrupted", StringComparison.Ordinal)),
            new("aborted/request-aborted", "`OperationCanceledException` of a request that the client has left", f => (f.IsType("OperationCanceledException") || f.IsType("TaskCanceledException")) && (f.MessageHas("RequestAborted") || f.MessageHas("The request was aborted") || f.MessageHas("The client has disconnected") || HasTag(f, "http.request.aborted", "true"))),
            new("aborted/connection-reset", "The client closed its connection while the server read or wrote", f => f.IsType("ConnectionResetException") || (f.IsType("ConnectionAbortedException")) || f.MessageIs("The client has disconnected", "The client reset the request stream")),
            new("aborted/navigation", "A navigation or view transition was overtaken by the next one", f => f.MessageIs("Transition was skipped", "Navigation cancelled", "Old view transition aborted by new view transition", "Skipped ViewTransition due to another transition starting", "Transition was aborted because of invalid state") || f.Type is "Microsoft.AspNetCore.Components.NavigationException"),
        ]),
        new("blazor-disconnects", 1, true, "What follows when a circuit or the WebAssembly runtime is gone; the cause is reported by itself.",
        [
            new("blazor-disconnects/js-disconnected", "JavaScript was called after the circuit had disconnected", f => f.IsType("JSDisconnectedException") || f.MessageHas("JavaScript interop calls cannot be issued at this time. This is because the circuit has disconnected and is being disposed")),
            new("blazor-disconnects/not-connected", "A send over a closed SignalR connection", f => IsBlazorScript(f) && (f.MessageHas("Cannot send data if the connection is not in the 'Connected' State") || f.MessageIs("Invocation canceled due to the underlying connection being closed"))),
            new("blazor-disconnects/circuit-gone", "A call into a circuit that the server no longer has", f => IsBlazorScript(f) && (f.MessageHas("No interop methods are registered for renderer") || f.MessageHas("Circuit has been shut down due to error"))),
            new("blazor-disconnects/runtime-dead", "A call after the WebAssembly runtime had ended", f => f.MessageHas(".NET runtime already exited with") || f.MessageHas("Assert failed: .NET runtime already exited")),
        ]),
    ];

    /// <summary>An aborted transaction or registration is a failure, not a decision.</summary>
    private static bool IsAbortedStorage(NoiseFacts facts) =>
        facts.MessageHas("transaction") || facts.MessageHas("database") || facts.MessageHas("IndexedDB") || facts.MessageHas("registration failed") || facts.MessageHas("push service");

    /// <summary>Nothing but Blazor's own script is on the stack's top; an app's own hub has frames of its own.</summary>
    private static bool IsBlazorScript(NoiseFacts facts) => !facts.HasStack || facts.CrashFrame.Contains("/_framework/blazor", StringComparison.Ordinal);

    private static bool HasExtension(string frame)
    {
        foreach (var scheme in ExtensionSchemes)
        {
            var at = frame.IndexOf(scheme, StringComparison.OrdinalIgnoreCase);
            if (at == 0 || (at > 0 && frame[at - 1] is '(' or ' ' or '@')) return true;
        }

        return false;
    }

    /// <summary>A frame on a page's own address: then the error may be the app's, whatever its text.</summary>
    private static bool HasAppFrame(NoiseFacts facts) =>
        facts.HasStack && !HasExtension(facts.CrashFrame) && facts.CrashFrame.Contains("://", StringComparison.Ordinal) && !facts.CrashFrame.Contains("webkit-masked-url", StringComparison.Ordinal);

    private static bool HasTag(NoiseFacts facts, string name, string value) =>
        facts.Report.Tags.TryGetValue(name, out var found) && string.Equals(found, value, StringComparison.OrdinalIgnoreCase);

    private static bool HasAny(string text, string[] parts)
    {
        foreach (var part in parts)
        {
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
