using System.Diagnostics;
using System.Text;
using ErrorTelemetry.Processing.Redaction.Tables;
using FsCheck;
using FsCheck.Xunit;

namespace ErrorTelemetry.Processing.Redaction;

public class TextRedactorPropertyTests
{
    /// <summary>A walk that is linear needs some milliseconds; one that is not would need minutes. The bound only tells the two apart, on any machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Pieces =
        ["password", "token", "=", ":", ": ", " ", "\"", "'", "\\\"", "\\", "\n", "[redacted:token]", "[redacted:", "]", "a@b.example", "https://", "?", "&", "#", "/", "x1Y2z3W4v5U6", "Bearer ", "Basic ", "Authorization", "Cookie", ";", ",", "<", ">", "</",
         "eyJhbGciOiJIUzI1NiJ9", ".", "-----BEGIN ", "PRIVATE KEY-----", "-----END ", "4111111111111111", "+49 30 901820", "10.1.2.3", "::", "fe80", "/home/jane", "C:\\Users\\jane", "--", "%40", "%22", "&quot;", "key", "session", "pin", "12", "(", ")", "{", "}", "is ", "null", "curl -u ", "AKIA", "äöü", "\ud83d\ude00", "\0"];

    public static TheoryData<string> WorstPieces =>
    [
        "a", "A", "1", " ", "\"", "\\", "=", ":", "/", "@", "-", "password=", "password: ", "password=\"", "token='", "\"token\":", "{\"password\":", "Authorization: ", "Authorization: Bearer ", "Cookie: a=", "https://a:", "https://a@", "https://a?", "http://a#",
        "a@", "a@b.", "a.b@c.d", "%40", "eyJ", "eyJa.", "AKIA", "ghp_", "1.", "1.1.1.", "1:", "::", "a:b:", "1-", "1 ", "4111 ", "+1 ", "(1", "/home/", "/Users/a", "\\Users\\", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "----", "[redacted:", "[redacted:a]",
        "apiKey", "passwordPassword", "secret_secret_", "<password>", "<password ", "--password ", "curl -u ", "basic ", "bearer ", "name=\"password\" value=", "xoxb-", "a+b/", "Q~", "a_b-", "DE89", "pin is ", "key=Aa1Bb2Cc3", "%22", "&quot;", "\ud83d\ude00",
    ];

    [Property(MaxTest = 300, Replay = "20261122,296144285")]
    public void Redact_AnyText_IsIdempotentAndKeepsCleanInstances(NonNull<string> text) => AssertStable(text.Get);

    [Property(MaxTest = 300, Replay = "20261122,296144285")]
    public void Redact_AnyMixOfPieces_IsIdempotentAndKeepsCleanInstances(int seed) => AssertStable(Mix(new Random(seed), 40));

    [Property(MaxTest = 200, Replay = "20261122,296144285")]
    public void Redact_TokenInAnyMix_IsNeverLeft(int seed)
    {
        var random = new Random(seed);
        var forms = TokenTable.Rows.SelectMany(row => row.Forms).Where(form => TokenShape.Parse(form).Literal.Length > 4).ToArray();
        var token = ShapeSampler.Sample(forms[random.Next(forms.Length)], seed);
        if (token.Count(char.IsAsciiDigit) < 4) return; // chance left them out, as it hardly ever does
        var text = $"{Mix(random, 6)} {token} {Mix(random, 6)}";
        Assert.DoesNotContain(token, Redaction.Of(text), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WorstPieces))]
    public void Redact_LongestTextOfOnePiece_EndsInBoundedWork(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, ErrorLimits.RawTextChars / piece.Length));
        var watch = Stopwatch.StartNew();
        Redaction.Of(text);
        Redaction.Of("x" + text + "=\"");
        Assert.True(watch.Elapsed < Patience, $"{watch.Elapsed} for {piece}");
    }

    [Fact]
    public void Redact_LongMixes_EndInBoundedWorkAndAreStable()
    {
        var watch = Stopwatch.StartNew();
        for (var seed = 0; seed < 12; seed++) AssertStable(Mix(new Random(seed), 6_000));
        Assert.True(watch.Elapsed < Patience, $"{watch.Elapsed}");
    }

    private static void AssertStable(string text)
    {
        var (once, counts) = Redaction.Counted(text);
        Assert.Same(once, Redaction.Of(once));
        if (counts.Count == 0) Assert.Same(text, once);
        else Assert.NotEqual(text, once);
    }

    private static string Mix(Random random, int pieces)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pieces; i++) text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }
}
