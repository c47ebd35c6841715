using System.Text.RegularExpressions;

namespace ErrorTelemetry;

/// <summary>One contract, one suite: a store without it does not pass.</summary>
public sealed partial class StoreConformanceCoverageTests
{
    [Fact]
    public void Stores_AllOfThem_DeriveTheSuite() => Assert.Empty(StoresWithoutSuite(RepositoryRoot.Path));

    [Fact]
    public void Stores_AreFound() => Assert.Contains("ErrorTelemetry/InMemoryErrorStore", Stores(RepositoryRoot.Path).Select(store => $"{store.Project}/{store.Name}"));

    [Fact]
    public void Stores_WithoutDerivedSuite_AreNamed()
    {
        var root = Directory.CreateTempSubdirectory();
        try
        {
            Write(root, "src/P.A/AStore.cs", "internal sealed class AStore(int x) : Base, IErrorStore, IDisposable");
            Write(root, "src/P.B/BStore.cs", "public sealed class BStore : IErrorStore");
            Write(root, "src/P.B/User.cs", "internal sealed class User(IErrorStore store) : IDisposable");
            Write(root, "tests/P.A.Tests/AStoreTests.cs", "public sealed class AStoreTests : StoreConformance { new AStore(1) }");
            Write(root, "tests/P.B.Tests/BStoreTests.cs", "public sealed class BStoreTests { new BStore() }");

            Assert.Equal(["P.B/BStore"], StoresWithoutSuite(root.FullName));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> StoresWithoutSuite(string root) =>
        from store in Stores(root)
        where !CSharp(Path.Combine(root, "tests", $"{store.Project}.Tests")).Any(file => Suite().IsMatch(file) && file.Contains(store.Name, StringComparison.Ordinal))
        select $"{store.Project}/{store.Name}";

    private static IEnumerable<(string Project, string Name)> Stores(string root) =>
        from project in Directory.EnumerateDirectories(Path.Combine(root, "src"))
        from file in CSharp(project)
        from Match store in Implementation().Matches(file)
        select (Path.GetFileName(project), store.Groups[1].Value);

    private static IEnumerable<string> CSharp(string folder) =>
        !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Built().IsMatch(Path.GetRelativePath(folder, path)))
            .Select(File.ReadAllText);

    private static void Write(DirectoryInfo root, string path, string text)
    {
        var file = Path.Combine(root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    [GeneratedRegex(@"\bclass (\w{1,100})(?:\([^()]{0,500}\))? : [\w<>, ]{0,200}?\bIErrorStore\b")]
    private static partial Regex Implementation();

    [GeneratedRegex(@": StoreConformance\b")]
    private static partial Regex Suite();

    [GeneratedRegex(@"^(?:bin|obj)[/\\]")]
    private static partial Regex Built();
}
