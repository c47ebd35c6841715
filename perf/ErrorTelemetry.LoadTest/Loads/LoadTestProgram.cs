using ErrorTelemetry.Hosts;
using ErrorTelemetry.Results;

namespace ErrorTelemetry.Loads;

/// <summary>The parent: starts the hosts, drives them, prints what came of it.</summary>
internal static class LoadTestProgram
{
    /// <summary>Returns 0, or 1 where a count was not exact, or 2 for a wrong command line.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (LoadTestOptions.Parse(arguments) is not { } options || (options.Case is { } name && LoadCase.All.All(one => one.Name != name)))
        {
            await Console.Error.WriteLineAsync(LoadTestOptions.Usage);
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("errortelemetry-load-").FullName;
        try
        {
            if (options.StartUp > 0)
                return await StartUpRun.RunAsync(options.StartUp, folder, options.Save);
            return options.Storm > 0 ? await StormRun.RunAsync(options.Storm, folder, options.Save) : await RunCasesAsync(options, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunCasesAsync(LoadTestOptions options, string folder)
    {
        LoadCase[] cases = [.. LoadCase.All.Where(one => options.Case is null || one.Name == options.Case)];
        await using var hosts = new HostSet(folder, options.Logging);
        await hosts.StartAsync(cases.SelectMany(one => one.Processes).Distinct(StringComparer.Ordinal));

        var run = new LoadRun(hosts, new Wrk(folder), cases, options.Seconds);
        await run.WarmUpAsync();
        for (var round = 0; round < options.Rounds; round++)
            await run.RoundAsync();

        var rows = run.Rows();
        var storesAgree = await StoreCheck.AgreeAsync(hosts, cases);
        await ResultOutput.WriteAsync(rows, options);
        foreach (var row in rows.Where(static row => !row.IsExact))
            await Console.Error.WriteLineAsync($"{row.Case} on {row.Host} at {row.Connections}: {row.Errors} errors, {row.Accounted} accounted for");
        return storesAgree && rows.All(static row => row.IsExact) ? 0 : 1;
    }
}
