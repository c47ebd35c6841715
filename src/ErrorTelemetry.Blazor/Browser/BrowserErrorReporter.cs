using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ErrorTelemetry.Browser;

/// <summary>The reporter in WebAssembly: every exception once a page, through the browser module.</summary>
internal sealed class BrowserErrorReporter(BrowserModule module, IServiceProvider services, TimeProvider time, ILogger<BrowserErrorReporter> logger) : IErrorReporter
{
    private readonly ConditionalWeakTable<Exception, object> _reported = [];

    /// <inheritdoc/>
    public ReportId Report(Exception exception, ErrorContext? context = null)
    {
        if (exception is null)
            return ReportId.None;
        try
        {
            context ??= new ErrorContext();
            var first = ReportId.None;
            foreach (var leaf in ExceptionTree.Leaves(exception))
            {
                var id = ReportOne(leaf, context);
                first = first.IsNone ? id : first;
            }

            return first;
        }
        catch (Exception failure)
        {
            Log.BrowserModuleFailed(logger, failure.GetType().FullName);
            return ReportId.None;
        }
    }

    /// <inheritdoc/>
    /// <remarks>The module's queue outlives the page by itself, so there is nothing to wait for.</remarks>
    public Task FlushAsync(TimeSpan timeout, CancellationToken cancellationToken = default) => Task.CompletedTask;

    private ReportId ReportOne(Exception exception, ErrorContext context)
    {
        foreach (var link in ExceptionTree.All(exception))
        {
            if (_reported.TryGetValue(link, out var earlier))
                return (ReportId)earlier;
        }

        foreach (var provider in services.GetServices<IErrorContextProvider>())
            provider.Provide(context);
        context.PageId ??= module.PageId;
        var id = new ReportId(Guid.NewGuid().ToString("D"), context.CorrelationId ?? context.PageId ?? ReferenceCode.NewPageId());
        foreach (var link in ExceptionTree.All(exception))
            _reported.AddOrUpdate(link, id);
        module.Submit(BrowserReport.ToJson(exception, context, id, time.GetUtcNow()));
        return id;
    }
}
