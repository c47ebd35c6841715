using Microsoft.AspNetCore.Mvc;

namespace ErrorTelemetry;

/// <summary>MVC actions that fail in every way. Public and on its own, or MVC does not find it.</summary>
[ApiController]
[Route("mvc/[controller]")]
public sealed class BreakingController : ControllerBase
{
    [HttpGet("throw/{id}")]
    public IActionResult Throw() => throw new InvalidOperationException("the action is broken " + RouteData.Values["id"]);

    [HttpGet("status")]
    public IActionResult Status() => StatusCode(502);

    [HttpGet("object")]
    public ActionResult<string> Object() => StatusCode(500, "the body");

    [HttpGet("problem")]
    public IActionResult Broken() => Problem("the detail");

    [HttpGet("fine")]
    public ActionResult<string> Fine() => Ok("fine");

    [HttpGet("disabled")]
    [DisableErrorTelemetry]
    public IActionResult Disabled() => throw new InvalidOperationException("nobody shall know of " + Request.Path);
}
