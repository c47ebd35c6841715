namespace ErrorTelemetry.Processing.Fingerprinting.Frames;

/// <summary>Namespaces whose types are not the app's own.</summary>
internal static class LibraryNamespaces
{
    /// <summary>This SDK's, but not its samples'.</summary>
    public static readonly string[] Own =
    [
        "ErrorTelemetry.Capture.", "ErrorTelemetry.Ingest.", "ErrorTelemetry.Correlation.", "ErrorTelemetry.Circuits.", "ErrorTelemetry.Processing.", "ErrorTelemetry.Storage.",
        "ErrorTelemetry.TelemetryErrorBoundary",
    ];

    /// <summary>First parts of the namespaces of the framework and of widely used packages.</summary>
    public static readonly string[] Roots =
    [
        // The framework.
        "System", "Microsoft", "Interop", "Internal", "CallSite", "DynamicClass", "Mono", "MS", "FSharp", "WebAssembly", "Xamarin", "Android", "Java", "UIKit", "Foundation", "MonoTouch", "ObjCRuntime", "WinRT", "Windows", "Roslyn",
        // Packages.
        "Amazon", "AngleSharp", "Anthropic", "Apache", "Autofac", "AutoMapper", "Azure", "Blazored", "Blazorise", "Bogus", "BouncyCastle", "Bunit", "CacheManager",
        "Castle", "CommunityToolkit", "Confluent", "CsvHelper", "Dapper", "Duende", "DynamicExpresso", "EasyNetQ", "Elastic", "Elasticsearch", "FastEndpoints",
        "FirebaseAdmin", "FluentAssertions", "FluentValidation", "Flurl", "Google", "Grpc", "GraphQL", "Hangfire", "HotChocolate", "IdentityModel", "IdentityServer4",
        "Jint", "LazyCache", "LiteDB", "log4net", "MailKit", "Marten", "MassTransit", "MediatR", "MessagePack", "MimeKit", "MongoDB", "Moq", "MudBlazor", "MySql",
        "MySqlConnector", "NHibernate", "NLog", "NServiceBus", "NSubstitute", "NUnit", "Nest", "Newtonsoft", "NodaTime", "Npgsql", "OneOf", "OpenAI", "OpenIddict",
        "OpenTelemetry", "Oracle", "Orleans", "Pipelines", "Polly", "Pomelo", "ProtoBuf", "Quartz", "RabbitMQ", "Radzen", "ReactiveUI", "Refit", "RestSharp", "SQLite",
        "SQLitePCL", "Scrutor", "SendGrid", "Sentry", "Serilog", "ServiceStack", "SignalR", "SixLabors", "SkiaSharp", "StackExchange", "Stripe", "Swashbuckle",
        "Syncfusion", "Telerik", "Twilio", "UnityEditor", "UnityEngine", "Wolverine", "Xunit", "Yarp", "YamlDotNet", "xunit",
    ];
}
