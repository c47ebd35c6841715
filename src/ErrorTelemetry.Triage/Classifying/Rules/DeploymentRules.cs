using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Pages of an older deployment that ask for files which are gone or changed.</summary>
internal static class DeploymentRules
{
    private static readonly string[] KeepOldFiles =
    [
        "A page that was open during a deployment asked for files that are no longer there: keep the files of the last few releases on the server.",
        "Serve index.html and boot files with Cache-Control: no-cache, and hashed files as immutable.",
        "Offer a reload when this error occurs, once per page, so that it cannot loop.",
    ];

    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "integrity-mismatch", Category = StaleDeployment, Severity = High,
            Messages =
            [
                "Failed to find a valid digest in the 'integrity' attribute", "None of the*hashes in the integrity attribute match", "Subresource Integrity", "computed SHA-256 integrity", "Cannot load script*Failed integrity metadata check",
                "resource*failed the integrity check", ".js*integrity check failed", ".wasm*integrity check failed", ".dll*integrity check failed", ".css*integrity check failed", "integrity check failed*.js", "integrity check failed*.wasm", "integrity check failed*.dll", "integrity metadata check",
            ],
            Remediation =
            [
                "A file does not match the hash that the page expects: the deployment was partial, a cache holds an older file, or something on the way changes files (minifier, antivirus, line endings).",
                "Deploy all files at once and purge caches of the boot manifest; serve it with Cache-Control: no-cache.",
            ],
        },
        new()
        {
            Id = "boot-resource", Category = StaleDeployment, Severity = High,
            Messages =
            [
                "blazor.boot.json", "MONO_WASM: Failed to", "mono_download_assets", "Failed to start platform", "Failed to load boot ", "dotnet.js*failed", "_framework/*Failed to fetch", "Failed to fetch*_framework/", "download*_framework/*failed", "MONO_WASM*Failed to load config file", "Failed to load config file*boot",
                "dotnet.native.wasm", "dotnet.runtime*failed", "WebAssembly.instantiate*Import", "incorrect response MIME type. Expected 'application/wasm'", "CompileError: WebAssembly", "expected magic word 00 61 73 6d",
                "MONO_WASM: instantiate", "MONO_WASM: *failed", "Incorrect response MIME type. Expected", "Could not load*_framework/",
                "Failed to load*_framework/",
            ],
            Remediation =
            [
                "The WebAssembly app could not load one of its boot files: see in the browser's network log which one, and whether it is missing, changed or blocked.",
                .. KeepOldFiles[1..],
            ],
        },
        new()
        {
            Id = "chunk-load", Category = StaleDeployment, Severity = High, Types = ["ChunkLoadError", "ScriptExternalLoadError", "CSSChunkLoadError", "CSS_CHUNK_LOAD_FAILED"],
            Remediation = KeepOldFiles,
        },
        new()
        {
            Id = "chunk-load-message", Category = StaleDeployment, Severity = High,
            Messages =
            [
                "Loading chunk*failed", "Loading CSS chunk*failed", "ChunkLoadError", "Failed to fetch dynamically imported module", "error loading dynamically imported module", "Importing a module script failed", "Unable to preload CSS",
                "Failed to load module script", "Loading module from*was blocked because of a disallowed MIME type", "is not a valid JavaScript MIME type", "Refused to execute script from*MIME type", "Refused to apply style from*MIME type",
                "Failed to resolve module specifier", "The requested module*does not provide an export named", "Cannot find module './*.js'", "Couldn't resolve component", "^Failed to load chunk*.js", "^Failed to load chunk*.css", "^Failed to load chunk server/", "^Failed to load chunk /", "ChunkLoad", "Failed to load route module", "Failed to load route component", "missing: *.chunk.js",
                "Loading hot update chunk", "Module*does not exist in container", "Loading script failed", "Importing binding name", "Cannot load script at", "Failed to find Server Action", "older or newer deployment", "Failed to fetch module", "ServiceWorker*unsupported MIME type", "ServiceWorker*bad HTTP response code", "Failed to resolve async component", "Failed to load script",
                "FetchEvent.respondWith", "precaching",
            ],
            Remediation = KeepOldFiles,
        },
        new()
        {
            Id = "html-as-script", Category = StaleDeployment, Severity = High,
            Messages = ["Unexpected token '<'", "Unexpected token <", "expected expression, got '<'"],
            When = errorEvent => !errorEvent.Message.Contains("JSON", StringComparison.OrdinalIgnoreCase) && errorEvent.Stack?.Contains("JSON.parse", StringComparison.Ordinal) != true
                && errorEvent.Stack?.Contains(".json", StringComparison.Ordinal) != true,
            Remediation =
            [
                "A script's address answered with an HTML page, most often the fallback page in place of a file that a deployment removed.",
                "Answer 404 for missing files with an extension; do not let the single-page fallback answer for them.",
                .. KeepOldFiles[..1],
            ],
        },
        new()
        {
            Id = "resource-script", Category = StaleDeployment, Severity = Medium, Mechanisms = [ErrorMechanisms.Resource],
            Messages = [".js", ".mjs", ".css", ".wasm", ".dll", "_framework/", "<script", "<link", "SCRIPT", "LINK"],
            Remediation =
            [
                "A script or style of the page did not load: see whether the file is still on the server, and whether a blocker or proxy refuses it.",
                .. KeepOldFiles,
            ],
        },
    ];
}
