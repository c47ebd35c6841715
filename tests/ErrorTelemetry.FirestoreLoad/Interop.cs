using System.Text.Json;
using ErrorTelemetry.Json;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry;

/// <summary>Writes for, and reads from, a client that is not ours.</summary>
internal static class Interop
{
    public static async Task WriteAsync(string host)
    {
        await using var provider = Stores.Open(host, options => options.GroupWriteIntervalMilliseconds = 0, cap: 2);
        var store = provider.GetRequiredService<IErrorStore>();
        var fingerprint = Some.Fingerprint("interop");
        await store.RecordAsync([Some.Event(fingerprint) with { EventId = "interop-1", CorrelationId = "interop-code" }]);
        await store.RecordAsync([Some.Event(fingerprint, Some.Now.AddMinutes(1)) with { EventId = "interop-2", Release = "1.5.0`\\", Environment = "staging" }, Some.Event(fingerprint)]);
        await store.TryChangeTriageAsync(fingerprint, 0, new TriageState { Status = TriageStatus.Triaged, Issue = Some.Issue(), Category = "null-reference" });
        Console.WriteLine(fingerprint);
    }

    public static async Task ReadAsync(string host, string fingerprint, string code)
    {
        await using var provider = Stores.Open(host);
        var store = provider.GetRequiredService<IErrorStore>();
        var group = await store.FindGroupAsync(fingerprint) ?? throw new InvalidOperationException("The store does not find the group.");
        var listed = await store.QueryGroupsAsync(new GroupQuery { Status = TriageStatus.Open, Limit = 500 });
        Console.WriteLine(JsonSerializer.Serialize(group, ErrorTelemetryJson.Group));
        Console.WriteLine(listed.Groups.Any(entry => entry.Fingerprint == fingerprint) ? "listed" : "not listed");
        foreach (var e in await store.FindEventsAsync(code))
            Console.WriteLine(JsonSerializer.Serialize(e, ErrorTelemetryJson.Event));
    }
}
