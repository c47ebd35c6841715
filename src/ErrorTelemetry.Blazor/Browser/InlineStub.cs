using Microsoft.AspNetCore.Components;

namespace ErrorTelemetry.Browser;

/// <summary>The script that holds errors from the first byte on until the browser module, which browsers defer, takes over: <c>Script/stub.js</c>.</summary>
internal static class InlineStub
{
    private static readonly Lazy<MarkupString> Text = new(Read);

    public static MarkupString Script => Text.Value;

    private static MarkupString Read()
    {
        using var stream = typeof(InlineStub).Assembly.GetManifestResourceStream("stub.js")!;
        using var reader = new StreamReader(stream);
        return new MarkupString(reader.ReadToEnd().Trim());
    }
}
