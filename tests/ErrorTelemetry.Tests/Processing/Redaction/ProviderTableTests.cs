using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction;

public class ProviderTableTests
{
    public static TheoryData<string> Ids => [.. ProviderTable.Rows.Select(row => row.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Redact_KeyBehindVendorsName_IsReplaced(string id)
    {
        foreach (var row in ProviderTable.Rows.Where(row => row.Id == id))
        {
            foreach (var form in row.Forms)
            {
                var sample = ShapeSampler.Sample(form, 5);
                foreach (var frame in new[] { "{0}_api_token = \"{1}\"", "{0}Token={1}", "{\"{0}_token\":\"{1}\"}", "<{0}Token>\n  {1}\n</{0}Token>" })
                {
                    var text = frame.Replace("{0}", row.Words[0], StringComparison.Ordinal).Replace("{1}", sample, StringComparison.Ordinal);
                    Assert.DoesNotContain(sample, Redaction.Of(text), StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Redact_VendorsNameWithoutKey_Survives(string id)
    {
        foreach (var word in ProviderTable.Rows.Where(row => row.Id == id).SelectMany(row => row.Words))
        {
            var text = $"Calling {word} failed with status 503; see {word}.example for details, commit {new string('a', 20)}{new string('1', 20)}";
            Assert.Equal(text, Redaction.Of(text));
        }
    }
}
