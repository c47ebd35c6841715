using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ErrorTelemetry.Sample.Pages;

/// <summary>A Razor Page whose handler throws.</summary>
public sealed class RazorBreakModel : PageModel
{
    public void OnGet() => throw new InvalidOperationException("The page stuck to the tin.");
}
