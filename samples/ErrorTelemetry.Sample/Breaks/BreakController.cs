using Microsoft.AspNetCore.Mvc;

namespace ErrorTelemetry.Sample.Breaks;

/// <summary>An MVC controller whose only action throws.</summary>
[ApiController]
[Route("break/mvc")]
public sealed class BreakController : ControllerBase
{
    [HttpGet]
    public IActionResult Get() => throw new InvalidOperationException("The controller burnt the crust.");
}
