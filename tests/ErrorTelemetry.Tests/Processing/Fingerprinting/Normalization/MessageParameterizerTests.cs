namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

public class MessageParameterizerTests
{
    [Theory]
    // Numbers.
    [InlineData("Order 4711 is gone", "Order <int> is gone")]
    [InlineData("offset -12 of +7", "offset <int> of <int>")]
    [InlineData("ratio 0.75", "ratio <float>")]
    [InlineData("took 1e9 steps", "took <float> steps")]
    [InlineData("1,234,567 rows", "<int> rows")]
    [InlineData("#42: (17)", "#<int>: (<int>)")]
    [InlineData("order_12345 and ORD-12345", "order_<int> and ORD-<int>")]
    [InlineData("utf8 Int32 HTTP2 stay", "utf8 Int32 HTTP2 stay")]
    [InlineData("storage1412 of tenant KB3121255", "storage<int> of tenant KB<int>")]
    [InlineData("node_17_cache", "node_<int>_cache")]
    [InlineData("sha256 x509 base64 CS0103 IDX10223 step2 stay", "sha256 x509 base64 CS0103 IDX10223 step2 stay")]
    [InlineData("utf-8 over HTTP/2, SQLSTATE[23505]", "utf-8 over HTTP/2, SQLSTATE[23505]")]
    // Ids.
    [InlineData("class {7C1811ED-E98F-4C9C-A9F9-58C757FF494F} missing", "class <uuid> missing")]
    [InlineData("job 0b8f9a52-9d6e-4b8c-8a0f-3c1d2e4f5a6b failed", "job <uuid> failed")]
    [InlineData("at 0x7ffe12ab", "at <hex>")]
    [InlineData("commit 3f2a1b9c and d41d8cd98f00b204e9800998ecf8427e", "commit <hex> and <hex>")]
    [InlineData("feedback about facade", "feedback about facade")]
    [InlineData("Customer cus_NffrFeUfNV2Hib", "Customer cus_<id>")]
    [InlineData("Http2Connection and IPv6Address stay", "Http2Connection and IPv6Address stay")]
    [InlineData("digest 4BJvYkVeOaS4f/ZsDBcVIzJGBoc= and Zg/s5s50UcGkmN6kDi8YpWfJQruu3tHb9laVeRoe", "digest <id> and <id>")]
    [InlineData("see src/App/Components2/UserList or Shop/Total1", "see src/App/Components2/UserList or Shop/Total1")]
    [InlineData("pod shop-api-7d9f8c6b5d-x2k4q is gone", "pod shop-api-<hex> is gone")]
    [InlineData("color #dbaf9b of 1920x1080", "color #<hex> of <int>")]
    [InlineData("arn:aws:sqs:eu-west-1:123412341234:orders is full", "<url> is full")]
    // Times.
    [InlineData("since 2026-11-22T10:00:00.123Z", "since <date>")]
    [InlineData("on 2026-11-22 at 9:05 pm", "on <date> at <date>")]
    [InlineData("Sun, 22 Nov 2026 10:00:00 GMT", "<date>")]
    [InlineData("22.11.2026 10:00", "<date>")]
    [InlineData("11/22/2026 10:00:00 AM", "<date>")]
    [InlineData("after 1500ms", "after <duration>")]
    [InlineData("within 30 seconds", "within <duration>")]
    [InlineData("after 00:01:40.0000000", "after <duration>")]
    [InlineData("2026-13-45", "<int>-<int>-<int>")]
    [InlineData("on Sun Nov 22 10:00:00 PST 2026", "on <date>")]
    [InlineData("Nov 22 10:00:05 host", "<date> host")]
    [InlineData("in week 2026-W47 by 3 PM", "in week <date> by <date>")]
    [InlineData("after 1m30s, PT1M30S or 1,200 ms", "after <duration>, <duration> or <duration>")]
    [InlineData("[22/Nov/2026:10:00:00 +0000] at 9:35 AM: late", "[<date>] at <date>: late")]
    [InlineData("2026年11月22日", "<date>")]
    [InlineData("PATCH is no duration, P is none, nor is PT", "PATCH is no duration, P is none, nor is PT")]
    // Networks.
    [InlineData("proxy.campus.edu.hk and static.shop.cn are down", "<hostname> and <hostname> are down")]
    [InlineData("e.de and e.fr fail, foo.com is not a function", "e.de and e.fr fail, foo.com is not a function")]
    [InlineData("from 192.0.2.17:8080", "from <ip>:<int>")]
    [InlineData("from 2001:db8::8a2e:370:7334", "from <ip>")]
    [InlineData("std::string and Cart::total()", "std::string and Cart::total()")]
    [InlineData("mail to jane.doe+x@example.com", "mail to <email>")]
    [InlineData("GET https://api.example.com/v1/x?y=1 failed.", "GET <url> failed.")]
    [InlineData("host db.internal.example.com:5432 is down", "host <hostname> is down")]
    [InlineData("call /api/orders/42/items", "call /api/orders/<int>/items")]
    [InlineData("cannot reach WEB-PROD-3.corp.example.com or 7-dsl.shop.co.uk", "cannot reach <hostname> or <hostname>")]
    [InlineData("Shop-Api.Client.Net and System.Net.Http stay", "Shop-Api.Client.Net and System.Net.Http stay")]
    // Statuses and other systems' words.
    [InlineData("GET https://shop.example.com/a 404 (Not Found)", "GET <url> 404 (Not Found)")]
    [InlineData("GET /orders/42 - 503", "GET /orders/<int> - 503")]
    [InlineData("503 Service Unavailable, then a status of 404 ()", "503 Service Unavailable, then a status of 404 ()")]
    [InlineData("Curl failed: 28", "Curl failed: 28")]
    [InlineData("order 404 not found, GET /orders 500 times, 404 rows", "order <int> not found, GET /orders <int> times, <int> rows")]
    [InlineData("Request \"GET /orders/42\" failed", "Request \"GET /orders/<int>\" failed")]
    [InlineData("No connection could be made because the target machine actively refused it. (localhost:5000)", "Connection refused (localhost:<int>)")]
    [InlineData("read: nodename nor servname provided, or not known", "read: Name or service not known")]
    // Texts.
    [InlineData("read /cluster/apps/run/job7/part and /cluster/user/root/part", "read /cluster/apps/run/job7/part and <path>")]
    [InlineData("open /var/lib/shop/data.db now", "open <path> now")]
    [InlineData(@"open C:\Temp\a.txt now", "open <path> now")]
    [InlineData("open '/var/x/other.txt'", "open <quoted>")]
    [InlineData(@"open D:\My Documents\a b\report.docx now", "open <path> now")]
    [InlineData("cannot run /cluster/apps/mb_243/reduce.rts: denied", "cannot run <path>: denied")]
    [InlineData("GET /cart/items.json is slow", "GET /cart/items.json is slow")]
    [InlineData("paid $12.50", "paid $<float>")]
    [InlineData("name='Jane'", "name=<quoted>")]
    [InlineData("The key 'jane' is missing", "The key <quoted> is missing")]
    [InlineData("Could not find \"report 7.pdf\" there", "Could not find <quoted> there")]
    [InlineData("body {\"id\":1,\"tags\":[\"a\"]} is odd", "body <json> is odd")]
    [InlineData("„zwei Wörter“ fehlt, 「二 つ」 too", "<quoted> fehlt, <quoted> too")]
    [InlineData("active=true", "active=<bool>")]
    [InlineData("2.5 MB of 10GB", "<size> of <size>")]
    [InlineData("needs 10.0.1-preview.3", "needs <version>")]
    // What names the fault stays.
    [InlineData("Cannot read properties of undefined (reading 'price')", "Cannot read properties of undefined (reading 'price')")]
    [InlineData("'total' is not a function, it can't be", "'total' is not a function, it can't be")]
    [InlineData("Unable to cast 'Shop.Cart' to 'System.String'", "Unable to cast 'Shop.Cart' to 'System.String'")]
    [InlineData("Request failed with status code 404", "Request failed with status code 404")]
    [InlineData("Minified React error #418", "Minified React error #418")]
    // Marks of redaction.
    [InlineData("mail to [redacted:email]", "mail to <email>")]
    [InlineData("sent [redacted:github-token]", "sent <value>")]
    // Blanks.
    [InlineData("  two\n  lines  ", "two lines")]
    public void Parameterize_Message_NamesItsValues(string message, string expected) =>
        Assert.Equal(expected, MessageParameterizer.Parameterize(message).TrimEnd());

    [Theory]
    [InlineData("Worker ended with exit code 137", "Worker ended with exit code 137")]
    [InlineData("ExitCode=3", "ExitCode=3")]
    [InlineData("Container exited (137)", "Container exited (137)")]
    [InlineData("Request failed: 404", "Request failed: 404")]
    [InlineData("Killed by signal: 9", "Killed by signal: 9")]
    [InlineData("Socket closed with code 1006", "Socket closed with code 1006")]
    [InlineData("Inventory answered with 503", "Inventory answered with 503")]
    [InlineData("errno -13", "errno -13")]
    [InlineData("Batch failed with error 1205", "Batch failed with error 1205")]
    [InlineData("Error Number:4060", "Error Number:4060")]
    [InlineData("Denied (0x80070005)", "Denied (0x80070005)")]
    [InlineData("Denied (0x8007000E)", "Denied (0x8007000e)")]
    [InlineData("HResult -2147024891", "HResult -2147024891")]
    [InlineData("Fault 0xC0000005", "Fault 0xc0000005")]
    [InlineData("zip code 90210", "zip code <int>")]
    [InlineData("Error: 5 items failed", "Error: <int> items failed")]
    [InlineData("Inventory returned 404 rows", "Inventory returned <int> rows")]
    [InlineData("Order failed 450", "Order failed <int>")]
    [InlineData("Order failed 137", "Order failed <int>")]
    [InlineData("order 404 not found", "order <int> not found")]
    [InlineData("exit code 1234567", "exit code <int>")]
    [InlineData("at 0x80001234abcd", "at <hex>")]
    [InlineData("at 0x12345678", "at <hex>")]
    [InlineData("flags=0x80000508", "flags=<hex>")]
    [InlineData("total -2000000001", "total <int>")]
    public void Parameterize_Code_IsKeptWhereAWordOrItsFormSaysThatItIsOne(string message, string expected) =>
        Assert.Equal(expected, MessageParameterizer.Parameterize(message));

    [Theory]
    [InlineData("cart x9Kf_3jZq-LmN0pQrStUv is gone", "cart <id> is gone")]
    [InlineData("cart NqXwRtYpLmKjHgFd is gone", "cart <id> is gone")]
    [InlineData("payer pay_Hc8rHnjJmnoRon is gone", "payer pay_<id> is gone")]
    [InlineData("Connection 0HRVTAKFSVNBM closed", "Connection <id> closed")]
    [InlineData("tag W/\"cart-abc\" differs", "tag <quoted> differs")]
    [InlineData("SumNullableInt64WithSelector is missing", "SumNullableInt64WithSelector is missing")]
    [InlineData("flagsEnum2Parameter2 is missing", "flagsEnum2Parameter2 is missing")]
    [InlineData("IconOutlineArrowSmDown is missing", "IconOutlineArrowSmDown is missing")]
    [InlineData("X509CertificateHelpers is missing", "X509CertificateHelpers is missing")]
    [InlineData("shop_CartTotal-Service_V2 is missing", "shop_CartTotal-Service_V2 is missing")]
    public void Parameterize_Word_IsAnIdWhereNobodyCouldSayIt(string message, string expected) =>
        Assert.Equal(expected, MessageParameterizer.Parameterize(message));

    [Fact]
    public void Parameterize_LongMessage_CountsItsBeginning()
    {
        var message = string.Concat(Enumerable.Repeat("item is bad, ", 80));
        Assert.Equal(MessageParameterizer.Parameterize(message), MessageParameterizer.Parameterize(message[..900]));
    }

    [Fact]
    public void Parameterize_KeepFileNames_LeavesTheNameOfTheResource() =>
        Assert.Equal("Failed to load script app.js", MessageParameterizer.Parameterize("Failed to load script https://cdn.example/x/app.3f2a1b9c.js?v=2", keepFileNames: true));

    [Theory]
    [InlineData("https://shop.example/assets/index-BXr8sK2d.js", "index.js")]
    [InlineData("https://shop.example/assets/index-D_f9-x2a.js", "index.js")]
    [InlineData("main.3f2a1b9c4d5e6f70.chunk.js", "main.js")]
    [InlineData("assets/index-RqwrgTda.js", "index.js")]
    [InlineData("assets/index-CartList.js", "index-CartList.js")]
    [InlineData("assets/index-Document.js", "index-Document.js")]
    [InlineData("https://cdn.example/app.min.js?v=17", "app.js")]
    [InlineData("/build/1234/chunk-K4SZ3QXC.js", "chunk.js")]
    [InlineData(@"C:\agent\_work\7\s\cart.js", "cart.js")]
    [InlineData("assets/UserCard.js", "UserCard.js")]
    [InlineData("assets/date-settings.js", "date-settings.js")]
    [InlineData("1959.js", "<int>.js")]
    [InlineData("webpack-internal:///(app)/./src/cart.tsx?", "cart.tsx")]
    [InlineData("blob:https://shop.example/9115d58c-bcda-ff47-86e5-083e9a215304", "blob")]
    [InlineData("lib/charts-4.12.1.js", "charts.js")]
    [InlineData("step-1.js", "step-1.js")]
    [InlineData("https://shop.example/orders/0b8f9a52-9d6e-4b8c-8a0f-3c1d2e4f5a6b", "<uuid>")]
    [InlineData("https://shop.example/checkout", "checkout")]
    [InlineData("https://shop.example/", "")]
    [InlineData("https://shop.example", "")]
    public void Normalize_File_KeepsWhatOutlivesABuild(string file, string expected) =>
        Assert.Equal(expected, FileNames.Normalize(file));

    [Theory]
    [InlineData("/orders/{id:int}/items/{*rest}", "/orders/{id}/items/{*rest}")]
    [InlineData("https://shop.example/Orders/42?x=1", "/orders/<int>")]
    [InlineData("", "/")]
    public void Normalize_Route_DropsConstraintsAndIds(string route, string expected) =>
        Assert.Equal(expected, RouteNames.Normalize(route));
}
