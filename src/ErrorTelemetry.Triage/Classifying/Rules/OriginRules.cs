using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Errors of scripts that are not the app's own: extensions, embedding apps, other origins, other vendors.</summary>
internal static class OriginRules
{
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
                "chrome-extension://", "moz-extension://", "safari-web-extension://", "No tab with id", "Grammarly", "__gCrWeb", "__firefox__", "_AutofillCallbackHandler", "zaloJSV2", "instantSearchSDKJSBridge",
                "Object Not Found Matching Id:*MethodName:", "webkit.messageHandlers", "ceCurrentVideo", "DarkReader", "vid_mate_check", "bannerNight", "__AutoFillPopupClose__", "PaymentAutofillCallbackHandler",
                "Java object is gone", "Error invoking post: Method not found",
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
            Id = "third-party-global", Category = ThirdPartyScript, Severity = Low,
            Messages =
            [
                "fbq is not defined", "gtag is not defined", "ga is not defined", "_gaq", "dataLayer is not defined", "Can't find variable: gtag", "Can't find variable: fbq", "Can't find variable: ga", "Can't find variable: dataLayer", "adsbygoogle", "grecaptcha", "hcaptcha is not",
                "Intercom is not defined", "hj is not defined", "twq is not defined", "ttq is not defined", "googletag", "__tcfapi", "OneTrust", "Cookiebot", "Stripe is not defined", "Failed to load Stripe.js", "analytics is not defined", "mixpanel is not defined", "google is not defined",
            ],
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
