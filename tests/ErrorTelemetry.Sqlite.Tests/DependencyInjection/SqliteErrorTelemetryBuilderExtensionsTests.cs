using ErrorTelemetry;
using ErrorTelemetry.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

public sealed class SqliteErrorTelemetryBuilderExtensionsTests : SqliteStoreTest
{
    [Fact]
    public void AddSqliteStore_AfterAddErrorTelemetry_ReplacesTheFallback()
    {
        var services = new ServiceCollection();
        services.AddErrorTelemetry().AddSqliteStore(FilePath);
        services.AddErrorTelemetry();
        using var provider = services.BuildServiceProvider();

        Assert.IsType<SqliteErrorStore>(Assert.Single(provider.GetServices<IErrorStore>()));
    }

    [Fact]
    public void AddSqliteStore_BeforeAddErrorTelemetry_IsNotReplacedByTheFallback()
    {
        var services = new ServiceCollection();
        new ErrorTelemetryBuilder(services).AddSqliteStore(FilePath);
        services.AddErrorTelemetry();
        using var provider = services.BuildServiceProvider();

        Assert.IsType<SqliteErrorStore>(Assert.Single(provider.GetServices<IErrorStore>()));
    }

    [Fact]
    public void AddSqliteStore_AfterAnotherStore_Wins()
    {
        var services = new ServiceCollection();
        services.AddSingleton(Some.Store());
        services.AddErrorTelemetry().AddSqliteStore(FilePath);
        using var provider = services.BuildServiceProvider();

        Assert.IsType<SqliteErrorStore>(provider.GetRequiredService<IErrorStore>());
    }

    [Fact]
    public void AddSqliteStore_Twice_AddsNothingTwiceAndTheLastWins()
    {
        var services = new ServiceCollection();
        var builder = services.AddErrorTelemetry().AddSqliteStore("first.db").AddSqliteStore(o => o.BusyTimeoutMilliseconds = 7);
        var count = services.Count(service => !IsConfigure(service));
        builder.AddSqliteStore(FilePath);
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<SqliteStoreOptions>>().Value;
        Assert.Equal((FilePath, 7), (options.DataSource, options.BusyTimeoutMilliseconds));
        Assert.Equal(count, services.Count(service => !IsConfigure(service)));
    }

    [Fact]
    public void Options_Configuration_WinsOverCode()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ErrorTelemetry:Sqlite:DataSource"] = FilePath,
            ["ErrorTelemetry:Sqlite:Synchronous"] = "Full",
            ["ErrorTelemetry:Sqlite:BusyTimeoutMilliseconds"] = "123",
            ["ErrorTelemetry:Sqlite:MaxSizeMebibytes"] = "9",
            ["ErrorTelemetry:Sqlite:CreateIfMissing"] = "false",
        }).Build());
        services.AddErrorTelemetry().AddSqliteStore("code.db");
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<SqliteStoreOptions>>().Value;

        Assert.Equal(
            (FilePath, SqliteSynchronous.Full, 123, 9, false),
            (options.DataSource, options.Synchronous, options.BusyTimeoutMilliseconds, options.MaxSizeMebibytes, options.CreateIfMissing));
    }

    [Fact]
    public async Task Options_Faults_StopTheHostWithAllOfThem()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        new ErrorTelemetryBuilder(builder.Services).AddSqliteStore(o =>
        {
            (o.DataSource, o.BusyTimeoutMilliseconds, o.MaxSizeMebibytes, o.Synchronous) = (":memory:", -1, -1, (SqliteSynchronous)9);
        });
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Ct));

        foreach (var fault in new[] { "AddErrorTelemetry has a bounded store in memory already", "BusyTimeoutMilliseconds", "MaxSizeMebibytes", "Synchronous" })
            Assert.Contains(fault, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("file:errors.db?mode=ro")]
    [InlineData("FILE:x")]
    [InlineData("a\0b")]
    public void Options_BadDataSource_IsRefused(string source)
    {
        var services = new ServiceCollection();
        new ErrorTelemetryBuilder(services).AddSqliteStore(o => o.DataSource = source);
        using var provider = services.BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IErrorStore>());
    }

    [Fact]
    public async Task AddSqliteStore_AloneInAnEmptyCollection_IsAWholeStore()
    {
        var services = new ServiceCollection();
        new ErrorTelemetryBuilder(services).AddSqliteStore(FilePath);
        await using (var provider = services.BuildServiceProvider())
            await provider.GetRequiredService<IErrorStore>().RecordAsync([Some.Event()], Ct);

        Assert.Equal([FilePath], Directory.GetFiles(Folder));
    }

    // Options are configured by every call, in order: that is how the last one wins.
    private static bool IsConfigure(ServiceDescriptor service) =>
        service.ServiceType.IsGenericType && service.ServiceType.GetGenericTypeDefinition() == typeof(IConfigureOptions<>);
}
