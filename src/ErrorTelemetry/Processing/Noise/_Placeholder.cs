// Placeholder so that others can build: whoever lands the real folder deletes this file.
#pragma warning disable
namespace ErrorTelemetry.Processing.Noise {
 using Microsoft.Extensions.Options;
 /// <summary>x</summary>
 public sealed class NoiseOptions { /// <summary>x</summary>
 public const string SectionName="a"; /// <summary>x</summary>
 public bool A {get;set;} }
 internal sealed class NoiseOptionsValidator : IValidateOptions<NoiseOptions> { public ValidateOptionsResult Validate(string? n, NoiseOptions o)=>ValidateOptionsResult.Success; }
 internal sealed class NoiseFilter(NoiseOptions o) { public string? Match(ErrorReport r)=>o.A?null:null; }
}
