using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ErrorTelemetry.Hosts;

namespace ErrorTelemetry.Loads;

/// <summary>Runs wrk against one host.</summary>
internal sealed class Wrk(string folder)
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Loads", "load.lua");

    public async Task<LoadFigures> RunAsync(ChildHost host, Load load, int connections, int seconds)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-t1");
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"-c{connections}"));
        start.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"));
        start.ArgumentList.Add("--timeout");
        start.ArgumentList.Add("10s");
        start.ArgumentList.Add("-s");
        start.ArgumentList.Add(Script);
        start.ArgumentList.Add(new Uri(host.Url, load.Path).ToString());
        if (load.ReportKinds > 0)
        {
            start.Environment["LOAD_TEMPLATE"] = ReportTemplate.Write(folder, host.Url);
            start.Environment["LOAD_KINDS"] = load.ReportKinds.ToString(CultureInfo.InvariantCulture);
        }

        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var json = output.Split('\n').LastOrDefault(static line => line.StartsWith('{'))
            ?? throw new InvalidOperationException($"wrk ended with {wrk.ExitCode} and no figures: {output}");
        return JsonSerializer.Deserialize(json, LoadTestJson.Default.LoadFigures)!;
    }
}
