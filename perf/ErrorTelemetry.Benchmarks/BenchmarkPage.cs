using System.Text;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;

namespace ErrorTelemetry;

/// <summary>Writes the results of all benchmarks into one page.</summary>
internal static class BenchmarkPage
{
    public static void Write(string file, IEnumerable<Summary> summaries, bool full)
    {
        var page = new StringBuilder("# Benchmarks\n\n");
        page.Append("Written by `eng/perf.sh --benchmarks --save perf/results/benchmarks.md`; what is measured stands in `perf/ErrorTelemetry.Benchmarks`.\n");
        page.Append(full ? "Full runs.\n" : "Short runs of three iterations: look at the size of a figure, not at its third digit.\n");
        foreach (var summary in summaries.Where(static summary => summary.Reports.Length > 0))
        {
            var text = new AccumulationLogger();
            MarkdownExporter.GitHub.ExportToLog(summary, text);
            page.Append("\n## ").Append(summary.BenchmarksCases[0].Descriptor.Type.Name.Replace("Benchmarks", "", StringComparison.Ordinal)).Append("\n\n").Append(text.GetLog().Trim()).Append('\n');
        }

        File.WriteAllText(file, page.ToString());
    }
}
