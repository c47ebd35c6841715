using System.IO.Compression;

namespace ErrorTelemetry.Browser;

public sealed class ModuleSizeTests
{
    [Fact]
    public void Module_AsCommitted_IsAtMostFiveKibibytesOfBrotli()
    {
        var source = File.ReadAllBytes(ModuleFiles.Module);
        var compressed = new byte[source.Length];

        Assert.True(BrotliEncoder.TryCompress(source, compressed, out var bytes, quality: 11, window: 22));

        TestContext.Current.TestOutputHelper!.WriteLine($"{bytes} bytes");
        Assert.InRange(bytes, 1, 5 * 1024);
    }

    [Fact]
    public void Stub_AsCommitted_IsAFewLines() => Assert.InRange(ModuleFiles.Stub.Length, 1, 400);
}
