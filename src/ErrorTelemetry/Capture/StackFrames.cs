using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace ErrorTelemetry.Capture;

/// <summary>Where an exception came by: methods and offsets, which decide its text. Two exceptions of one place are equal.</summary>
internal readonly struct StackFrames : IEquatable<StackFrames>
{
    private readonly StackFrame[] _frames;
    private readonly int _hash;

    private StackFrames(StackFrame[] frames)
    {
        _frames = frames;
        var hash = new HashCode();
        foreach (var frame in frames)
        {
            hash.Add(Method(frame));
            hash.Add(frame.GetILOffset());
        }

        _hash = hash.ToHashCode();
    }

    public bool IsEmpty => _frames.Length == 0;

    /// <summary>Whether to remember them would keep code alive that its host may want to unload.</summary>
    public bool AreCollectible => Array.Exists(_frames, static frame => Method(frame) switch
    {
        null => true,
        { DeclaringType: null } method => method.Module.Assembly.IsCollectible,
        var method => method.IsCollectible,
    });

    /// <summary>The frames of an exception, without the file and line of each, which are looked up in symbols.</summary>
    public static StackFrames Of(Exception exception) => new(new StackTrace(exception, fNeedFileInfo: false).GetFrames());

    public bool Equals(StackFrames other)
    {
        if (_hash != other._hash || _frames.Length != other._frames.Length)
            return false;
        for (var i = 0; i < _frames.Length; i++)
        {
            if (_frames[i].GetILOffset() != other._frames[i].GetILOffset() || !Equals(Method(_frames[i]), Method(other._frames[i])))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is StackFrames other && Equals(other);

    public override int GetHashCode() => _hash;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only its identity matters. Where a method is unknown, nothing is remembered.")]
    private static System.Reflection.MethodBase? Method(StackFrame frame) => frame.GetMethod();
}
