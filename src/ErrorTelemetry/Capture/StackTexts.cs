using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;

namespace ErrorTelemetry.Capture;

/// <summary>
/// The text of an exception's stack, the same as <see cref="Exception.StackTrace"/>. The runtime makes that by reflection over the attributes of every frame, which is
/// most of what a server error costs; the same frames have the same text, so it is made once for each place that throws.
/// </summary>
internal static class StackTexts
{
    /// <summary>Beyond it everything is forgotten: an app has few places that throw, and a storm of new ones must not fill the memory.</summary>
    private const int MostTexts = 512;

    /// <summary>A longer text is made anew: a recursion has another one at each depth, of megabytes perhaps.</summary>
    internal const int MostChars = 16_384;

    private static readonly ConcurrentDictionary<StackFrames, string> Texts = new();

    private static readonly ConditionalWeakTable<Type, StrongBox<bool>> OwnTexts = [];

    // Under hot reload the lines of a method move.
    private static readonly bool IsExact = RuntimeFeature.IsDynamicCodeSupported && !MetadataUpdater.IsSupported && CanSeeRemote();

    public static string? Of(Exception exception)
    {
        if (!IsExact || RemoteText(exception) is not null || IsOverridden(exception))
            return exception.StackTrace;
        var frames = StackFrames.Of(exception);
        if (frames.IsEmpty)
            return exception.StackTrace;
        if (Texts.TryGetValue(frames, out var known))
            return known;

        var text = exception.StackTrace;
        if (text is null or { Length: > MostChars } || frames.AreCollectible)
            return text;
        if (Texts.Count >= MostTexts)
            Texts.Clear();
        Texts.TryAdd(frames, text);
        return text;
    }

    private static bool CanSeeRemote()
    {
        try
        {
            return RemoteText(new Exception()) is null;
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }

    /// <summary>What <see cref="System.Runtime.ExceptionServices.ExceptionDispatchInfo"/> has put before the frames, for a stack of another thread or process. Nothing public tells.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_remoteStackTraceString")]
    private static extern ref string? RemoteText(Exception exception);

    private static bool IsOverridden(Exception exception) => OwnTexts.GetValue(exception.GetType(), static type => new StrongBox<bool>(HasOwnText(type))).Value;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Where the property's description was trimmed away it counts as overridden, and the text is made anew.")]
    private static bool HasOwnText(Type type)
    {
        try
        {
            return type.GetProperty(nameof(Exception.StackTrace))?.DeclaringType != typeof(Exception);
        }
        catch (AmbiguousMatchException)
        {
            return true;
        }
    }
}
