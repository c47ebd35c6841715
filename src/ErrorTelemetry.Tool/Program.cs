using ErrorTelemetry;
using ErrorTelemetry.Commands;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};
using var input = Console.OpenStandardInput();
using var output = Console.OpenStandardOutput();
var tool = new ToolHost(input, output, Console.Out, Console.Error, Environment.GetEnvironmentVariable);
return await ErrorTelemetryCommand.RunAsync(args, tool, interrupted.Token);
