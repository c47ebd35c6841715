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
        "System", "Microsoft", "Interop", "Internal", "CallSite", "DynamicClass", "Mono", "MS", "FSharp", "WebAssembly", "Xamarin", "Android", "AndroidX", "Java", "Javax", "Kotlin", "UIKit", "Foundation", "MonoTouch", "ObjCRuntime", "WinRT", "Windows", "Roslyn",
        // What .NET for Android shows of Java's, and Mono's word for System.Object.
        "android", "androidx", "dalvik", "java", "javax", "kotlin", "kotlinx", "mono", "object",
        // Packages.
        "ABI", "Akka", "Amazon", "AngleSharp", "AntDesign", "Anthropic", "Apache", "Ardalis", "Asp", "AspNet", "AspNetCoreRateLimit", "Autofac",
        "AutoMapper", "Avalonia", "Azure", "Ben", "BenchmarkDotNet", "BepInEx", "BlazorBootstrap", "Blazored", "Blazorise", "BlazorMonaco", "Bogus",
        "BouncyCastle", "Bunit", "CacheManager", "Caliburn", "Castle", "ClosedXML", "CommandLine", "CommunityToolkit", "Confluent", "Coravel", "CsvHelper",
        "Cysharp", "Dapper", "Datadog", "DevExpress", "DnsClient", "DocumentFormat", "DotNetty", "DryIoc", "Duende", "DynamicExpresso", "EasyNetQ",
        "Elastic", "Elasticsearch", "Esprima", "ExCSS", "FastEndpoints", "FirebaseAdmin", "FluentAssertions", "FluentEmail", "FluentFTP", "FluentMigrator",
        "FluentNHibernate", "FluentValidation", "Flurl", "Fluxor", "Giraffe", "Google", "GraphQL", "Grpc", "HandlebarsDotNet", "Hangfire", "HarmonyLib",
        "HotChocolate", "HtmlAgilityPack", "Humanizer", "ICSharpCode", "IdentityModel", "IdentityServer4", "Il2CppSystem", "Infragistics", "IronPython",
        "Jint", "Kendo", "Lamar", "LanguageExt", "LazyCache", "LightInject", "LinqKit", "LinqToDB", "LiteDB", "log4net", "Lucene", "MailKit", "Mapster",
        "Markdig", "Marten", "MassTransit", "MatBlazor", "MathNet", "MediatR", "MessagePack", "MimeKit", "Minio", "MongoDB", "MonoMod", "Moq", "MudBlazor",
        "MySql", "MySqlConnector", "Nancy", "Neo4j", "Nest", "NetMQ", "NetTopologySuite", "Newtonsoft", "NHibernate", "Ninject", "Nito", "NLog", "NodaTime",
        "Npgsql", "NPOI", "NServiceBus", "NSubstitute", "NuGet", "NUnit", "Ocelot", "OfficeOpenXml", "OneOf", "OpenAI", "OpenIddict", "OpenQA",
        "OpenTelemetry", "OpenTK", "Oracle", "OrchardCore", "Orleans", "Paramore", "PdfSharp", "PdfSharpCore", "Pipelines", "Piranha", "Polly", "Pomelo",
        "PostSharp", "Prometheus", "ProtoBuf", "PuppeteerSharp", "Quartz", "QuestPDF", "RabbitMQ", "Radzen", "RazorEngine", "RazorLight", "ReactiveUI",
        "Rebus", "Refit", "Remotion", "Renci", "RestSharp", "Scriban", "Scrutor", "SendGrid", "Sentry", "Serilog", "ServiceStack", "SharpCompress",
        "Shouldly", "SignalR", "SimpleInjector", "SixLabors", "SkiaSharp", "Spectre", "Splat", "SQLite", "SQLitePCL", "SqlKata", "SqlSugar", "StackExchange",
        "Steeltoe", "Stripe", "StructureMap", "Swashbuckle", "Syncfusion", "Telerik", "TMPro", "Topshelf", "TUnit", "Twilio", "Umbraco", "UniRx",
        "UnityEditor", "UnityEngine", "Volo", "WebOptimizer", "WireMock", "Wolverine", "xunit", "Xunit", "YamlDotNet", "Yarp", "Zenject", "ZiggyCreatures",
    ];
}
