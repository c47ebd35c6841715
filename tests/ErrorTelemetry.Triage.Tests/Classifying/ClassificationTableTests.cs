using System.Text;

namespace ErrorTelemetry.Classifying;

public sealed class ClassificationTableTests
{
    private static readonly ErrorClassifier Classifier = new();

    [Theory]
    [MemberData(nameof(ClassificationCorpus.Lines), MemberType = typeof(ClassificationCorpus))]
    public void Classify_RealMessage_MatchesItsRule(string line)
    {
        var entry = ClassificationCorpus.All.First(candidate => candidate.Line == line);

        Assert.Equal(entry.Rule, Classifier.Classify(entry.Event).RuleId);
    }

    [Theory]
    [MemberData(nameof(ClassificationCorpus.OrdinaryLines), MemberType = typeof(ClassificationCorpus))]
    public void Classify_OrdinarySentenceWithWordsOfARule_DoesNotMatchIt(string line)
    {
        var (category, _, errorEvent) = ClassificationCorpus.Parse(line);

        Assert.NotEqual(category, Classifier.Classify(errorEvent).Category);
    }

    // A rule that never wins over its forerunners is dead: each has a message of its own in the corpus.
    [Fact]
    public void Rules_All_AreReachedByTheCorpus()
    {
        var reached = ClassificationCorpus.All.Select(entry => Classifier.Classify(entry.Event).RuleId).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Classifier.Rules.Select(rule => rule.Id).Except(reached));
    }

    [Fact]
    public void Rules_All_AreCompleteAndReadable()
    {
        Assert.All(Classifier.Rules, rule =>
        {
            Assert.Matches(@"^[a-z]+(-[a-z0-9]+)*\z", rule.Id);
            Assert.NotEmpty(rule.Remediation);
            Assert.All(rule.Remediation, step => Assert.EndsWith(".", step, StringComparison.Ordinal));
            Assert.True(rule.Types.Count + rule.Messages.Count + rule.Sources.Count + rule.Mechanisms.Count > 0 || rule.Reads is not null);
            Assert.All(rule.Messages.Concat(rule.Sources), phrase => Assert.True(phrase.Trim().Length >= 3, phrase));
        });
        var categories = typeof(ErrorCategories).GetFields().Select(field => (string)field.GetValue(null)!).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Classifier.Rules.Select(rule => rule.Category).Except(categories));
        Assert.Empty(categories.Except(Classifier.Rules.Select(rule => rule.Category)).Except([ErrorCategories.Unknown]));
    }

    [Fact]
    public void Document_Tables_SayWhatTheRulesSay()
    {
        const string Begin = "<!-- rules:begin -->\n";
        const string End = "<!-- rules:end -->";
        var file = Path.Combine(RepositoryRoot.Path, "docs", "classification.md");
        var text = File.ReadAllText(file);
        var head = text[..(text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)];

        Snapshot.Compare(file, head + Table() + text[text.IndexOf(End, StringComparison.Ordinal)..]);
    }

    private static string Table()
    {
        var text = new StringBuilder("| rule | category | severity | looks at | first step |\n| --- | --- | --- | --- | --- |\n");
        foreach (var rule in Classifier.Rules)
        {
            var looksAt = string.Join(", ", new[] { ("type", rule.Types), ("message", rule.Messages), ("file", rule.Sources), ("mechanism", rule.Mechanisms) }.Where(column => column.Item2.Count > 0).Select(column => $"{column.Item1} ({column.Item2.Count})").Concat(rule.Reads is null ? [] : ["code"]));
            text.Append($"| `{rule.Id}` | {rule.Category} | {rule.Severity} | {looksAt} | {rule.Remediation[0].Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        return text.ToString();
    }
}
