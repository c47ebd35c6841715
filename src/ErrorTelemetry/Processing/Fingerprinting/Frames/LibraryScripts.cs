namespace ErrorTelemetry.Processing.Fingerprinting.Frames;

/// <summary>Script addresses that are not the app's own.</summary>
internal static class LibraryScripts
{
    /// <summary>What engines write where there is no script.</summary>
    public static readonly string[] Places =
        ["native", "native code", "[native code]", "[wasm code]", "<anonymous>", "anonymous", "unknown", "<unknown>", "unknown source", "unknown location", "eval code", "self-hosted", "debugger eval code", "(native)", "Scratchpad/1", "InternalBytecode.js"];

    /// <summary>Extensions, engines, developer tools, and the helpers of compilers by their module's name.</summary>
    public static readonly string[] Schemes =
    [
        "chrome-extension:", "moz-extension:", "safari-extension:", "safari-web-extension:", "ms-browser-extension:", "edge-extension:", "extension:", "webkit-masked-url:",
        "chrome:", "resource:", "about:", "node:", "internal/", "self-hosted:", "wasm:", "ext:", "deno:", "electron/js2c/", "webpack/bootstrap", "webpack/runtime",
        "core-js/", "core-js-pure/", "@babel/runtime", "regenerator-runtime/", "tslib/",
    ];

    /// <summary>Folders, hosts and files of libraries, anywhere in the address.</summary>
    public static readonly string[] Parts =
    [
        "/node_modules/", "\\node_modules\\", "/bower_components/", "/jspm_packages/", "/vendor/", "/vendors/", "/vendor.", "/vendors.", "/vendor-", "/vendors-", "/vendors~", "vendors-node_modules",
        "webpack/bootstrap", "webpack/runtime", "(webpack)", "/_framework/", "/_content/ErrorTelemetry.", "/_blazor", "dotnet.runtime.", "dotnet.native.", "dotnet.js", "blazor.web", "blazor.webassembly", "blazor.server", "/~/",
        "/jquery.", "/jquery-", "/zone.js", "/tslib.es6", "/polyfills", "/react-dom.", "/react.production", "/angular.min.js", "/vue.global", "/vue.runtime", "/vue.esm", "/vue.min.js", "/angular.js", "/signalr.", "/lodash.", "/moment.min.js", "/axios.", "/knockout-", "/require.js", "/d3.", "/bootstrap.min.js", "/bootstrap.bundle",
        "/npm/", "/ajax/libs/", "//cdn.jsdelivr.net/", "//cdn.skypack.dev/", "//cdn.tailwindcss.com/", "//cdn.ampproject.org/", "//cdn.datatables.net/", "//cdn.socket.io/", "//cdn.plot.ly/", "//cdn.ckeditor.com/", "//cdn.tiny.cloud/",
        "//cdn.polyfill.io/", "//polyfill.io/", "//cdn.auth0.com/", "//cdn.segment.com/", "//cdn.amplitude.com/", "//cdn.mxpnl.com/", "//cdn.optimizely.com/", "//cdn.cookielaw.org/", "//cdn.onesignal.com/", "//cdn.heapanalytics.com/",
        "//cdn.mouseflow.com/", "//cdn.logrocket.", "//cdn.lr-", "//cdn.rollbar.com/", "//cdn.raygun.io/", "//cdn.ravenjs.com/", "//cdn.branch.io/", "//cdn.paddle.com/", "//cdn.quilljs.com/", "//cdn.babylonjs.com/", "//cdn.syncfusion.com/",
        "//cdn.bootcdn.", "//cdn.bootcss.com/", "//cdn.staticfile.", "//cdn.pendo.io/", "//cdn.taboola.com/", "//cdn.speedcurve.com/", "//cdn.embedly.com/", "//cdn.materialdesignicons.com/", "//cdnjs.", "//unpkg.com", "//esm.sh", "//ajax.googleapis.com", "//ajax.aspnetcdn.com", "//code.jquery.com", "//maxcdn.", "//stackpath.", "//js.stripe.com", "//www.google", "//www.gstatic.com", "//apis.google.com", "//maps.googleapis.com",
        "//connect.facebook.net", "//static.hotjar.com", "//script.hotjar.com", "//js.hs-scripts.com", "//snap.licdn.com", "//browser.sentry-cdn.com", "//js.intercomcdn.com", "//widget.intercom.io", "//platform.twitter.com", "//static.cloudflareinsights.com", "//www.clarity.ms", "//pagead2.",
    ];
}
