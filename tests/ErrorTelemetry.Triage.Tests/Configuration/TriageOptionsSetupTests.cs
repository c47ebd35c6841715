using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

public sealed class TriageOptionsSetupTests
{
    [Fact]
    public void Options_SectionAndCode_TheSectionWins()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(Some.Store());
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ErrorTelemetry:Triage:MinCount"] = "7", ["ErrorTelemetry:Triage:IgnoredCategories:0"] = "network", ["ErrorTelemetry:Triage:Mutes:0:Category"] = "timeout", ["ErrorTelemetry:Triage:ReleaseCommits:1.0"] = "5f3a9c1",
            ["ErrorTelemetry:Triage:RegressionGrace"] = "02:00:00", ["ErrorTelemetry:Triage:Repository"] = "owner/shop", ["ErrorTelemetry:Triage:Token"] = "token-1",
        }).Build());
        new ErrorTelemetryBuilder(services).AddTriage(options => options.MinCount = 3);
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<TriageOptions>>().Value;

        Assert.Equal((7, TimeSpan.FromHours(2)), (options.MinCount, options.RegressionGrace));
        Assert.Equal(("network", "timeout", "5f3a9c1"), (options.IgnoredCategories[0], options.Mutes[0].Category, options.ReleaseCommits["1.0"]));
    }

    [Fact]
    public void ApplyEnvironment_NamedVariables_WinAndBlankOnesDoNot()
    {
        var options = new TriageOptions { Repository = "owner/code", Token = "code-token" };

        TriageOptionsSetup.ApplyEnvironment(options, name => name switch { "GITHUB_REPOSITORY" => "owner/env", "GITHUB_TOKEN" => " ", "GITHUB_API_URL" => "https://ghe.test/api/v3", _ => null });

        Assert.Equal(("owner/env", "code-token", "https://ghe.test/api/v3"), (options.Repository, options.Token, options.GitHubUrl));
    }

    [Theory]
    [InlineData("owner/shop", "https://api.github.com", "token-1", true)]
    [InlineData("owner/shop", "http://127.0.0.1:5000/x", "token-1", true)]
    [InlineData("owner/shop", "http://ghe.test", "token-1", false)]
    [InlineData("owner/shop", "https://user:pass@ghe.test", "token-1", false)]
    [InlineData("owner/shop", "ftp://ghe.test", "token-1", false)]
    [InlineData("owner/shop/x", "https://api.github.com", "token-1", false)]
    [InlineData("../shop", "https://api.github.com", "token-1", false)]
    [InlineData("owner/shop?x", "https://api.github.com", "token-1", false)]
    [InlineData("owner/shop", "https://api.github.com", "tok\nen", false)]
    public void FaultsOf_Options_NamesWhatIsWrong(string repository, string url, string token, bool good) =>
        Assert.Equal(good, TriageOptionsRules.FaultsOf(new TriageOptions { Repository = repository, GitHubUrl = url, Token = token }).Count == 0);
}
