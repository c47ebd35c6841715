using System.Diagnostics;
using ErrorTelemetry.Processing.Fingerprinting.Stacks;

namespace ErrorTelemetry.Processing.Fingerprinting;

/// <summary>Texts that nobody wrote: no exception, the same answer twice, and work that grows no faster than the text.</summary>
public class FingerprintingFuzzTests
{
    private const int Size = 1024 * 1024;

    private static readonly string[] s_pieces =
    [
        "at ", "(", ")", "<", ">", "[", "]", "{", "}", "@", ":", ":1:2", "\n", "\r\n", "   at ", " ---> ", "--- End of inner exception stack trace ---", "<---", "eval at ", "async ", "http://a/b.js:1:2",
        "Ns.Type.Method(", "<M>d__1.MoveNext()", "<>c__DisplayClass", "`1", "\"", "'", "/", "\\", "C:\\", " in ", ":line 12", "12", "0x1f", "a", "é", "😀", "\ud83d", "[redacted:email]", "<int>", "System.Exception: ", "=", "+", "-", ".", ",",
    ];

    /// <summary>Each repeated to 1 MiB: what would be quadratic in a parser that looks back.</summary>
    public static TheoryData<string> Hostile =>
    [
        "(", ")", "<", "[", "@", ":", " (", "eval at a (", "at ", "at a(", "\n", "\nat (", "\n   at a.b(", "\n ---> A.BException: ", "\"", "'", "{\"", "[{", "/", "\\", "a.", "<a>", "1:", "1.", "::", "=", "--- ---\n", "<---\n",
        "a@", "\na@", "at <a>.b(c)[", "<<<a>b__0>d", ") in ", "é", "\ud83d", "[redacted:", "<int>", "line 1 > eval ",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Analyze_HostileText_EndsInBoundedWork(string piece)
    {
        // Sixteen times what is ever analysed. One walk takes milliseconds; a quadratic step would take hours, so this bound is no matter of luck.
        var watch = Stopwatch.StartNew();
        Run(Repeat(piece, Size));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed} for {piece}");
    }

    [Fact]
    public void Analyze_RandomText_NeverThrowsAndIsStable()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 3_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            Assert.Equal(Run(text), Run(text));
        }
    }

    [Fact]
    public void Analyze_MutatedStack_NeverThrows()
    {
        var random = new Random(42);
        foreach (var stack in StackCase.All.Select(c => c.Stack))
        {
            for (var i = 0; i < 40; i++)
            {
                var text = stack.ToCharArray();
                for (var n = random.Next(1, 6); n > 0; n--)
                    text[random.Next(text.Length)] = (char)random.Next(0x20, 0x7f);
                Run(new string(text));
            }
        }
    }

    private static string Run(string text)
    {
        var report = Grouping.Report(text.Length == 0 ? "x" : text[..Math.Min(text.Length, ErrorLimits.MessageChars)], null, text);
        var analysis = ErrorAnalyzer.Analyze(report);
        Assert.True(analysis.Title.Length <= ErrorLimits.TitleChars);
        Assert.True(analysis.Causes.Count <= ErrorLimits.CauseCount);
        var fingerprint = Grouping.Fingerprint(report);
        Assert.Matches("^[0-9a-f]{64}$", fingerprint);
        return fingerprint;
    }

    private static string Repeat(string piece, int size) => string.Concat(Enumerable.Repeat(piece, size / piece.Length));
}
