using Microsoft.AspNetCore.Diagnostics;

namespace ErrorTelemetry.Capture;

/// <summary>The ways in which a host may answer an exception.</summary>
internal static class ExceptionHandlers
{
    public const string None = "none";
    public const string Path = "path";
    public const string Lambda = "lambda";
    public const string Service = "service";
    public const string ProblemDetails = "problem-details";
    public const string DeveloperPage = "developer-page";

    public static void AddServices(string kind, IServiceCollection services)
    {
        if (kind == Service)
            services.AddExceptionHandler<Answering500>();
        if (kind is Service or ProblemDetails)
            services.AddProblemDetails();
    }

    public static void Use(string kind, WebApplication app)
    {
        switch (kind)
        {
            case Path:
                app.UseExceptionHandler("/error-page");
                break;
            case Lambda:
                app.UseExceptionHandler(error => error.Run(context => context.Response.WriteAsync("lambda")));
                break;
            case Service or ProblemDetails:
                app.UseExceptionHandler();
                break;
            case DeveloperPage:
                app.UseDeveloperExceptionPage();
                break;
        }
    }

    private sealed class Answering500 : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            httpContext.Response.StatusCode = 500;
            await httpContext.Response.WriteAsync("service", cancellationToken);
            return true;
        }
    }
}
