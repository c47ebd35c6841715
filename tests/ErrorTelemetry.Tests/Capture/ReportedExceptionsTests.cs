using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace ErrorTelemetry.Capture;

public sealed class ReportedExceptionsTests
{
    private readonly ReportedExceptions _reported = new();

    [Fact]
    public void TryMark_SameScopeAgain_GivesTheEarlierId()
    {
        var exception = new InvalidOperationException();
        var scope = new object();

        Assert.True(_reported.TryMark(exception, scope, Id(1), out _));
        Assert.False(_reported.TryMark(exception, scope, Id(2), out var earlier));
        Assert.Equal(Id(1), earlier);
        Assert.True(_reported.TryMark(exception, new object(), Id(3), out earlier));
        Assert.Equal(Id(3), earlier);
    }

    [Fact]
    public void TryMark_CauseOfAReportedOne_IsKnown()
    {
        var cause = new InvalidOperationException();
        var scope = new object();

        Assert.True(_reported.TryMark(new AggregateException(new IOException("", cause)), scope, Id(1), out _));
        Assert.False(_reported.TryMark(cause, scope, Id(2), out var earlier));
        Assert.Equal(Id(1), earlier);
    }

    [Fact]
    public void TryMark_WrapperOfAReportedOne_IsKnown()
    {
        var cause = new InvalidOperationException();
        var scope = new object();

        Assert.True(_reported.TryMark(cause, scope, Id(1), out _));
        Assert.False(_reported.TryMark(new AggregateException(new IOException("", cause)), scope, Id(2), out var earlier));
        Assert.Equal(Id(1), earlier);
    }

    [Fact]
    public void TryMark_AsManyOthersAsFitBesideIt_StaysKnown()
    {
        var exception = new InvalidOperationException();
        var scope = new object();
        _reported.TryMark(exception, scope, Id(1), out _);
        for (var i = 1; i < ReportMarks.Most; i++)
            _reported.TryMark(new InvalidOperationException(), scope, Id(i + 1), out _);

        Assert.False(_reported.TryMark(exception, scope, Id(100), out var earlier));
        Assert.Equal(Id(1), earlier);
    }

    [Fact]
    public void TryMark_OneExceptionInEverMoreScopes_KnowsTheLastOnesAndTakesNoMoreMemory()
    {
        var exception = new InvalidOperationException();
        var scopes = Enumerable.Range(0, 1_000).Select(static _ => new object()).ToArray();
        var id = Id(1);
        foreach (var scope in scopes[..100])
            _reported.TryMark(exception, scope, id, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var scope in scopes.AsSpan(100))
            _reported.TryMark(exception, scope, id, out _);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        Assert.All(scopes[^ReportMarks.Most..], scope => Assert.False(_reported.TryMark(exception, scope, id, out _)));
        Assert.True(_reported.TryMark(exception, scopes[0], id, out _));
    }

    [Fact]
    public void TryMark_OneSideWithoutScopeOrTrace_IsTheSamePlace()
    {
        var exception = new InvalidOperationException();
        Assert.True(_reported.TryMark(exception, scope: null, Id(1), out _));

        Assert.False(_reported.TryMark(exception, new object(), Id(2), out var earlier));
        Assert.Equal(Id(1), earlier);
    }

    [Fact]
    public void TryMark_AnotherTraceWithoutScope_IsAnotherPlace()
    {
        var exception = new InvalidOperationException();
        using (StartTrace())
            Assert.True(_reported.TryMark(exception, scope: null, Id(1), out _));

        using (StartTrace())
            Assert.True(_reported.TryMark(exception, scope: null, Id(2), out _));
    }

    [Fact]
    public void TryMark_AfterFarMoreOthersThanFit_IsNoLongerKnown()
    {
        var exception = new InvalidOperationException();
        var scope = new object();
        _reported.TryMark(exception, scope, Id(1), out _);

        // Eight times as many as there are marks: by chance alone none is left in any set.
        for (var i = 0; i < 65_536; i++)
            _reported.TryMark(new InvalidOperationException(), scope, Id(2), out _);

        Assert.True(_reported.TryMark(exception, scope, Id(3), out _));
    }

    [Fact]
    public void TryMark_KeepsNoExceptionAlive()
    {
        var exception = Mark();

        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.False(exception.IsAlive);
        GC.KeepAlive(_reported);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Mark()
    {
        var exception = new InvalidOperationException("", new IOException());
        _reported.TryMark(exception, new object(), Id(1), out _);
        return new WeakReference(exception);
    }

    private static Activity StartTrace() => new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();

    private static ReportId Id(int number) => new($"event-{number}", $"correlation-{number}");
}
