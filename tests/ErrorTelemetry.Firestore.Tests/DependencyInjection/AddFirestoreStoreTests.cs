using ErrorTelemetry.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.DependencyInjection;

public sealed class AddFirestoreStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddFirestoreStore_AfterAddErrorTelemetry_IsTheStore()
    {
        var services = Services();
        services.AddErrorTelemetry().AddFirestoreStore(options => options.ProjectId = "demo");
        await using var provider = services.BuildServiceProvider();

        Assert.IsType<FirestoreErrorStore>(provider.GetRequiredService<IErrorStore>());
        Assert.Single(services, service => service.ServiceType == typeof(IErrorStore));
    }

    [Fact]
    public async Task AddFirestoreStore_BeforeAddErrorTelemetry_IsTheStoreAllTheSame()
    {
        var services = Services();
        new ErrorTelemetryBuilder(services).AddFirestoreStore(options => options.ProjectId = "demo");
        services.AddErrorTelemetry();
        await using var provider = services.BuildServiceProvider();

        Assert.IsType<FirestoreErrorStore>(provider.GetRequiredService<IErrorStore>());
        Assert.Single(services, service => service.ServiceType == typeof(IErrorStore));
    }

    [Fact]
    public void AddFirestoreStore_Twice_AddsNothingTwice()
    {
        var services = Services();
        services.AddErrorTelemetry().AddFirestoreStore(options => options.ProjectId = "demo");
        var validators = services.Count(service => service.ServiceType == typeof(IValidateOptions<FirestoreStoreOptions>));
        services.AddErrorTelemetry().AddFirestoreStore();

        Assert.Equal(validators, services.Count(service => service.ServiceType == typeof(IValidateOptions<FirestoreStoreOptions>)));
        Assert.Single(services, service => service.ServiceType == typeof(IErrorStore));
    }

    [Fact]
    public async Task Options_LastWins_DefaultCodeSectionEnvironment()
    {
        var services = Services(
            new Dictionary<string, string?> { ["ErrorTelemetry:Firestore:ProjectId"] = "from-section", ["ErrorTelemetry:Firestore:EmulatorHost"] = "section:1" },
            new Dictionary<string, string> { ["FIRESTORE_EMULATOR_HOST"] = "environment:2", ["GOOGLE_CLOUD_PROJECT"] = "from-environment" });
        services.AddErrorTelemetry().AddFirestoreStore(options =>
        {
            options.ProjectId = "from-code";
            options.DatabaseId = "code-database";
        });
        await using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<FirestoreStoreOptions>>().Value;

        Assert.Equal(("from-section", "code-database", "environment:2", 1000), (options.ProjectId, options.DatabaseId, options.EmulatorHost, options.GroupWriteIntervalMilliseconds));
    }

    [Fact]
    public async Task Options_ProjectNowhereElse_ComesFromTheEnvironment()
    {
        var services = Services(environment: new Dictionary<string, string> { ["GOOGLE_CLOUD_PROJECT"] = "from-environment" });
        services.AddErrorTelemetry().AddFirestoreStore();
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("from-environment", provider.GetRequiredService<IOptions<FirestoreStoreOptions>>().Value.ProjectId);
    }

    [Fact]
    public async Task Options_Faulty_NameEveryFaultAtOnce()
    {
        var services = Services();
        services.AddErrorTelemetry().AddFirestoreStore(options =>
        {
            options.EmulatorHost = "http://localhost:8080/";
            options.GroupsCollection = options.EventsCollection;
            options.CallTimeoutMilliseconds = 0;
            options.CredentialsFile = "/no/such/file";
        });
        await using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IErrorStore>());

        foreach (var part in new[] { "ProjectId", "EmulatorHost", "three different collections", "CallTimeoutMilliseconds" })
            Assert.Contains(part, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UseCallInvoker_ChannelOfTheCaller_IsUsed()
    {
        await using var test = await StoreUnderTest.StartAsync();
        using var channel = Grpc.Net.Client.GrpcChannel.ForAddress($"http://{test.Server.Address}");
        var services = Services();
        services.AddErrorTelemetry().AddFirestoreStore(options =>
        {
            options.ProjectId = "demo";
            options.UseCallInvoker(channel.CreateCallInvoker());
        });
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IErrorStore>().RecordAsync([Some.Event()], Ct);

        Assert.DoesNotContain(test.Server.Statistics.Headers.Keys, header => header.StartsWith("authorization", StringComparison.Ordinal));
        Assert.Equal(2, test.Server.Statistics.Writes.Count);
    }

    private static ServiceCollection Services(Dictionary<string, string?>? section = null, Dictionary<string, string>? environment = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(section ?? []).Build());
        services.AddSingleton(new FirestoreEnvironment(name => environment?.GetValueOrDefault(name)));
        return services;
    }
}
