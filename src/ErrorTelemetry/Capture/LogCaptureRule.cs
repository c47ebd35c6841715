namespace ErrorTelemetry.Capture;

/// <summary>One log event through which a framework tells of an exception that nothing else sees.</summary>
/// <param name="Category">The logger's category.</param>
/// <param name="EventId">The event's id within the category.</param>
/// <param name="Mechanism">The mechanism to report, one of <see cref="ErrorMechanisms"/>.</param>
/// <param name="TagKey">A value of the log state that becomes a tag, or <see langword="null"/>.</param>
/// <param name="Tag">The tag's name.</param>
internal sealed record LogCaptureRule(string Category, int EventId, string Mechanism, string? TagKey = null, string? Tag = null)
{
    /// <summary>What every host may log. Other parts of the family add theirs as services.</summary>
    public static IReadOnlyList<LogCaptureRule> Defaults { get; } =
    [
        // A BackgroundService that failed, the host's stop that follows, and a hosted service that failed to start.
        new("Microsoft.Extensions.Hosting.Internal.Host", 9, ErrorMechanisms.Background),
        new("Microsoft.Extensions.Hosting.Internal.Host", 10, ErrorMechanisms.Background),
        new("Microsoft.Extensions.Hosting.Internal.Host", 11, ErrorMechanisms.Background),
        // What left the whole request pipeline of a web host.
        new("Microsoft.AspNetCore.Server.Kestrel", 13, ErrorMechanisms.Unhandled),
        new("Microsoft.AspNetCore.Server.IIS.Core.IISHttpServer", 2, ErrorMechanisms.Unhandled),
    ];
}
