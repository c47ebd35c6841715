using System.Collections.Frozen;
using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Errors of scripts that are not the app's own: extensions, embedding apps, other origins, other vendors.</summary>
internal static class OriginRules
{
    // What tags, pixels, widgets and payment scripts put into the page's global scope.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VendorGlobals = new[]
    {
        "gtag", "ga", "_gaq", "_gat", "dataLayer", "google_tag_manager", "googletag", "google", "gapi", "adsbygoogle", "grecaptcha", "hcaptcha", "turnstile", "fbq", "_fbq", "FB", "twq", "twttr", "ttq", "pintrk", "lintrk", "_linkedin_data_partner_ids", "snaptr", "rdt", "qp", "UET", "uetq", "hj", "clarity", "mixpanel",
        "amplitude", "analytics", "heap", "posthog", "FS", "LogRocket", "optimizely", "_satellite is not defined", "_satellite.", "s_gi", "utag", "utag_data", "_hsq", "hbspt", "HubSpotConversations", "Intercom", "drift", "zE", "zESettings", "Tawk_API", "LC_API", "LiveChatWidget", "$crisp", "Beacon", "OneTrust", "OptanonWrapper", "otBannerSdk", "Cookiebot", "CookieConsent", "__tcfapi",
        "__uspapi", "__cmp", "Stripe", "paypal", "braintree", "Klarna", "klaviyo", "_learnq", "Shopify", "ShopifyAnalytics", "ttd_dom_ready", "mraid", "criteo_q", "_taboola", "obApi", "pbjs", "apstag", "confiant", "ym", "Ya", "yaCounter", "_paq", "Piwik", "Matomo", "newrelic", "NREUM", "DD_RUM", "Sentry", "Raygun", "appInsights", "dotq", "pendo", "Appcues",
        "userpilot", "Calendly", "Vimeo", "YT", "SC", "jivo_api", "olark", "Trustpilot", "bazaarvoice", "BV", "juicer", "AddThis", "addthis", "addtoany", "a2a", "disqus", "DISQUS", "OneSignal", "pushwoosh", "_vwo_code", "VWO", "kameleoon", "dynamicYield", "DY", "monetate", "Osano", "truste",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "extension-frame", Category = BrowserExtension, Severity = Low,
            Sources = ["chrome-extension:", "moz-extension:", "safari-extension:", "safari-web-extension:", "ms-browser-extension:", "webkit-masked-url:", "@user-script:"],
            Remediation = ["The crash lies in {culprit}, which belongs to a browser extension: there is nothing to fix in the app.", "Keep the browser-extension noise pack switched on, so that such reports are dropped."],
        },
        new()
        {
            Id = "extension-message", Category = BrowserExtension, Severity = Low,
            Messages =
            [
                "Extension context invalidated", "Could not establish connection. Receiving end does not exist", "message port closed before a response was received",
                "A listener indicated an asynchronous response by returning true", "message channel closed before a response was received", "chrome.runtime", "browser.runtime", "runtime.sendMessage",
                "Cannot redefine property: ethereum", "Cannot assign to read only property 'ethereum'", "Cannot set property ethereum", "window.ethereum", "MetaMask", "solana.", "tronLink", "Talisman extension",
                "chrome-extension://", "moz-extension://", "safari-web-extension://", "No tab with id: ", "Grammarly", "__gCrWeb", "__firefox__", "_AutofillCallbackHandler", "zaloJSV2", "instantSearchSDKJSBridge",
                "Object Not Found Matching Id:*MethodName:", "webkit.messageHandlers", "ceCurrentVideo", "DarkReader", "vid_mate_check", "bannerNight", "__AutoFillPopupClose__", "PaymentAutofillCallbackHandler",
                "Java object is gone", "Error invoking post: Method not found",
                "disconnected port object", "^Tab not found$", "fido2-page-script", "can't access dead object", "SymBrowser_", "_pcmBridgeCallbackHandler", "Java exception was raised during method invocation", "Java bridge method invocation error", "ztePageScrollModule", "setIOSParameters", "getReadModeExtract", "evaluating 'elt.parentNode'",
            ],
            Remediation = ["The message comes from a browser extension or from the app that embeds the page: there is nothing to fix in the app.", "If it floods the list, mute the group or add a noise rule for it."],
        },
        new()
        {
            Id = "cross-origin-script", Category = CrossOriginScript, Severity = Low,
            Messages = ["Script error"], When = IsBareScriptError,
            Remediation =
            [
                "The browser hides errors of scripts from other origins. Load them with crossorigin=\"anonymous\".",
                "Serve those scripts with the header Access-Control-Allow-Origin, or host them on the page's own origin.",
            ],
        },
        new()
        {
            Id = "third-party-frame", Category = ThirdPartyScript, Severity = Low,
            Sources =
            [
                "googletagmanager.com", "google-analytics.com", "googlesyndication.com", "doubleclick.net", "googleadservices.com", "connect.facebook.net", "static.hotjar.com", "script.hotjar.com", "widget.intercom.io", "js.intercomcdn.com",
                "cdn.segment.com", "js.stripe.com", "recaptcha", "hcaptcha.com", "snap.licdn.com", "static.ads-twitter.com", "analytics.tiktok.com", "bat.bing.com", "clarity.ms", "js.hs-scripts.com", "js.hs-analytics.net", "cdn.amplitude.com",
                "cdn.mxpnl.com", "fullstory.com", "cdn.optimizely.com", "cookielaw.org", "consent.cookiebot.com", "zdassets.com", "embed.tawk.to", "maps.googleapis.com", "platform.twitter.com", "youtube.com/iframe_api", "challenges.cloudflare.com",
                "static.cloudflareinsights.com", "cdn.onesignal.com", "js-agent.newrelic.com", "mc.yandex.ru", "criteo.", "taboola.com", "outbrain.com", "quantserve.com", "cdn.paddle.com", "paypal.com/sdk",
            ],
            Remediation =
            [
                "The crash lies in {culprit}, a script of another vendor: see whether its version or the vendor's status page explains it.",
                "Load it with async or defer and keep the app working without it; pin its version if the vendor offers one.",
            ],
        },
        new()
        {
            Id = "third-party-message", Category = ThirdPartyScript, Severity = Low,
            Messages =
            [
                "adsbygoogle", "grecaptcha", "reCAPTCHA", "hcaptcha is not", "Missing required parameters: sitekey", "Invalid site key", "[Cloudflare Turnstile]", "googletag", "__tcfapi", "_gaq", "OneTrust", "otBannerSdk", "Cookiebot", "Failed to load Stripe.js", "Google Maps JavaScript API", "fbevents", "Facebook Pixel", "ttd_dom_ready", "mraid.", "PayPal Js Sdk", "paypal-js",
                "adsbygoogle.", "grecaptcha.", "googletag.", "google.maps",
            ],
            Remediation = ["A script of another vendor failed or was blocked: see whether the vendor's status page or its documentation has the message.", "Let {culprit} go on without it; blockers remove such scripts for many users."],
        },
        new()
        {
            Id = "third-party-global", Category = ThirdPartyScript, Severity = Low, Messages = ["is not defined", "is not a function", "Can't find variable", "' is undefined", "ist nicht definiert"],
            When = errorEvent => VendorGlobals.Contains(MessageShapes.UndefinedName(errorEvent.Message)) || VendorGlobals.Contains(MessageShapes.CalledGlobal(errorEvent.Message)),
            Remediation =
            [
                "A script of another vendor was blocked or had not loaded yet when {culprit} used it.",
                "Test that the vendor's object exists before using it; blockers remove such scripts for many users.",
            ],
        },
    ];

    // With more text than the browser's bare sentence the report says what happened, and other rules know better.
    private static bool IsBareScriptError(ErrorEvent errorEvent) =>
        errorEvent.Message.AsSpan().Trim().TrimEnd('.') is var text
        && (text.Equals("Script error", StringComparison.OrdinalIgnoreCase)
            || (text.EndsWith("Script error", StringComparison.OrdinalIgnoreCase) && text.Length <= 32)
            || (text.StartsWith("Script error", StringComparison.OrdinalIgnoreCase) && text.Length <= 24));
}
