using Microsoft.AspNetCore.Mvc;

namespace ErrorTelemetry;

/// <summary>An action that only the conventional route reaches.</summary>
public sealed class ConventionalController : Controller
{
    public IActionResult Broken() => throw new InvalidOperationException("the conventional action is broken " + RouteData.Values["id"]);
}
