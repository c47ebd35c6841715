using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ErrorTelemetry.Classifying;
using ErrorTelemetry.Metrics;
using ErrorTelemetry.Processing;
using ErrorTelemetry.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Issues;

/// <summary>A secret of each sort in every field of a report, through the pipeline and the store into what triage would send: title, body, labels, comment, the run's own reports, log lines, metric tags.</summary>
public sealed class IssueSecretsTests
{
    // Put together here, so that no scanner takes this file for a leak.
    private static readonly (string Kind, string Text, string Core)[] Planted =
    [
        ("token", "ghp" + "_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8", "a1B2c3D4e5F6"),
        ("access key", "AKIA" + "Z7Q2M4N8P6R3T5V9", "Z7Q2M4N8P6R3"),
        ("payments", "sk_live" + "_4eC39HqLyjWDarjtT1zdp7dcQ2w3", "HqLyjWDarjtT1"),
        ("chat", "xoxb" + "-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx", "IjKlMnOpQr"),
        ("password by name", "password=blueKite77x", "blueKite77x"),
        ("secret in JSON", "{\"clientSecret\":\"blueKite77x\"}", "blueKite77x"),
        ("connection string", "Server=db;User Id=sa;Password=blueKite77x;Timeout=3", "blueKite77x"),
        ("header", "Authorization: Bearer a8Kd93Lz02PqRt5uVw7x", "93Lz02PqRt5u"),
        ("database", "postgres://shop:blueKite77x@db.example/shop", "blueKite77x"),
        ("query", "GET https://api.example/x?session=blueKite77x", "blueKite77x"),
        ("e-mail", "jane.roe.4711" + "@mail.example", "jane.roe.4711"),
        ("card", "4539 5787 6362 1486", "5787 6362"),
        ("home", "/home/janeroe/shop/app.db", "janeroe"),
    ];

    private static readonly (string Name, Func<string, ErrorReport> Of)[] Fields =
    [
        ("message", t => Some.Report() with { Message = t }),
        ("type", t => Some.Report() with { Type = t }),
        ("stack of a browser", t => Some.Report() with { Stack = $"Error: {t}\n    at f (https://shop.test/app.js:1:2)" }),
        ("stack of .NET", t => Some.Report() with { Type = "System.Exception", Stack = $"System.Exception: {t}\n   at Shop.Cart.Total() in /src/Cart.cs:line 12" }),
        ("function of the culprit", t => Some.Report() with { Stack = $"Error: boom\n    at {t} (https://shop.test/app.js:1:2)" }),
        ("file of the culprit", t => Some.Report() with { Stack = $"Error: boom\n    at f (https://shop.test/{t}:1:2)" }),
        ("cause", t => Some.Report() with { Causes = [new ErrorCause(t, t, $"E: {t}\n    at g (https://shop.test/b.js:3:4)")] }),
        ("component stack", t => Some.Report() with { ComponentStack = $"\n    at Cart ({t})\n    at App" }),
        ("route", t => Some.Report() with { Route = "/orders/" + t }),
        ("query", t => Some.Report() with { Url = $"https://shop.test/p?d={t}#{t}" }),
        ("user agent", t => Some.Report() with { UserAgent = $"Mozilla/5.0 (X11; Linux x86_64) {t}" }),
        ("breadcrumb", t => Some.Report() with { Breadcrumbs = [new Breadcrumb(null, t, t)] }),
        ("tag", t => Some.Report() with { Tags = new Dictionary<string, string> { ["detail"] = t, [t] = "v" } }),
        ("release", t => Some.Report() with { Release = t }),
        ("environment", t => Some.Report() with { Environment = t }),
        ("session", t => Some.Report() with { SessionId = t }),
        ("correlation", t => Some.Report() with { CorrelationId = t }),
        ("page", t => Some.Report() with { PageId = t }),
        ("mechanism", t => Some.Report() with { Mechanism = t }),
        ("fingerprint", t => Some.Report() with { Fingerprint = ["{{default}}", t] }),
    ];

    public static TheoryData<string> FieldNames => [.. Fields.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(FieldNames))]
    public async Task DryRun_PlantedSecrets_StandInNothingThatLeaves(string name)
    {
        var field = Fields.Single(row => row.Name == name);
        using var logs = new CapturedLogs();
        await using var services = new ServiceCollection().AddErrorTelemetry().Services
            .AddLogging(builder => builder.AddProvider(logs).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<TimeProvider>(new JumpingTimeProvider(Some.Now)).BuildServiceProvider();
        var tags = new ConcurrentQueue<string>();
        using var listener = Listen(services.GetRequiredService<TelemetryMetrics>().Meter, tags);
        var pipeline = services.GetRequiredService<ErrorPipeline>();
        var events = Planted.SelectMany(planted => new[] { planted.Text, $"request failed: {planted.Text} was refused" })
            .Select(text => pipeline.Process(field.Of(text), ReportSource.Client, Some.Now).Event).OfType<ErrorEvent>().ToList();
        foreach (var errorEvent in events)
            await services.GetRequiredService<StoreWriter>().WriteAsync(errorEvent, TestContext.Current.CancellationToken);

        var leaving = await RunAsync(services);
        leaving.AddRange(events.Select(errorEvent => IssueRenderer.RegressionComment(new IssueContent(errorEvent.ToGroup(), [errorEvent], new ErrorClassifier().Classify(errorEvent)), 7, "seen again")));
        leaving.AddRange(logs.Lines);
        leaving.AddRange(tags);

        if (name is not "mechanism") Assert.NotEmpty(events);
        var leaks = Planted.Where(planted => leaving.Any(text => text.Contains(planted.Core, StringComparison.Ordinal))).Select(planted => planted.Kind);
        Assert.Equal([], leaks);
    }

    /// <summary>All that a dry run prints.</summary>
    private static async Task<List<string>> RunAsync(IServiceProvider services)
    {
        var runner = new TriageRunner(services.GetRequiredService<IErrorStore>(), services.GetRequiredService<TimeProvider>(), logger: services.GetRequiredService<ILogger<TriageRunner>>());
        var report = await runner.RunAsync(new TriageOptions { Repository = "owner/shop", DryRun = true, MinCount = 1, MaxIssuesPerRun = 100 }, null, TestContext.Current.CancellationToken);
        var issues = report.Groups.Select(group => group.Issue).OfType<RenderedIssue>().ToList();
        if (report.Groups.Count > 0)
            Assert.NotEmpty(issues);
        return [report.ToJson(), report.ToMarkdown(), .. issues.SelectMany(issue => (string[])[issue.Title, issue.Body, .. issue.Labels])];
    }

    private static MeterListener Listen(Meter meter, ConcurrentQueue<string> tags)
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (ReferenceEquals(instrument.Meter, meter)) self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, _, pairs, _) =>
        {
            foreach (var (key, value) in pairs) tags.Enqueue($"{key}={value}");
        });
        listener.Start();
        return listener;
    }

    private sealed class CapturedLogs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? string.Empty);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
