using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ErrorTelemetry.Blazor;
using ErrorTelemetry.Packages;
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
        var (app, client) = await StartAsync();
        using (var recorded = await client.PostAsJsonAsync("/api/telemetry/error", report, Cancel))
        {
            Assert.Equal(HttpStatusCode.Accepted, recorded.StatusCode);
            Assert.Equal("recorded", await StatusAsync(recorded));
        }

        await EndAsync(app, client);

        (app, client) = await StartAsync();
        using (var again = await client.PostAsJsonAsync("/api/telemetry/error", report, Cancel))
            Assert.Equal("duplicate", await StatusAsync(again));
        await EndAsync(app, client);
        Assert.Equal(1, Assert.Single(await GroupsAsync()).Count);
    }

    [Fact]
    public async Task Crash_OfTheProcess_IsOneEvent()
    {
        var (app, client) = await StartAsync();
        using (client)
        using (app)
        {
            await Record.ExceptionAsync(() => client.GetAsync("/break/crash", Cancel));
            await app.WaitForExitAsync(Cancel);
            Assert.NotEqual(0, app.ExitCode);
        }

        var group = Assert.Single(await GroupsAsync());
        Assert.Equal("The bakery burnt down.", group.Sample.Message);
        Assert.Equal(ErrorMechanisms.Unhandled, group.Sample.Mechanism);
        Assert.Equal(1, group.Count);
    }

    private static async Task<string?> StatusAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("status").GetString();

    private static async Task EndAsync(Process app, HttpClient client)
    {
        app.Kill();
        await app.WaitForExitAsync(Cancel);
        app.Dispose();
        client.Dispose();
    }

    private async Task<(Process App, HttpClient Client)> StartAsync()
    {
        var sample = Path.Combine(RepositoryRoot.Path, "samples", "ErrorTelemetry.Sample");
        var (app, address) = await new Cli(sample, new Dictionary<string, string>()).ServeAsync(
            "dotnet", Path.Combine(sample, "bin", SampleHost.BuildConfiguration, "net10.0", "ErrorTelemetry.Sample.dll"), "--ErrorTelemetry:Sqlite:DataSource=" + Database);
        return (app, new HttpClient { BaseAddress = address });
    }

    private async Task<IReadOnlyList<ErrorGroup>> GroupsAsync()
    {
        await using var services = new ServiceCollection().AddErrorTelemetry().AddSqliteStore(Database).Services.BuildServiceProvider();
        return (await services.GetRequiredService<IErrorStore>().QueryGroupsAsync(new GroupQuery(), Cancel)).Groups;
    }
}
