using Microsoft.Extensions.DependencyInjection;

namespace ErrorTelemetry.Processing.Fingerprinting;

public sealed class KnownErrorsTests
{
    private static readonly ErrorReport Report = Some.Report() with { Causes = [] };

    /// <summary>Reports that share some texts with <see cref="Report"/>, each different in one thing that may count.</summary>
    private static readonly ErrorReport[] Siblings =
    [
        Report,
        Report with { EventId = Some.EventId(), Timestamp = Some.Now, SessionId = "session-2" },
        Report with { Type = "RangeError" },
        Report with { Message = "Cannot read properties of undefined (reading 'price')" },
        Report with { Stack = Report.Stack + "\n    at checkout (https://shop.test/assets/pay.js:1:2)" },
        Report with { Stack = null },
        Report with { Causes = [new ErrorCause("RangeError", "out of range", null)] },
        Report with { Causes = [new ErrorCause("RangeError", "out of range", "RangeError: out of range\n    at sum (https://shop.test/assets/cart.js:3:4)")] },
        Report with { Fingerprint = ["{{default}}", "checkout"] },
        Report with { Mechanism = ErrorMechanisms.Csp },
        Report with { Mechanism = ErrorMechanisms.Resource },
        Report with { Type = "HTTP 500", Stack = null, Route = "/a" },
        Report with { Type = "HTTP 500", Stack = "no frames here", Route = "/a", Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["http.response.status_code"] = "500" } },
        Report with { Type = "HTTP 500", Stack = "no frames here", Route = "/b", Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["http.response.status_code"] = "500" } },
    ];

    [Fact]
    public void Process_ErrorsThatAreKnown_GivesWhatItGaveWhenTheyWereNew()
    {
        using var services = Services();
        var used = services.GetRequiredService<ErrorPipeline>();
        foreach (var report in Siblings.Concat(Siblings.Reverse()).Concat(Siblings))
        {
            using var fresh = Services();
            var expected = fresh.GetRequiredService<ErrorPipeline>().Process(report, ReportSource.Client, Some.Now);

            var actual = used.Process(report, ReportSource.Client, Some.Now);

            Assert.Equal(expected.Fingerprint!.Components, actual.Fingerprint!.Components);
            Assert.Equal(expected.Fingerprint.Fingerprint, actual.Fingerprint.Fingerprint);
            Assert.Equal(expected.Frames, actual.Frames);
            Assert.Equivalent(expected.Event, actual.Event, strict: true);
        }
    }

    [Fact]
    public void Of_TheSameTextsAgain_IsParsedOnce()
    {
        var known = new KnownErrors();

        var first = known.Of(Report);

        Assert.Same(first, known.Of(Report with { EventId = Some.EventId(), Stack = new string(Report.Stack), Breadcrumbs = [] }));
        Assert.NotSame(first, known.Of(Report with { Type = "RangeError" }));
        Assert.NotSame(first, known.Of(Report with { Message = "other" }));
        Assert.NotSame(first, known.Of(Report with { Causes = [new ErrorCause("E", null, null)] }));
    }

    [Fact]
    public void Of_LongStacksOfCauses_AreNotHeld()
    {
        var known = new KnownErrors();
        var part = KnownErrors.MaxStackChars / 2;
        var cause = new ErrorCause("RangeError", "out of range", new string('s', part));

        var held = Report with { Causes = [cause] };
        Assert.Same(known.Of(held), known.Of(held));
        var tooLong = Report with { Causes = [cause, cause] };
        Assert.NotSame(known.Of(tooLong), known.Of(tooLong));
    }

    [Fact]
    public void Of_StacksThatDifferInOneCharacter_AreNotTakenForEachOther()
    {
        var known = new KnownErrors();
        known.Of(Report);
        for (var i = 0; i < Report.Stack!.Length; i++)
        {
            var other = $"{Report.Stack[..i]}\u0001{Report.Stack[(i + 1)..]}";
            Assert.True(known.Of(Report with { Stack = other }).Is(Report with { Stack = other }));
        }
    }

    [Fact]
    public void Of_SiblingsThatTakeTurns_AreParsedOnceEach()
    {
        var known = new KnownErrors();
        var siblings = Enumerable.Range(0, 10).Select(i => Report with { Stack = Report.Stack!.Replace("cartTotal", $"cart{(char)('a' + i)}otal", StringComparison.Ordinal) }).ToArray();

        var first = siblings.Select(known.Of).ToArray();

        // Two may share a slot; all of them would if the hash did not see where they differ.
        Assert.True(siblings.Select(known.Of).Zip(first, ReferenceEquals).Count(same => same) >= 6);
    }

    [Fact]
    public void FingerprintOf_AStrategyOfTheHost_IsAskedForEveryReport()
    {
        var strategy = new CountingStrategy();
        var known = new KnownErrors();

        known.Of(Report).FingerprintOf(Report, strategy);
        known.Of(Report).FingerprintOf(Report, strategy);

        Assert.Equal(2, strategy.Asked);
    }

    private static ServiceProvider Services() => new ServiceCollection().AddErrorTelemetry().Services.BuildServiceProvider();

    private sealed class CountingStrategy : IFingerprintStrategy
    {
        public int Asked { get; private set; }

        public string Version => "counting";

        public FingerprintResult Compute(FingerprintInput input) => new(Some.Fingerprint(input.Type), [$"asked: {++Asked}"]);
    }
}
