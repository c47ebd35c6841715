using Microsoft.AspNetCore.Diagnostics;

namespace ErrorTelemetry.Sample.Breaks;

/// <summary>Answers a <see cref="RecipeException"/> as an app would: with its own status and words.</summary>
internal sealed class RecipeExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not RecipeException recipe)
            return false;
        httpContext.Response.StatusCode = recipe.Status;
        await httpContext.Response.WriteAsJsonAsync(new { title = recipe.Message, status = recipe.Status }, cancellationToken);
        return true;
    }
}
