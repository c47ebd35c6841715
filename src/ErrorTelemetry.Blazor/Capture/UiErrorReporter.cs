using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Capture;

/// <summary>Reports what a boundary caught, under a reference code of its own that can be shown to the user.</summary>
/// <remarks>One per scope (circuit, request, WebAssembly app): the page is the scope's.</remarks>
internal sealed class UiErrorReporter(IServiceProvider services, LateErrorReporter reporter)
{
    private readonly string _ownPageId = ReferenceCode.NewPageId();

    public ReportId Report(Exception exception, ErrorContext context)
    {
        context.Mechanism = ErrorMechanisms.ErrorBoundary;
        context.Handled ??= false;
        context.ComponentStack = FailingComponent.Describe(exception, context.ComponentStack);
        try
        {
            // The reporter asks the providers again; here they tell early which page this is, since the code starts with it.
            foreach (var provider in services.GetServices<IErrorContextProvider>())
                provider.Provide(context);
            context.PageId ??= CurrentCorrelationId();
        }
        catch (Exception)
        {
            // A provider that fails costs the page id, never the report; the reporter, which asks it too, says so in the log.
        }

        context.CorrelationId = ReferenceCode.New(context.PageId ?? context.CorrelationId ?? _ownPageId);
        return reporter.Report(exception, context);
    }

    private string? CurrentCorrelationId()
    {
        foreach (var accessor in services.GetServices<ICorrelationIdAccessor>())
        {
            if (accessor.Current is { } id)
                return id;
        }

        return null;
    }
}
