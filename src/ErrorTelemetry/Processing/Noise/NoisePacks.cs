namespace ErrorTelemetry.Processing.Noise;

/// <summary>All packs. A rule that could drop a real error of the app does not belong here: where the report cannot tell, the report stays.</summary>
internal static class NoisePacks
{
    /// <summary>The one rule whose noise the app can turn into errors worth having.</summary>
    public const string ScriptErrorRule = "cross-origin/script-error";

    private static readonly string[] HeadlessAgents = ["HeadlessChrome", "PhantomJS", "SlimerJS", "jsdom/", "puppeteer", "Playwright", "Selenium", "Cypress/", "HtmlUnit"];

    public static readonly NoisePack[] All =
    [
        new("extensions", 4, true, "Errors whose crashing frame lies in a browser extension. Extensions further down, and Safari's `webkit-masked-url`, which may be the page's own, are kept.",
        [
            new("extensions/frame", "The crashing frame's address has an extension's scheme") { When = facts => facts.CrashedInExtension },
            new("extensions/context-gone", "An extension was updated or removed under a page") { Phrases = ["Extension context invalidated"] },
            new("extensions/message-port", "An extension's message had no receiver")
            {
                Phrases =
                [
                    "Could not establish connection. Receiving end does not exist", "The message port closed before a response was received", "A listener indicated an asynchronous response by returning true, but the message channel closed",
                    "Attempting to use a disconnected port object", "Invalid call to runtime.", "Error in invocation of runtime.", "Promised response from onMessage listener went out of scope", "No tab with id: ", "Unchecked runtime.lastError",
                ],
                When = NotOfAScript,
            },
            new("extensions/wallet", "A wallet extension defines what is defined already, or speaks of itself")
            {
                Phrases =
                [
                    "Cannot redefine property: ethereum", "Cannot set property ethereum of", "Cannot assign to read only property 'ethereum'", "can't redefine non-configurable property \"ethereum\"", "window.ethereum.selectedAddress", "override `window.ethereum`",
                    "Cannot redefine property: solana", "Cannot set property solana of", "can't redefine non-configurable property \"solana\"", "Cannot redefine property: phantom", "Cannot redefine property: StacksProvider", "Cannot set property tron of", "Cannot redefine property: tron", "for property 'tronlinkParams'",
                    "shouldSetTallyForCurrentProvider", "Talisman extension has not been configured", "MetaMask: ", "Cannot redefine property: googletag",
                ],
                When = NotOfAScript,
            },
            new("extensions/injected", "Old toolbars and add-ons, known by the names that they use")
            {
                Texts = ["jigsaw is not defined", "ComboSearch is not defined", "can't access dead object"],
                Phrases =
                [
                    "top.GLOBALS", "originalCreateNotification", "canvas.contentDocument", "atomicFindClose", "conduitPage", "tt.epicplay.com", "loading.retry.widdit.com", "plugin.setSuspendState is not a function", "vv().getRestrictions",
                    "bootstrapLegacyAutofillOverlay",
                ],
                When = NotOfAScript,
            },
        ]),
        new("cross-origin", 2, true, "`Script error.` of a script from another origin without CORS: no message, no stack, no place.",
        [
            new(ScriptErrorRule, "The browser hides everything") { Texts = ["Script error", "Javascript error: Script error on line 0", "Javascript error: Script error. on line 0", "Skriptfehler", "Erreur de script", "Errore di script", "Error de script", "Erro de script", "Scriptfout", "Ошибка скрипта"], When = facts => facts.Report.Mechanism == ErrorMechanisms.OnError && facts.Report.Causes.Count == 0 && !facts.HasStack },
        ]),
        new("resize-observer", 1, true, "The browser's own note that a ResizeObserver needed another frame.",
        [
            new("resize-observer/loop", "Exactly the browser's text") { Texts = ["ResizeObserver loop limit exceeded", "ResizeObserver loop completed with undelivered notifications"] },
        ]),
        new("in-app-webviews", 4, true, "Scripts that apps inject into pages shown inside them, known by the names that they use; a web view as such is a browser like any other.",
        [
            new("in-app-webviews/meta", "Instagram's and Facebook's injected scripts")
            {
                Phrases = ["_AutofillCallbackHandler", "_pcmBridgeCallbackHandler", "instantSearchSDKJSBridge", "enableDidUserTypeOnKeyboardLogging", "enableButtonsClickedMetaDataLogging", "iabjs_unified_bridge", "iabjs://", "fb_xd_fragment", "PaymentAutofillCallbackHandler"],
                When = NotOfAScript,
            },
            new("in-app-webviews/apple", "Injected by iOS apps and readers")
            {
                Phrases =
                [
                    "__gCrWeb", "__firefox__", "window.webkit.messageHandlers", "ceCurrentVideo.currentTime", "evaluating 'elt.parentNode'", "setIOSParameters", "MyApp_RemoveAllHighlights", "MyAppGetLinkHREFAtPoint", "ZiteReader", "__AutoFillPopupClose__", "bannerNight",
                    "SCDynimacBridge", "logMutedMessage", "_isMatchingDomain", "Identifier 'originalPrompt'", "WKWebView API client did not respond to this postMessage",
                ],
                Texts = ["Can't find variable: LIDNotify", "Can't find variable: LIDNotifyId", "LIDNotify is not defined", "LIDNotifyId is not defined", "Can't find variable: gmo", "Can't find variable: DarkReader", "Can't find variable: EmptyRanges", "Can't find variable: inf", "undefined is not an object (evaluating 'a.L')"],
                When = NotOfAScript,
            },
            new("in-app-webviews/android", "Injected by Android browsers and apps")
            {
                Phrases =
                [
                    "Java object is gone", "Java exception was raised during method invocation", "Java bridge method invocation error", "Error invoking post: Method not found", "ucConfig is not defined", "diableNightMode", "vid_mate_check", "ucapi is not defined", "UCShellJava", "zaloJSV2", "miuiSearch", "ztePageScrollModule", "getReadModeExtract", "getReadModeConfig",
                    "getReadModeRender", "vivoNewsDetailPage", "xbrowser is not defined", "bmi_SafeAddOnload", "EBCallBackMessageReceived", "SymBrowser_", "ibFindAllVideos", "mttImageInfo", "msDiscoverChatAvailable",
                ],
                When = NotOfAScript,
            },
        ]),
        new("crawlers", 3, true, "Reports of search engines, link previews, scanners and uptime checks, known by their user agent. HTTP libraries and the app's own exceptions, whoever asked for the page, are kept.",
        [
            new("crawlers/link-scanner", "A scanner of links in mails looks at the page through an embedded Chromium") { Phrases = ["Object Not Found Matching Id:"], When = facts => facts.MessageHas("MethodName:") && NotOfAScript(facts) },
            new("crawlers/user-agent", "The user agent names a crawler") { When = facts => CrawlerAgents.IsCrawler(facts.UserAgent) && !facts.IsServerError },
        ]),
        new("headless-browsers", 2, false, "Reports of headless browsers. Off by default: end-to-end tests and rendering services run them on purpose.",
        [
            new("headless-browsers/user-agent", "The user agent names a headless browser") { When = facts => HasAny(facts.UserAgent, HeadlessAgents) },
        ]),
        new("aborted", 2, true, "Requests and waits that were given up on purpose, as far as the report says so.",
        [
            new("aborted/abort-error", "`AbortError` of a signal or a media element")
            {
                Types = ["AbortError"],
                Texts = ["AbortError", "The user aborted a request", "signal is aborted without reason", "The operation was aborted", "This operation was aborted", "Fetch is aborted", "BodyStreamBuffer was aborted"],
                When = facts => !facts.IsServerError && !IsAbortedStorage(facts),
            },
            new("aborted/media-play", "`play()` was interrupted by `pause()` or a new source") { Phrases = ["The play() request was interrupted"] },
            new("aborted/request-aborted", "`OperationCanceledException` of a request that the client has left")
            {
                Types = ["OperationCanceledException", "TaskCanceledException"],
                When = facts => facts.MessageHas("RequestAborted", "The request was aborted", "The client has disconnected") || facts.HasTag("http.request.aborted", "true"),
            },
            new("aborted/connection-reset", "The client closed its connection while the server read or wrote")
            {
                Types = ["ConnectionResetException", "ConnectionAbortedException"],
                Texts = ["The client has disconnected", "The client reset the request stream"],
            },
            new("aborted/navigation", "A navigation or view transition was overtaken by the next one")
            {
                Texts = ["Transition was skipped", "Navigation cancelled", "Old view transition aborted by new view transition", "Skipped ViewTransition due to another transition starting", "Transition was aborted because of invalid state"],
            },
            new("aborted/blazor-navigation", "`NavigationManager.NavigateTo` while rendering on the server, which Blazor turns into a redirect")
            {
                Types = ["NavigationException"],
                When = facts => facts.FullType is "Microsoft.AspNetCore.Components.NavigationException",
            },
        ]),
        new("blazor-disconnects", 2, true, "What follows when a circuit or the WebAssembly runtime is gone; the cause is reported by itself.",
        [
            new("blazor-disconnects/js-disconnected", "JavaScript was called after the circuit had disconnected")
            {
                Types = ["JSDisconnectedException"],
                Phrases = ["JavaScript interop calls cannot be issued at this time. This is because the circuit has disconnected"],
            },
            new("blazor-disconnects/not-connected", "A send over a closed SignalR connection")
            {
                Phrases = ["Cannot send data if the connection is not in the 'Connected' State"],
                Texts = ["Invocation canceled due to the underlying connection being closed"],
                When = IsBlazorScript,
            },
            new("blazor-disconnects/circuit-gone", "A call into a circuit that the server no longer has")
            {
                Phrases = ["No interop methods are registered for renderer", "Circuit has been shut down due to error"],
                When = IsBlazorScript,
            },
            new("blazor-disconnects/runtime-dead", "A call after the WebAssembly runtime had ended") { Phrases = [".NET runtime already exited with"] },
        ]),
    ];

    private static bool NotOfAScript(NoiseFacts facts) => !facts.CrashedInScript;

    /// <summary>An aborted transaction or registration is a failure, not a decision.</summary>
    private static bool IsAbortedStorage(NoiseFacts facts) =>
        facts.MessageHas("transaction", "database", "IndexedDB", "registration failed", "push service", "quota");

    /// <summary>Nothing but Blazor's own script is on the stack's top; an app's own hub has frames of its own.</summary>
    private static bool IsBlazorScript(NoiseFacts facts) => !facts.HasStack || facts.CrashFrame.Contains("/_framework/blazor", StringComparison.Ordinal);

    private static bool HasAny(string text, string[] parts)
    {
        foreach (var part in parts)
        {
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
