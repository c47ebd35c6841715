using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace ErrorTelemetry.Capture;

public sealed class StackTextsTests
{
    public static TheoryData<string> Places => [.. Throws.Keys];

    private static readonly Dictionary<string, Func<Exception>> Throws = new(StringComparer.Ordinal)
    {
        ["never thrown"] = static () => new InvalidOperationException("never thrown"),
        ["sync"] = static () => Catch(static () => ThrowAt(1)),
        ["another line"] = static () => Catch(static () => ThrowAt(2)),
        ["recursion"] = static () => Catch(static () => Recurse(7)),
        ["deeper recursion"] = static () => Catch(static () => Recurse(8)),
        ["generic"] = static () => Catch(static () => Generic<int>()),
        ["generic of a class"] = static () => Catch(static () => Generic<string>()),
        ["async"] = static () => Catch(static () => OuterAsync(1).GetAwaiter().GetResult()),
        ["async of another line"] = static () => Catch(static () => OuterAsync(2).GetAwaiter().GetResult()),
        ["thrown again"] = static () => Catch(static () => ExceptionDispatchInfo.Capture(Catch(static () => ThrowAt(1))).Throw()),
        ["rethrown"] = static () => Catch(static () =>
        {
            try
            {
                ThrowAt(1);
            }
            catch (InvalidOperationException)
            {
                throw;
            }
        }),
        ["of another process"] = static () => Catch(static () => throw ExceptionDispatchInfo.SetRemoteStackTrace(new InvalidOperationException("remote"), "   at Far.Away()")),
        ["with the stack of its making"] = static () => ExceptionDispatchInfo.SetCurrentStackTrace(new InvalidOperationException("made here")),
        ["with a text of its own"] = static () => Catch(static () => throw new OwnTextException("first")),
        ["with another text of its own"] = static () => Catch(static () => throw new OwnTextException("second")),
        ["from the framework"] = static () => Catch(static () => _ = new Dictionary<int, int>()[1]),
        ["from an expression"] = static () => Catch(System.Linq.Expressions.Expression.Lambda<Action>(System.Linq.Expressions.Expression.Throw(
            System.Linq.Expressions.Expression.New(typeof(InvalidOperationException)))).Compile()),
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Of_AnyException_IsItsOwnText(string place)
    {
        for (var i = 0; i < 3; i++)
        {
            var exception = Throws[place]();

            Assert.Equal(exception.StackTrace, StackTexts.Of(exception));
        }
    }

    [Fact]
    public void Of_TheSamePlaceAgain_IsNotMadeAgain()
    {
        var texts = Enumerable.Range(0, 200).Select(static _ => StackTexts.Of(Throws["async"]())).ToHashSet(ReferenceEqualityComparer.Instance);

        // More than one, since the compiler may move or inline a frame meanwhile.
        Assert.DoesNotContain(null, texts);
        Assert.InRange(texts.Count, 1, 20);
    }

    [Fact]
    public void Of_AVeryLongStack_IsMadeAnewSoThatNothingHoldsIt()
    {
        var texts = Enumerable.Range(0, 3).Select(static _ => StackTexts.Of(Catch(static () => Recurse(1_000)))!).ToList();

        Assert.All(texts, static text => Assert.InRange(text.Length, StackTexts.MostChars + 1, int.MaxValue));
        Assert.Equal(3, texts.ToHashSet(ReferenceEqualityComparer.Instance).Count);
    }

    [Fact]
    public void Of_ExceptionThatWentOn_HasTheFurtherFrames()
    {
        var exception = Catch(static () => ThrowAt(1));
        var before = StackTexts.Of(exception);

        _ = Catch(() => ExceptionDispatchInfo.Throw(exception));

        Assert.NotEqual(before, StackTexts.Of(exception));
        Assert.Equal(exception.StackTrace, StackTexts.Of(exception));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowAt(int line)
    {
        if (line == 1)
            throw new InvalidOperationException("one");
        throw new InvalidOperationException("two");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Recurse(int depth) => depth == 0 ? throw new InvalidOperationException("deep") : Recurse(depth - 1) + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Generic<T>() => throw new InvalidOperationException(typeof(T).Name);

    private static async Task OuterAsync(int line)
    {
        if (line == 2)
            await InnerAsync().ConfigureAwait(false);
        await InnerAsync().ConfigureAwait(false);
    }

    private static async Task InnerAsync()
    {
        await Task.Yield();
        ThrowAt(1);
    }

    private static Exception Catch(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            return exception;
        }

        throw new InvalidOperationException("It did not throw.");
    }

    private sealed class OwnTextException(string text) : Exception
    {
        public override string StackTrace => text;
    }
}
