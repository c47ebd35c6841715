namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

public class FileNamesTests
{
    private const string Hex = "0123456789abcdef";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base36 = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const string Base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int Builds = 400;

    /// <summary>How bundlers name a file (<c>*</c> is the hash), what they make hashes of, how long these are, and what is left of the name.</summary>
    public static TheoryData<string, string, int, string> Bundlers => new()
    {
        { "/assets/index-*.js", Base64Url, 8, "index.js" },                       // Vite, Rollup
        { "/assets/CartList-*.js", Base64Url, 8, "CartList.js" },
        { "/_nuxt/*.js", Base64Url, 8, "<hash>.js" },                             // Nuxt
        { "/_app/immutable/nodes/12.*.js", Base64Url, 8, "<int>.js" },            // SvelteKit
        { "/_astro/Card.*.js", Base64Url, 8, "Card.js" },                         // Astro
        { "/chunk-*.js", Base32, 8, "chunk.js" },                                 // Angular, esbuild
        { "/build/routes/orders.$id-*.js", Base32, 8, "orders.$id.js" },          // Remix
        { "/static/js/main.*.chunk.js", Hex, 8, "main.js" },                      // Create React App, Parcel
        { "/main.*.bundle.js", Hex, 20, "main.js" },                              // webpack
        { "/_next/static/chunks/main-app-*.js", Hex, 16, "main-app.js" },         // Next.js
        { "/assets/application-*.js", Hex, 64, "application.js" },                // Sprockets
        { "/assets/chunk.122.*.js", Hex, 20, "chunk.js" },                        // Ember
    };

    [Theory]
    [MemberData(nameof(Bundlers))]
    public void Normalize_ManyBuilds_LeavesOneName(string template, string alphabet, int length, string expected)
    {
        var random = new Random(20_251_122);
        var split = 0;
        for (var i = 0; i < Builds; i++)
        {
            var hash = new string(random.GetItems<char>(alphabet, length));
            split += FileNames.Normalize($"https://shop.example{template.Replace("*", hash, StringComparison.Ordinal)}") == expected ? 0 : 1;
        }

        // Of random letters, some read as words; only digits would make a hash of eight capitals and letters certain.
        Assert.InRange(split, 0, alphabet == Base64Url ? Builds * 5 / 100 : 0);
    }

    [Fact]
    public void Normalize_StaticAssets_LeavesOneNameForMost()
    {
        var random = new Random(20_251_122);

        var split = Enumerable.Range(0, Builds).Count(_ => FileNames.Normalize($"https://shop.example/cart.{new string(random.GetItems<char>(Base36, 10))}.js") != "cart.js");

        Assert.InRange(split, 0, Builds * 8 / 100);
    }

    [Theory]
    [InlineData("cart.bootstrap5.js")]
    [InlineData("cart.lightspeed.js")]
    [InlineData("cart-s3upload.js")]
    [InlineData("cart-UserList.js")]
    [InlineData("cart-HTMLView.js")]
    [InlineData("cart-SignUpUI.js")]
    [InlineData("cart-AddToBag.js")]
    [InlineData("cart-CanvasV2.js")]
    [InlineData("cart-wsServer.js")]
    [InlineData("cart-isLength.js")]
    [InlineData("AppsIcon.js")]
    [InlineData("pdfUtils.js")]
    [InlineData("BillingPageV2.js")]
    [InlineData("IconOutlineArrowSmDown.js")]
    [InlineData("W3cTraceStateModes.js")]
    [InlineData("bootstrap5.js")]
    [InlineData("html5video.js")]
    [InlineData("my-Modal.js")]
    [InlineData("cart-My_Modal.js")]
    [InlineData("step-1.js")]
    public void Normalize_NameThatAPersonGave_StaysWhole(string name) =>
        Assert.Equal(name, FileNames.Normalize($"https://shop.example/assets/{name}"));

    [Theory]
    [InlineData("app-0b8f9a52-9d6e-4b8c-8a0f-3c1d2e4f5a6b.js", "app.js")]
    [InlineData("0b8f9a52-9d6e-4b8c-8a0f-3c1d2e4f5a6b.js", "<hash>.js")]
    [InlineData("app.k3vn2d8q1x.js", "app.js")]
    [InlineData("app.dwRFzczLyNrTicPtHqBb.js", "app.js")]
    public void Normalize_OtherHash_IsDropped(string name, string expected) =>
        Assert.Equal(expected, FileNames.Normalize($"https://shop.example/assets/{name}"));

    [Theory]
    [InlineData("/_next/static/chunks/app/orders/%5Bid%5D/page-4f2a9c1b3d5e6f70.js", "orders/[id]/page.js")]
    [InlineData("/_next/static/chunks/app/orders/[id]/page-00aa11bb22cc33dd.js?dpl=1", "orders/[id]/page.js")]
    [InlineData("/_next/static/chunks/app/page-4f2a9c1b3d5e6f70.js", "page.js")]
    [InlineData("/_next/static/chunks/pages/orders/[id]-4f2a9c1b3d5e6f70.js", "orders/[id].js")]
    [InlineData("/_next/static/chunks/main-app-4f2a9c1b3d5e6f70.js", "main-app.js")]
    [InlineData("/v2/app/orders/page-4f2a9c1b3d5e6f70.js", "page.js")]
    public void Normalize_RouteThatIsAFolder_IsPartOfTheName(string path, string expected) =>
        Assert.Equal(expected, FileNames.Normalize($"https://shop.example{path}"));
}
