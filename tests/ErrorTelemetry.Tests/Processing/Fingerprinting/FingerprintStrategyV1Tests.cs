namespace ErrorTelemetry.Processing.Fingerprinting;

public class FingerprintStrategyV1Tests
{
    private const string Cart = "TypeError: x\n    at total (https://shop.example/assets/cart-BXr8sK2d.js:41:27)\n    at submit (https://shop.example/assets/main-D9fk2LmQ.js:7:1)";

    /// <summary>What must not matter, one way to say an error beside another.</summary>
    public static TheoryData<string, string, string> Same => new()
    {
        { "line numbers", Cart, Cart.Replace(":41:27", ":97:3", StringComparison.Ordinal) },
        { "asset hashes", Cart, Cart.Replace("BXr8sK2d", "Q7zLm_0p", StringComparison.Ordinal) },
        { "host and port", Cart, Cart.Replace("https://shop.example", "http://localhost:8080", StringComparison.Ordinal) },
        { "query", Cart, Cart.Replace(".js:", ".js?v=17:", StringComparison.Ordinal) },
        { "async marks", Cart, Cart.Replace("at submit", "at async submit", StringComparison.Ordinal) },
        { "receiver and alias", Cart, Cart.Replace("at submit", "at Object.submit [as onSubmit]", StringComparison.Ordinal) },
        { "firefox", Cart, "total@https://shop.example/assets/cart-BXr8sK2d.js:41:27\nsubmit@https://shop.example/assets/main-D9fk2LmQ.js:7:1\n" },
        { "safari with built-ins", Cart, "total@https://shop.example/assets/cart-BXr8sK2d.js:41:27\nforEach@[native code]\nsubmit@https://shop.example/assets/main-D9fk2LmQ.js:7:1" },
        { "libraries between", Cart, Cart.Replace("\n    at submit", "\n    at dispatch (https://shop.example/node_modules/react-dom/index.js:1:1)\n    at submit", StringComparison.Ordinal) },
        { "recursion depth", Deep(2), Deep(40) },
        { "mutual recursion", Mutual(2), Mutual(9) },
        { "build path", Managed("/home/ci/1/src/Cart.cs:line 4"), Managed(@"C:\agent\_work\9\s\Cart.cs:line 77") },
        { "no symbols", Managed("/home/ci/1/src/Cart.cs:line 4"), Managed(null) },
        { "compiler-generated numbers", "System.Exception: x\n   at Shop.Cart.<>c__DisplayClass3_0.<Total>b__1(Item i)", "System.Exception: x\n   at Shop.Cart.<>c.<Total>b__9_4(Item i)" },
        { "async state machine", "System.Exception: x\n   at Shop.Cart.LoadAsync()", "System.Exception: x\n   at Shop.Cart.<LoadAsync>d__7.MoveNext()\n--- End of stack trace from previous location ---\n   at System.Runtime.CompilerServices.TaskAwaiter.ThrowForNonSuccess(Task task)" },
        { "language of the machine", "System.Exception: x\n   at Shop.Cart.Total() in C:\\a.cs:line 4", "System.Exception: x\n   bei Shop.Cart.Total() in C:\\a.cs:Zeile 4." },
        { "generic arguments", "System.Exception: x\n   at Shop.Box`1.Get[T](T t)", "System.Exception: x\n   at T Shop.Box<T>.Get<T>(T t)" },
        { "Mono", "System.Exception: x\n   at Shop.Cart.Total(String s)", "System.Exception: x\n  at Shop.Cart.Total (System.String s) [0x0001f] in <0123456789abcdef0123456789abcdef>:0" },
        { "framework version", "System.Exception: x\n   at System.Linq.Enumerable.First[T](IEnumerable`1 s)\n   at Shop.Cart.Total()", "System.Exception: x\n   at System.Linq.ThrowHelper.ThrowNoElements()\n   at System.Linq.Enumerable.First[T](IEnumerable`1 s)\n   at Shop.Cart.Total()" },
        { "language of what the runtime says", Runtime("NullReferenceException", "Object reference not set"), Runtime("NullReferenceException", "Der Objektverweis wurde nicht festgelegt") },
        { "language of what the runtime says of a cause", RuntimeCause("Object reference not set"), RuntimeCause("Der Objektverweis wurde nicht festgelegt") },
        { "own content network", Cart, Cart.Replace("https://shop.example", "https://cdn.shop.example", StringComparison.Ordinal) },
        { "language of what the system says of a connection", Refused("(10061): No connection could be made because the target machine actively refused it."), Refused("(10061): Es konnte keine Verbindung hergestellt werden") },
        { "system that says it", Refused("(10061): No connection could be made because the target machine actively refused it."), Refused("(111): Connection refused") },
        { "engine that runs a module", Wasm("    at total (wasm://wasm/0002b1ca:wasm-function[12]:0x1a2b)"), Wasm("<?>.wasm-function[total]@[wasm code]") },
        { "one line", "System.Exception: x\n   at Shop.Cart.Total() in C:\\a.cs:line 4\n   at Shop.Cart.Run()", "System.Exception: x   at Shop.Cart.Total() in C:\\a.cs:line 9   at Shop.Cart.Run()" },
        { "async member of an interface", "System.Exception: x\n   at Shop.Night.<Shop-IJob<T>-RunAsync>d__0.MoveNext()", "System.Exception: x\n   at Shop.Night.Shop.IJob<T>.RunAsync()" },
        { "error page of .NET Framework", "System.Exception: x\n   at Shop.Cart.Total(Int32 n) in C:\\a.cs:line 4", "System.Exception: x\n   Shop.Cart.Total(Int32 n) in D:\\web\\a.cs:14\n   System.Web.UI.Page.Load() +71" },
        { "build hash of Rust", Wasm("    at shop::cart::total::h1a2b3c4d5e6f7a8b (https://shop.example/pkg/shop_bg.wasm:wasm-function[9]:0x1b)"), Wasm("    at shop::cart::total::h00ff3c4d5e6f7a8b (https://shop.example/pkg/shop_bg.wasm:wasm-function[12]:0x2c)") },
        { "build hash of mangled Rust", Wasm("    at _ZN4shop4cart5total17h1a2b3c4d5e6f7a8bE (wasm://wasm/0002b1ca:wasm-function[9]:0x1b)"), Wasm("    at _ZN4shop4cart5total17h00ff3c4d5e6f7a8bE (wasm://wasm/0102b1ca:wasm-function[9]:0x1b)") },
        { "build hash of Unity", Wasm("    at Cart_Total_m7486FA1E8A228E806BA045D26ABECC87DFD436B4 (https://shop.example/Build/shop.wasm:wasm-function[9]:0x1b)"), Wasm("    at Cart_Total_m0086FA1E8A228E806BA045D26ABECC87DFD436B4 (https://shop.example/Build/shop.wasm.br:wasm-function[9]:0x1b)") },
        { "language of who says that nobody caught it", "Unhandled exception. System.Exception: x\n   at Shop.Cart.Total()", "Необработанное исключение: System.Exception: x\n   в Shop.Cart.Total()" },
        { "query of a native app's packager", Cart, Cart.Replace(".js:", ".js//&platform=ios&dev=true:", StringComparison.Ordinal) },
        { "order of parallel failures", Aggregate("A", "B"), Aggregate("B", "A") },
    };

    public static TheoryData<string, string, string> Different => new()
    {
        { "type", Cart, Cart.Replace("TypeError", "RangeError", StringComparison.Ordinal) },
        { "throw site", Cart, Cart.Replace("at total", "at discount", StringComparison.Ordinal) },
        { "caller of a helper", Cart, Cart.Replace("at submit", "at preview", StringComparison.Ordinal) },
        { "file", Cart, Cart.Replace("cart-", "basket-", StringComparison.Ordinal) },
        { "namespace", "System.Exception: x\n   at Shop.Cart.Total()", "System.Exception: x\n   at Depot.Cart.Total()" },
        { "lambda and method", "System.Exception: x\n   at Shop.Cart.Total()", "System.Exception: x\n   at Shop.Cart.<>c.<Total>b__0_0()" },
        { "cause's type", Inner("System.FormatException", "One"), Inner("System.TimeoutException", "One") },
        { "cause's throw site", Inner("System.FormatException", "One"), Inner("System.FormatException", "Two") },
        { "what the system says of a connection", Refused("(111): Connection refused"), Refused("(110): Connection timed out") },
        { "what a library says", Runtime("InvalidOperationException", "Sequence contains no elements"), Runtime("InvalidOperationException", "The connection is closed") },
        { "cause or none", Inner("System.FormatException", "One"), "System.Exception: x\n   at Shop.Cart.Total()" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Compute_SameError_GivesOneFingerprint(string what, string one, string other)
    {
        Assert.NotEmpty(what);
        Assert.Equal(Components(one), Components(other));
        Assert.Equal(Of(one), Of(other));
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void Compute_AnotherError_GivesAnotherFingerprint(string what, string one, string other)
    {
        Assert.NotEmpty(what);
        Assert.NotEqual(Of(one), Of(other));
    }

    [Fact]
    public void Compute_NamedFrameOfTheApp_LeavesTheMessageOut() =>
        Assert.Equal(
            Grouping.Fingerprint(Grouping.Report("User jane has no cart", "Error", Cart)),
            Grouping.Fingerprint(Grouping.Report("User john has no cart", "Error", Cart)));

    [Theory]
    [InlineData("Order 42 not found", "Order 4711 not found", true)]
    [InlineData("Order 42 not found", "Basket 42 not found", false)]
    [InlineData("Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON", "Unexpected token '<', \"<html><hea\"... is not valid JSON", true)]
    [InlineData("'<Cart>' is no component", "'<Till>' is no component", false)]
    [InlineData("Request failed with status code 404", "Request failed with status code 500", false)]
    [InlineData("Rate '0.5' is odd", "Rate '123.75' is odd", true)]
    [InlineData("Wait of \"30s\" and '2 h' is odd", "Wait of \"00:00:30.0000000\" and '45 minutes' is odd", true)]
    [InlineData("Missing ids: 1, 2, 3", "Missing ids: 7, 12", true)]
    [InlineData("Field 'total' of 7 is odd", "Field 'price' of 7 is odd", false)]
    public void Compute_NoFrames_GroupsByTypeAndParameterizedMessage(string one, string other, bool same) =>
        Assert.Equal(same, Grouping.Fingerprint(Grouping.Report(one, "Error")) == Grouping.Fingerprint(Grouping.Report(other, "Error")));

    [Theory]
    [InlineData("GET", "/orders/{id}", "503", true)]
    [InlineData("GET", "/orders/{id:guid}", "503", true)]
    [InlineData("POST", "/orders/{id}", "503", false)]
    [InlineData("GET", "/carts/{id}", "503", false)]
    [InlineData("GET", "/orders/{id}", "500", false)]
    public void Compute_BareServerError_GroupsByMethodRouteAndStatus(string method, string route, string status, bool same) =>
        Assert.Equal(same, Grouping.Fingerprint(Status("GET", "/orders/{id}", "503")) == Grouping.Fingerprint(Status(method, route, status)));

    [Fact]
    public void Compute_BareServerErrorWithoutRoute_GroupsByThePathWithoutIds() =>
        Assert.Equal(["method: GET", "route: /orders/<int>", "status: 502"], Grouping.Compute(Grouping.Report("GET /orders/42 answered 502", "HTTP 502") with { Mechanism = ErrorMechanisms.StatusCode }).Components);

    [Fact]
    public void Compute_FailedResource_GroupsByItsNameWithoutHostAndHash() =>
        Assert.Equal(
            Resource("Failed to load script https://cdn.example/a/app.3f2a1b9c.js"),
            Resource("Failed to load script http://localhost:5000/app.77aa88bb.js?v=2"));

    [Fact]
    public void Compute_OverflownStack_GroupsByItsCycleWhereverItWasCut()
    {
        const string Even = "    at even (https://shop.example/n.js:3:5)\n";
        const string Odd = "    at odd (https://shop.example/n.js:6:5)\n";
        const string Message = "Maximum call stack size exceeded";

        var one = Grouping.Report(Message, "RangeError", Even + Odd + Even + Odd);
        var other = Grouping.Report(Message, "RangeError", Odd + Even + Odd + Even + Odd + "    at start (https://shop.example/main.js:1:1)");

        Assert.Equal(Grouping.Compute(one).Components, Grouping.Compute(other).Components);
        Assert.NotEqual(Grouping.Fingerprint(one), Grouping.Fingerprint(Grouping.Report(Message, "RangeError", Even + Even)));
    }

    [Fact]
    public void Compute_CustomParts_ReplaceTheDefault()
    {
        var one = Grouping.Report("a", "TypeError", Cart) with { Fingerprint = ["checkout"] };
        var other = Grouping.Report("b", "RangeError") with { Fingerprint = ["checkout"] };

        Assert.Equal(["part: checkout"], Grouping.Compute(one).Components);
        Assert.Equal(Grouping.Fingerprint(one), Grouping.Fingerprint(other));
    }

    [Fact]
    public void Compute_CustomPartsWithDefault_SplitTheDefault()
    {
        var plain = Grouping.Report("a", "TypeError", Cart);
        var one = plain with { Fingerprint = ["{{default}}", "tenant-a"] };
        var other = plain with { Fingerprint = ["{{ default }}", "tenant-b"] };

        Assert.Equal([.. Grouping.Compute(plain).Components, "part: tenant-a"], Grouping.Compute(one).Components);
        Assert.NotEqual(Grouping.Fingerprint(one), Grouping.Fingerprint(other));
        Assert.NotEqual(Grouping.Fingerprint(plain), Grouping.Fingerprint(one));
        Assert.Equal(Grouping.Fingerprint(plain), Grouping.Fingerprint(plain with { Fingerprint = ["{{default}}"] }));
    }

    [Fact]
    public void Compute_KnownError_KeepsItsFingerprintForEver()
    {
        // If one of these changes, so must the version: groups that exist would split without a trace.
        Assert.Equal("v1", new FingerprintStrategyV1().Version);
        Assert.Equal("770b5963ad9a2c8ab5567a9ebae9c29fb04ddbf24548227e78652bba9a3312a5", Of(Cart));
        Assert.Equal("b0e3429c59dc3246ad0895f43124ba838b8c41e92852fb9cddcd2a32be216c8e", Of(Inner("System.FormatException", "One")));
        Assert.Equal("02f275afafbe1d6b252e062e4aac653aee30fe777b311cc87fe4a0e348cb886b", Grouping.Fingerprint(Grouping.Report("Order 42 not found", "Error")));
    }

    private static string Of(string stack) => Grouping.Fingerprint(Grouping.Report("x", null, stack) with { Type = stack.StartsWith("total@", StringComparison.Ordinal) ? "TypeError" : null });

    private static IReadOnlyList<string> Components(string stack) => Grouping.Compute(Grouping.Report("x", null, stack) with { Type = stack.StartsWith("total@", StringComparison.Ordinal) ? "TypeError" : null }).Components;

    private static string Resource(string message) => Grouping.Fingerprint(Grouping.Report(message, "ResourceError") with { Mechanism = ErrorMechanisms.Resource });

    private static ErrorReport Status(string method, string route, string status) => Grouping.Report($"{method} {route} answered {status}", $"HTTP {status}") with
    {
        Mechanism = ErrorMechanisms.StatusCode,
        Route = route,
        Tags = new Dictionary<string, string> { ["http.request.method"] = method, ["http.response.status_code"] = status },
    };

    private static string Managed(string? place) =>
        $"System.InvalidOperationException: x\n   at Shop.Cart.Total(String s){(place is null ? "" : " in " + place)}\n   at Microsoft.AspNetCore.Http.RequestDelegateFactory.Run(HttpContext c)";

    private static string Deep(int depth) =>
        "RangeError: x\n" + string.Concat(Enumerable.Repeat("    at walk (https://shop.example/tree.js:3:5)\n", depth)) + "    at start (https://shop.example/main.js:1:1)";

    private static string Mutual(int depth) =>
        "RangeError: x\n" + string.Concat(Enumerable.Repeat("    at even (https://shop.example/n.js:3:5)\n    at odd (https://shop.example/n.js:6:5)\n", depth)) + "    at start (https://shop.example/main.js:1:1)";

    private static string Inner(string type, string method) =>
        $"System.Exception: x\n ---> {type}: y\n   at Shop.Deep.{method}()\n   --- End of inner exception stack trace ---\n   at Shop.Cart.Total()";

    private static string Runtime(string type, string message) => $"System.{type}: {message}\n   at System.Linq.Enumerable.First[T](IEnumerable`1 source)\n   at Microsoft.AspNetCore.Hosting.Server.Run()";

    private static string RuntimeCause(string message) =>
        $"System.Exception: x\n ---> System.NullReferenceException: {message}\n   at System.Linq.Enumerable.First[T](IEnumerable`1 source)\n   --- End of inner exception stack trace ---\n   at Shop.Cart.Total()";

    private static string Refused(string what) =>
        $"System.Net.Http.HttpRequestException: x\n ---> System.Net.Sockets.SocketException {what}\n   at System.Net.Sockets.Socket.Connect()\n   --- End of inner exception stack trace ---\n   at Shop.Cart.Total()";

    private static string Wasm(string frame) => $"RuntimeError: unreachable\n{frame}";

    private static string Aggregate(string first, string second) =>
        $"System.AggregateException: x\n ---> System.InvalidOperationException: {first}\n   at Shop.Jobs.{first}()\n   --- End of inner exception stack trace ---\n   at Shop.Program.Main()\n ---> (Inner Exception #1) System.InvalidOperationException: {second}\n   at Shop.Jobs.{second}()<---\n";
}
