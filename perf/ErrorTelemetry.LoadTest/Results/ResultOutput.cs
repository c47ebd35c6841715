using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ErrorTelemetry.Results;

/// <summary>Prints the rows: as a table for people, or one JSON line each.</summary>
internal static class ResultOutput
{
    private static readonly string Machine = Results.Machine.Describe();

    public static async Task WriteAsync(IReadOnlyList<ResultRow> rows, LoadTestOptions options)
    {
        if (options.Json)
        {
            foreach (var row in rows)
                Console.Out.WriteLine(JsonSerializer.Serialize(row, LoadTestJson.Default.ResultRow));
        }
        else
        {
            await Console.Out.WriteAsync(Table(rows));
        }

        if (options.Save is { } file)
            await File.WriteAllTextAsync(file, Page(rows, options));
    }

    private static string Page(IReadOnlyList<ResultRow> rows, LoadTestOptions options) => string.Create(CultureInfo.InvariantCulture,
        $"""
        # Load test

        {Machine}. wrk and the hosts share the machine. {options.Rounds} rounds of {options.Seconds} s for each row and host, interleaved; medians.
        Hosts {(options.Logging ? "have a logger that listens to warnings" : "have no logger of their own")}.
        Growth is the largest working set after a round less the one before the first. Written by `eng/perf.sh --save`; [what the columns and hosts are](../../docs/performance.md).

        {Table(rows)}
        """);

    private static string Table(IReadOnlyList<ResultRow> rows)
    {
        var table = new StringBuilder();
        table.Append("| case | connections | host | requests/s | ratio to bare | p50 ms | p99 ms | bytes/request | CPU µs/request | growth MiB | errors | accounted | commits/event |\n");
        table.Append("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: |\n");
        foreach (var row in rows)
        {
            table.Append(CultureInfo.InvariantCulture,
                $"| {row.Case} | {row.Connections} | {row.Host} | {row.RequestsPerSecond:N0} | {row.RatioToBare:F2} | {row.P50Milliseconds:F2} | {row.P99Milliseconds:F2} | {row.AllocatedBytesPerRequest:N0} | {row.CpuMicrosecondsPerRequest:F1} | {row.WorkingSetGrowthMebibytes:F0} | {row.Errors:N0} | {Accounted(row)} | {row.CommitsPerEvent:F4} |\n");
        }

        return table.ToString();
    }

    private static string Accounted(ResultRow row)
    {
        if (row.Envelopes is { } envelopes)
            return string.Create(CultureInfo.InvariantCulture, $"{envelopes:N0} envelopes sent");
        if (row.Errors is null)
            return "";
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{row.Recorded:N0} recorded") };
        foreach (var (reason, count) in row.Discarded!)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count:N0} {reason}"));
        return string.Join(", ", parts) + (row.IsExact ? "" : " (NOT ALL)");
    }
}
