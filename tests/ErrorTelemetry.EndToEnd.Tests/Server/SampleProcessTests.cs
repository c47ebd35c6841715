using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ErrorTelemetry.Blazor;
using ErrorTelemetry.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Server;

/// <summary>What is in the file after the app's process has ended in the hardest ways.</summary>
[Trait("Category", "Slow")]
public sealed class SampleProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("error-telemetry-process-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder, "errors.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Ingest_KilledRightAfterThe202_HasTheEventAfterARestart()
    {
        var report = new { eventId = Some.EventId(), message = "The till is open." };
        await using (var app = await StartAsync())
        {
            Assert.Equal("recorded", await PostAsync(app, report));
            await app.KillAsync();
        }

        await using (var again = await StartAsync())
            Assert.Equal("duplicate", await PostAsync(again, report));

        Assert.Equal(1, Assert.Single(await GroupsAsync()).Count);
    }

    [Fact]
    public async Task Crash_OfTheProcess_IsOneEvent()
    {
        await using (var app = await StartAsync())
        {
            // An app that has been up for a while: what a report needs has been made, and two seconds are enough for the last words of the busiest machine.
            await PostAsync(app, new { eventId = Some.EventId(), message = "The till is open." });
            using var client = new HttpClient { BaseAddress = app.Address };
            await Record.ExceptionAsync(() => client.GetAsync("/break/crash", Cancel));
            Assert.NotEqual(0, await app.EndedAsync());
        }

        var groups = await GroupsAsync();
        Assert.Equal(2, groups.Count);
        var group = Assert.Single(groups, group => group.Sample.Mechanism == ErrorMechanisms.Unhandled);
        Assert.Equal("The bakery burnt down.", group.Sample.Message);
        Assert.Equal(1, group.Count);
    }

    /// <summary>Posts a report.</summary>
    /// <returns>What the app says it has done with it.</returns>
    private static async Task<string?> PostAsync(AppProcess app, object report)
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var response = await client.PostAsJsonAsync("/api/telemetry/error", report, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("status").GetString();
    }

    private Task<AppProcess> StartAsync() => AppProcess.StartAsync(SampleHost.Describe("--ErrorTelemetry:Sqlite:DataSource", Database));

    private async Task<IReadOnlyList<ErrorGroup>> GroupsAsync()
    {
        await using var services = new ServiceCollection().AddErrorTelemetry().AddSqliteStore(Database).Services.BuildServiceProvider();
        return (await services.GetRequiredService<IErrorStore>().QueryGroupsAsync(new GroupQuery(), Cancel)).Groups;
    }
}
