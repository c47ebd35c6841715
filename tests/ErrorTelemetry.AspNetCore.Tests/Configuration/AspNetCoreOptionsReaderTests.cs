using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ErrorTelemetry.Configuration;

public sealed class AspNetCoreOptionsReaderTests
{
    [Fact]
    public void Read_Configuration_WinsOverCode()
    {
        var code = new ErrorTelemetryAspNetCoreOptions { CaptureHandled = false };
        code.RateLimit.AddressBurst = 5;
        code.RateLimit.SessionBurst = 6;
        code.AllowedOrigins.Add("https://code.example");

        var options = AspNetCoreOptionsReader.Read(code, Configured(
            ("CaptureHandled", "true"), ("RateLimit:AddressBurst", "7"), ("RateLimit:AddressPerMinute", "8"), ("RateLimit:SessionPerMinute", "9"), ("RateLimit:Enabled", "false"),
            ("AllowedOrigins:0", "https://config.example")));

        Assert.True(options.CaptureHandled);
        Assert.Equal((7, 8, 6, 9, false), (options.RateLimit.AddressBurst, options.RateLimit.AddressPerMinute, options.RateLimit.SessionBurst, options.RateLimit.SessionPerMinute, options.RateLimit.Enabled));
        Assert.Equal(["https://config.example"], options.AllowedOrigins);
    }

    [Fact]
    public void Read_NoConfiguration_KeepsTheDefaults() =>
        Assert.Equal(120, AspNetCoreOptionsReader.Read(new ErrorTelemetryAspNetCoreOptions(), null).RateLimit.AddressBurst);

    [Fact]
    public void Read_Faults_AreAllInOneMessage()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => AspNetCoreOptionsReader.Read(new ErrorTelemetryAspNetCoreOptions(), Configured(
            ("CaptureHandled", "maybe"), ("RateLimit:Enabled", "2"), ("RateLimit:AddressBurst", "0"), ("RateLimit:SessionBurst", "many"), ("RateLimit:SessionPerMinute", "1000001"),
            ("AllowedOrigins:0", "shop.example"), ("AllowedOrigins:1", "https://shop.example/path"))));

        foreach (var named in (string[])["CaptureHandled", "RateLimit:Enabled", "RateLimit:AddressBurst", "RateLimit:SessionBurst", "RateLimit:SessionPerMinute", "'shop.example'", "'https://shop.example/path'"])
            Assert.Contains(named, failure.Message);
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("https://shop.example", true)]
    [InlineData("https://shop.example/", true)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("https://[::1]:5001", true)]
    [InlineData("https://user@shop.example", false)]
    [InlineData("https://shop.example?x", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    public void Read_AllowedOrigin_IsSchemeHostAndPort(string origin, bool valid)
    {
        var options = new ErrorTelemetryAspNetCoreOptions();
        options.AllowedOrigins.Add(origin);

        Assert.Equal(valid, Record.Exception(() => AspNetCoreOptionsReader.Read(options, null)) is null);
    }

    private static IConfiguration Configured(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>("ErrorTelemetry:" + setting.Key, setting.Value)))
        .Build();
}
