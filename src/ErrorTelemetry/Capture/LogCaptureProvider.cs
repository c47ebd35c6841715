using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Capture;

/// <summary>The one log hook, driven by <see cref="LogCaptureRule"/>. Every category without a rule gets a logger that does nothing.</summary>
[ProviderAlias("ErrorTelemetry")]
internal sealed class LogCaptureProvider(IServiceProvider services, IEnumerable<LogCaptureRule> rules) : ILoggerProvider
{
    private readonly ILookup<string, LogCaptureRule> _rules = rules.ToLookup(rule => rule.Category, StringComparer.Ordinal);

    public ILogger CreateLogger(string categoryName) =>
        _rules.Contains(categoryName) ? new LogCaptureLogger(services, [.. _rules[categoryName]]) : NullLogger.Instance;

    public void Dispose()
    {
    }

    /// <summary>Lets the hook hear its categories whatever levels the host has set for people's logs, and nothing else.</summary>
    internal sealed class Filters(IEnumerable<LogCaptureRule> rules) : IConfigureOptions<LoggerFilterOptions>
    {
        public void Configure(LoggerFilterOptions options)
        {
            var provider = typeof(LogCaptureProvider).FullName;
            options.Rules.Add(new LoggerFilterRule(provider, null, LogLevel.None, null));
            foreach (var category in rules.Select(rule => rule.Category).Distinct(StringComparer.Ordinal))
                options.Rules.Add(new LoggerFilterRule(provider, category, LogLevel.Warning, null));
        }
    }

    private sealed class LogCaptureLogger(IServiceProvider services, LogCaptureRule[] rules) : ILogger
    {
        // Late: the reporter itself needs the logger factory, which is just being built.
        private IErrorReporter? _reporter;
        private ClaimedExceptions? _claims;
        private bool? _captures;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is null || logLevel < LogLevel.Warning)
                return;
            foreach (var rule in rules)
            {
                if (rule.EventId == eventId.Id)
                    Report(rule, exception, state as IReadOnlyList<KeyValuePair<string, object?>>);
            }
        }

        private void Report(LogCaptureRule rule, Exception exception, IReadOnlyList<KeyValuePair<string, object?>>? state)
        {
            try
            {
                _captures ??= services.GetRequiredService<IOptions<ErrorTelemetryOptions>>().Value.ServerErrors;
                _claims ??= services.GetRequiredService<ClaimedExceptions>();
                if (_captures is false || _claims.Contains(exception))
                    return;
                _reporter ??= services.GetRequiredService<IErrorReporter>();
            }
            catch (Exception)
            {
                // The host is gone, or its options are wrong, which the host itself says: a logger must not throw on top of it.
                return;
            }

            var context = new ErrorContext { Mechanism = rule.Mechanism };
            if (rule.TagKey is not null && state?.FirstOrDefault(pair => pair.Key == rule.TagKey).Value?.ToString() is { Length: > 0 } value)
                context.Tags[rule.Tag ?? rule.TagKey] = value;
            _reporter.Report(exception, context);
        }
    }
}
