// Placeholder so that others can build: whoever lands the real folder deletes this file.
#pragma warning disable
namespace ErrorTelemetry.Processing.Fingerprinting {
 internal static class ErrorAnalyzer { public static ErrorAnalysis Analyze(ErrorReport r)=>new(){Type=r.Type??"Error",Message=r.Message,Title=r.Message}; }
 internal sealed record ErrorAnalysis { public required string Type {get;init;} public required string Message{get;init;} public IReadOnlyList<ErrorFrame> Frames{get;init;}=[]; public ErrorFrame? CulpritFrame{get;init;} public string? Culprit{get;init;} public required string Title{get;init;} }
 /// <summary>x</summary>
 public interface IFingerprintStrategy { /// <summary>x</summary>
 string Version{get;} /// <summary>x</summary>
 FingerprintResult Compute(FingerprintInput i); }
 /// <summary>x</summary>
 public sealed record FingerprintResult(string Fingerprint, IReadOnlyList<string> Components);
 /// <summary>x</summary>
 public sealed record FingerprintInput { internal static FingerprintInput From(ErrorAnalysis a, ErrorReport r)=>new(); }
 internal sealed class FingerprintStrategyV1:IFingerprintStrategy { public string Version=>"v1"; public FingerprintResult Compute(FingerprintInput i)=>new(new string('a',64),[]); }
}
