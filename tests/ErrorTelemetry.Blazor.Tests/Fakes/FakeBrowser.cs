using System.Diagnostics.CodeAnalysis;
using Microsoft.JSInterop;

namespace ErrorTelemetry.Fakes;

/// <summary>JavaScript as .NET in WebAssembly sees it, with or without the browser module on the page.</summary>
internal sealed class FakeBrowser : IJSInProcessRuntime
{
    public const string PageId = "page-12345678";

    /// <summary>Whether the module is there from the start; if not, an import brings it.</summary>
    public bool ModuleLoaded { get; set; } = true;

    public List<string> Submitted { get; } = [];

    public TResult Invoke<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TResult>(string identifier, params object?[]? args)
    {
        if (!ModuleLoaded)
            throw new JSException("errorTelemetry is not defined");
        if (identifier == "errorTelemetry.submit")
            Submitted.Add((string)args![0]!);
        return default!;
    }

    public TValue GetValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TValue>(string identifier) =>
        ModuleLoaded ? (TValue)(object)PageId : throw new JSException("errorTelemetry is not defined");

    public ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TValue>(string identifier, object?[]? args) =>
        InvokeAsync<TValue>(identifier, CancellationToken.None, args);

    public ValueTask<TValue> InvokeAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
    {
        if (identifier == "import")
        {
            ModuleLoaded = (string)args![0]! == "./_content/ErrorTelemetry.Blazor/error-telemetry.js";
            return default;
        }

        return new ValueTask<TValue>(Invoke<TValue>(identifier, args));
    }
}
