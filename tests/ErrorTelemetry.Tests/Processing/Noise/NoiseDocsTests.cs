namespace ErrorTelemetry.Processing.Noise;

public class NoiseDocsTests
{
    [Fact]
    public void Packs_EveryPackAndRule_StandsInTheDocs()
    {
        var docs = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "noise.md"));
        Assert.All(NoisePacks.All, pack =>
        {
            Assert.Contains($"### `{pack.Id}`\n\nVersion {pack.Version}, {(pack.OnByDefault ? "on" : "off")} by default. {pack.Title}\n", docs, StringComparison.Ordinal);
            Assert.All(pack.Rules, rule => Assert.Contains($"| `{rule.Id}` | {rule.Title} |\n", docs, StringComparison.Ordinal));
        });
        Assert.Equal(NoisePacks.All.Sum(pack => pack.Rules.Length), docs.Split("\n| `").Length - 1);
    }
}
