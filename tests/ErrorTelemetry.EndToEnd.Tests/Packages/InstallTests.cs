using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using ErrorTelemetry.Processes;

namespace ErrorTelemetry.Packages;

/// <summary>What a new user does: a fresh app, <c>dotnet add package</c>, the README's lines, an error, and the tool.</summary>
[Trait("Category", "Slow")]
public sealed partial class InstallTests : IDisposable
{
    // A version of its own per run: no cache can hold it.
    private readonly string _version = $"0.1.0-test.{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
    private readonly string _folder = Directory.CreateTempSubdirectory("error-telemetry-install-").FullName;

    private static string FetchedPackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [Fact]
    public async Task FreshApp_WithTheReadmesLines_StoresItsError()
    {
        var packages = Path.Combine(_folder, "packages");
        var app = Directory.CreateDirectory(Path.Combine(_folder, "app")).FullName;
        var environment = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(_folder, "cache"),
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        };
        await new Cli(RepositoryRoot.Path, new Dictionary<string, string>()).RunAsync("bash", "eng/pack.sh", "--version", _version, "--output", packages);

        var cli = new Cli(app, environment);
        await cli.RunAsync("dotnet", "new", "web", "--name", "Shop", "--output", ".");
        // Beside the sources that the machine has. What the build of this repository has fetched is not fetched again: a slow network is not what this tests.
        await File.WriteAllTextAsync(
            Path.Combine(app, "nuget.config"),
            $"""
            <configuration>
              <packageSources><add key="built" value="{packages}" /></packageSources>
              <fallbackPackageFolders><add key="fetched" value="{FetchedPackages}" /></fallbackPackageFolders>
            </configuration>
            """,
            TestContext.Current.CancellationToken);
        foreach (var package in (string[])["ErrorTelemetry.AspNetCore", "ErrorTelemetry.Sqlite"])
            await cli.RunAsync("dotnet", "add", "package", package, "--version", _version);
        await File.WriteAllTextAsync(Path.Combine(app, "Program.cs"), ReadmeProgram(), TestContext.Current.CancellationToken);
        await cli.RunAsync("dotnet", "build", "-c", "Release", "-warnaserror", "--nologo");

        await using (var process = await cli.ServeAsync("dotnet", "bin/Release/net10.0/Shop.dll", "--urls", "http://127.0.0.1:0"))
        {
            using var client = new HttpClient { BaseAddress = process.Address };
            using var healthy = await client.GetAsync("/", TestContext.Current.CancellationToken);
            using var broken = await client.GetAsync("/break", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, healthy.StatusCode);
            Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
            Assert.Single(healthy.Headers.GetValues("x-correlation-id"));
            // A polite stop drains what was handed over.
            Assert.Equal(0, await process.StopAsync());

            var tools = Path.Combine(_folder, "tools");
            await cli.RunAsync("dotnet", "tool", "install", "ErrorTelemetry.Tool", "--version", _version, "--tool-path", tools);
            var tool = Path.Combine(tools, "error-telemetry");
            var group = Assert.Single(JsonDocument.Parse(await cli.RunAsync(tool, "groups", "--sqlite", "errors.db", "--json")).RootElement.EnumerateArray());
            Assert.Equal("System.InvalidOperationException", group.GetProperty("type").GetString());
            Assert.Equal(1, group.GetProperty("count").GetInt64());
            var correlationId = group.GetProperty("lastCorrelationIds")[0].GetString()!;
            var found = Assert.Single(JsonDocument.Parse(await cli.RunAsync(tool, "find", correlationId, "--sqlite", "errors.db", "--json")).RootElement.EnumerateArray());
            Assert.Equal("It broke.", found.GetProperty("message").GetString());
            var dryRun = await cli.RunAsync(tool, "triage", "--sqlite", "errors.db", "--repo", "owner/name", "--dry-run");
            Assert.Contains("It broke.", dryRun, StringComparison.Ordinal);
            Assert.Contains(correlationId, dryRun, StringComparison.Ordinal);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string ReadmeProgram()
    {
        var program = Program().Match(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"))).Groups["code"].Value;
        Assert.NotEmpty(program);
        return program;
    }

    [GeneratedRegex("<!-- readme:program -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();
}
