// Placeholder so that others can build: whoever lands the real folder deletes this file.
#pragma warning disable
namespace ErrorTelemetry.Processing.Redaction {
 using Microsoft.Extensions.Options;
 /// <summary>x</summary>
 public sealed class RedactionOptions { /// <summary>x</summary>
 public const string SectionName="a"; /// <summary>x</summary>
 public bool A {get;set;} }
 internal sealed class RedactionOptionsValidator : IValidateOptions<RedactionOptions> { public ValidateOptionsResult Validate(string? n, RedactionOptions o)=>ValidateOptionsResult.Success; }
 internal sealed class TextRedactor(RedactionOptions o) { public string Redact(string t, RedactionCounts c)=>o.A?t:t; public string RedactUrl(string t, RedactionCounts c)=>t; public string RedactValue(string n,string t, RedactionCounts c)=>t; }
}
