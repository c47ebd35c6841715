using ErrorTelemetry.Processing.Redaction.Tables;

namespace ErrorTelemetry.Processing.Redaction;

public class TokenTableTests
{
    private const int SamplesPerForm = 4;

    public static TheoryData<string> Ids => [.. TokenTable.Rows.Select(row => row.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Redact_TokenOfEveryForm_IsReplacedByItsKind(string id)
    {
        foreach (var (form, sample) in Samples(id))
        {
            foreach (var frame in new[] { "{0}", "value {0} was refused", "'{0}'", "[\"{0}\"]", "https://host.example/{0}/x", "line\\n{0}\\n" })
            {
                if (frame.Contains("/{0}", StringComparison.Ordinal) && form.StartsWith("[A-Za-z0-9+/]", StringComparison.Ordinal)) continue; // the slash before could be the key's own
                var text = frame.Replace("{0}", sample, StringComparison.Ordinal);
                var (redacted, counts) = Redaction.Counted(text);
                Assert.False(redacted.Contains(sample, StringComparison.Ordinal), $"{form}: {text} => {redacted}");
                Assert.NotEmpty(counts);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Redact_DetectorSwitchedOff_FindsNoTokenOfThatKind(string id)
    {
        var redactor = Redaction.Without(id);
        foreach (var (_, sample) in Samples(id))
        {
            var counts = new RedactionCounts();
            redactor.Redact($"value {sample} here", counts);
            Assert.DoesNotContain(id, counts.ToDictionary().Keys);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Redact_CutToItsBeginning_LeavesTheText(string id)
    {
        foreach (var form in TokenTable.Rows.Single(row => row.Id == id).Forms)
        {
            var literal = TokenShape.Parse(form).Literal;
            if (literal.Length == 0) continue;
            var text = $"the prefix {literal} is documented";
            Assert.Equal(text, Redaction.Of(text));
        }
    }

    [Theory]
    [InlineData("npm_[A-Za-z0-9]{36}", "extra9")]
    [InlineData("dop_v1_[a-f0-9]{64}", "Z")]
    [InlineData("rubygems_[a-f0-9]{48}", "0a0a0a0a0a0a0a0a0a0a")]
    [InlineData("hf_[A-Za-z0-9]{34}", "Next")]
    public void Redact_TokenLongerThanItsForm_IsGone(string form, string behind)
    {
        var sample = ShapeSampler.Sample(form, 5);
        foreach (var text in new[] { sample + behind, sample + sample, sample + "_" + sample })
        {
            var redacted = Redaction.Of($"got {text} here");
            Assert.DoesNotContain(sample[^10..], redacted, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("npm_config_registry_and_some_other_setting_of_a_package")]
    [InlineData("hf_transformers_model_loading_pipeline_failed_at_start")]
    [InlineData("sk-fading-circle-some-long-class-name-of-a-spinner-12-of-many-more")]
    [InlineData("shpat_is_the_beginning_of_tokens_of_a_shop_in_the_documents")]
    public void Redact_NameLongerThanAForm_Survives(string name) => Assert.Equal($"x {name} y", Redaction.Of($"x {name} y"));

    [Theory]
    [InlineData("{id}:{s}")]
    [InlineData("{id}\n{s}")]
    [InlineData("{id}\", \"{s}")]
    public void Redact_SecretRightBehindItsId_IsGone(string text)
    {
        var secret = ShapeSampler.Sample("[A-Za-z0-9+/]{40}", 3);
        var id = ShapeSampler.Sample("AKIA[A-Z0-9]{16}", 4);
        Assert.DoesNotContain(secret, Redaction.Of(text.Replace("{id}", id, StringComparison.Ordinal).Replace("{s}", secret, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_CommitBehindAnId_Survives()
    {
        var commit = ShapeSampler.Sample("[a-f0-9]{40}", 3);
        Assert.Contains(commit, Redaction.Of($"{ShapeSampler.Sample("AKIA[A-Z0-9]{16}", 4)} {commit}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_Named_AtLeastSixtyKinds() => Assert.True(TokenTable.Rows.Select(row => row.Id).Distinct(StringComparer.Ordinal).Count() >= 60);

    [Fact]
    public void Redact_PlaceholderOfXs_Survives()
    {
        foreach (var start in new[] { "gh" + "p_", "sk_" + "live_", "glp" + "at-", "xo" + "xb-" })
        {
            var text = $"use {start}{new string('x', 36)} here";
            Assert.Equal(text, Redaction.Of(text));
        }
    }

    private static IEnumerable<(string Form, string Sample)> Samples(string id)
    {
        foreach (var form in TokenTable.Rows.Single(row => row.Id == id).Forms)
        {
            var literal = TokenShape.Parse(form).Literal.Length;
            for (int seed = 0, made = 0; made < SamplesPerForm && seed < 200; seed++)
            {
                var sample = ShapeSampler.Sample(form, seed);
                if (sample[literal..].Count(char.IsAsciiDigit) < 2 && seed < 150) continue; // chance left the digits out, as it hardly ever does
                made++;
                yield return (form, sample);
            }
        }
    }
}
