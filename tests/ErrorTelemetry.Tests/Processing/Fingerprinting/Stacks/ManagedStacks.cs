namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>What .NET prints, in its own and in other words, and the frames it means: <c>function|module|file|line|column|app or lib</c>, crash first, <c>-</c> for unknown.</summary>
internal static class ManagedStacks
{
    public static readonly StackCase[] All =
    [
        new("dotnet_plain",
            """
            System.InvalidOperationException: Nothing to total
               at Shop.Cart.Total(IEnumerable`1 items) in C:\agent\_work\1\s\Shop\Cart.cs:line 41
               at Shop.Api.CartEndpoint.Get[TResult](Int32 id) in /home/ci/Shop.Api/CartEndpoint.cs:line 12
               at Microsoft.AspNetCore.Http.RequestDelegateFactory.Run(HttpContext context)
            """,
            [
                "Total|Shop.Cart|C:\\agent\\_work\\1\\s\\Shop\\Cart.cs|41|-|app",
                "Get|Shop.Api.CartEndpoint|/home/ci/Shop.Api/CartEndpoint.cs|12|-|app",
                "Run|Microsoft.AspNetCore.Http.RequestDelegateFactory|-|-|-|lib",
            ]),
        new("dotnet_stack_only",
            """
               at Shop.Cart..ctor(String name)
               at Shop.Cart..cctor()
               at Shop.Cart.op_Addition(Cart a, Cart b)
               at Shop.Cart.get_Item(Int32 i)
               at Shop.Box`2.Swap[T1,T2](List`1 a, Dictionary`2 b)
            """,
            [
                ".ctor|Shop.Cart|-|-|-|app",
                ".cctor|Shop.Cart|-|-|-|app",
                "op_Addition|Shop.Cart|-|-|-|app",
                "get_Item|Shop.Cart|-|-|-|app",
                "Swap|Shop.Box`2|-|-|-|app",
            ]),
        new("dotnet_async",
            """
            System.TimeoutException: too slow
               at Shop.Cart.<LoadAsync>d__7.MoveNext() in /src/Cart.cs:line 44
            --- End of stack trace from previous location ---
               at System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw()
               at System.Runtime.CompilerServices.TaskAwaiter.HandleNonSuccessAndDebuggerNotification(Task task)
               at Shop.Cart.<>c__DisplayClass8_0.<<RunAsync>b__1>d.MoveNext() in /src/Cart.cs:line 60
               at Program.<Main>$(String[] args) in /src/Program.cs:line 9
               at Program.<Main>(String[] args)
            """,
            [
                "LoadAsync|Shop.Cart|/src/Cart.cs|44|-|app",
                "Throw|System.Runtime.ExceptionServices.ExceptionDispatchInfo|-|-|-|lib",
                "HandleNonSuccessAndDebuggerNotification|System.Runtime.CompilerServices.TaskAwaiter|-|-|-|lib",
                "RunAsync.<lambda>|Shop.Cart|/src/Cart.cs|60|-|app",
                "Main|Program|/src/Program.cs|9|-|app",
                "Main|Program|-|-|-|app",
            ]),
        new("dotnet_compiler_names",
            """
            System.Exception: generated
               at Shop.Cart.<>c.<Total>b__3_0(Item i)
               at Shop.Cart.<>c__DisplayClass3_0`1.<Total>b__0(Item i)
               at Shop.Cart.<Total>g__Add|3_1(Int32 n)
               at Program.<<Main>$>g__Start|0_0()
               at Shop.Cart.<Items>d__4.MoveNext()
               at Shop.Cart.<Items>d__4.System.Collections.Generic.IEnumerator<Shop.Item>.get_Current()
               at Shop.Price.<Clone>$()
               at Shop.Cart.<<Total>g__Deep|3_2>d.MoveNext()
               at Shop.Pages.Counter.<BuildRenderTree>b__0_0(MouseEventArgs e)
               at Shop.Vb.VB$StateMachine_3_Load.MoveNext() in C:\a.vb:line 4
               at lambda_method12(Closure , Object )
            """,
            [
                "Total.<lambda>|Shop.Cart|-|-|-|app",
                "Total.<lambda>|Shop.Cart|-|-|-|app",
                "Total.Add|Shop.Cart|-|-|-|app",
                "Main.Start|Program|-|-|-|app",
                "Items|Shop.Cart|-|-|-|app",
                "Items|Shop.Cart|-|-|-|app",
                "Clone|Shop.Price|-|-|-|app",
                "Total.Deep|Shop.Cart|-|-|-|app",
                "BuildRenderTree.<lambda>|Shop.Pages.Counter|-|-|-|app",
                "Load|Shop.Vb|C:\\a.vb|4|-|app",
                "lambda_method12|-|-|-|-|lib",
            ]),
        new("dotnet_inner",
            """
            System.InvalidOperationException: outer
             ---> System.ArgumentException: inner (Parameter 'x')
               at Shop.Tax.Rate(String x) in /src/Tax.cs:line 8
               --- End of inner exception stack trace ---
               at Shop.Cart.Total() in /src/Cart.cs:line 41
            """,
            [
                "Rate|Shop.Tax|/src/Tax.cs|8|-|app",
                "Total|Shop.Cart|/src/Cart.cs|41|-|app",
            ]),
        new("dotnet_inner_one_line",
            """
            System.Web.HttpUnhandledException (0x80004005): unhandled ---> System.FormatException: bad guid
               at System.Guid..ctor(String g)
               at Shop.Log.Get(String id)
               --- End of inner exception stack trace ---
               at Shop.Page.OnLoad(EventArgs e)
            """,
            [
                ".ctor|System.Guid|-|-|-|lib",
                "Get|Shop.Log|-|-|-|app",
                "OnLoad|Shop.Page|-|-|-|app",
            ]),
        new("dotnet_aggregate",
            """
            System.AggregateException: One or more errors occurred. (A) (B)
             ---> System.InvalidOperationException: A
               at Shop.Jobs.A() in /src/Jobs.cs:line 1
               --- End of inner exception stack trace ---
               at Shop.Program.Main() in /src/Program.cs:line 3
             ---> (Inner Exception #1) System.ArgumentException: B
               at Shop.Jobs.B() in /src/Jobs.cs:line 2<---
            """,
            [
                "A|Shop.Jobs|/src/Jobs.cs|1|-|app",
                "Main|Shop.Program|/src/Program.cs|3|-|app",
                "B|Shop.Jobs|/src/Jobs.cs|2|-|app",
            ]),
        new("dotnet_german",
            """
            System.InvalidOperationException: Leer
               bei Shop.Warenkorb.Summe(String s) in C:\Meine Projekte\Korb.cs:Zeile 12.
               bei System.Linq.Enumerable.First[T](IEnumerable`1 x)
            """,
            [
                "Summe|Shop.Warenkorb|C:\\Meine Projekte\\Korb.cs|12|-|app",
                "First|System.Linq.Enumerable|-|-|-|lib",
            ]),
        new("dotnet_french",
            """
            System.Exception: vide
               à Shop.Panier.Total() dans C:\src\Panier.cs:ligne 12
            """,
            [
                "Total|Shop.Panier|C:\\src\\Panier.cs|12|-|app",
            ]),
        new("dotnet_spanish",
            """
            System.Exception: nada
               en Shop.Carro.Total() en C:\src\Carro.cs:línea 12
            """,
            [
                "Total|Shop.Carro|C:\\src\\Carro.cs|12|-|app",
            ]),
        new("dotnet_italian",
            """
            System.Exception: vuoto
               in Shop.Carrello.Totale() in C:\src\Carrello.cs:riga 12
            """,
            [
                "Totale|Shop.Carrello|C:\\src\\Carrello.cs|12|-|app",
            ]),
        new("dotnet_portuguese",
            """
            System.Exception: vazio
               em Shop.Carrinho.Total() na C:\src\Carrinho.cs:linha 12
            """,
            [
                "Total|Shop.Carrinho|C:\\src\\Carrinho.cs|12|-|app",
            ]),
        new("dotnet_russian",
            """
            System.Exception: пусто
               в Shop.Cart.Total() в C:\src\Cart.cs:строка 12
            """,
            [
                "Total|Shop.Cart|C:\\src\\Cart.cs|12|-|app",
            ]),
        new("dotnet_polish",
            """
            System.Exception: pusto
               w Shop.Koszyk.Suma() w C:\src\Koszyk.cs:wiersz 12
            """,
            [
                "Suma|Shop.Koszyk|C:\\src\\Koszyk.cs|12|-|app",
            ]),
        new("dotnet_turkish",
            """
            System.Exception: boş
               konum: Shop.Sepet.Toplam() C:\src dir\Sepet.cs içinde: satır 12
            """,
            [
                "Toplam|Shop.Sepet|C:\\src dir\\Sepet.cs|12|-|app",
            ]),
        new("dotnet_chinese",
            """
            System.Exception: 空
               在 Shop.Cart.Total() 位置 C:\src\Cart.cs:行号 12
            """,
            [
                "Total|Shop.Cart|C:\\src\\Cart.cs|12|-|app",
            ]),
        new("dotnet_japanese",
            """
            System.Exception: 空
               場所 Shop.Cart.Total() 場所 C:\src\Cart.cs:行 12
            """,
            [
                "Total|Shop.Cart|C:\\src\\Cart.cs|12|-|app",
            ]),
        new("dotnet_korean",
            """
            System.Exception: 빈
               위치: Shop.Cart.Total() 파일 C:\src\Cart.cs:줄 12
            """,
            [
                "Total|Shop.Cart|C:\\src\\Cart.cs|12|-|app",
            ]),
        new("dotnet_unknown_language",
            """
            System.Exception: tom
               hos Shop.Cart.Total() i C:\src\Cart.cs:rad 12
            """,
            [
                "Total|Shop.Cart|C:\\src\\Cart.cs|12|-|app",
            ]),
        new("mono",
            """
            System.Exception: mono
              at Shop.Cart.Total (System.String s, System.Int32 n) [0x0001f] in <0123456789abcdef0123456789abcdef>:0
              at Shop.Cart.Load () [0x00000] in <filename unknown>:0
              at Shop.Cart.Save () [0x00012] in /src/Cart.cs:12
              at (wrapper managed-to-native) System.Object.__icall(intptr)
              at Shop.Cart+<Items>c__Iterator3.MoveNext () [0x00000] in <filename unknown>:0
            """,
            [
                "Total|Shop.Cart|-|-|-|app",
                "Load|Shop.Cart|-|-|-|app",
                "Save|Shop.Cart|/src/Cart.cs|12|-|app",
                "__icall|System.Object|-|-|-|lib",
                "Items|Shop.Cart|-|-|-|app",
            ]),
        new("webassembly_interpreter",
            """
            System.NullReferenceException: Arg_NullReferenceException
               at Shop.Client.Pages.Cart.OnInitialized()
               at Shop.Client.Pages.Cart.<LoadAsync>d__3.MoveNext () <0x2a1b0 + 0x0000a> in <filename unknown>:0
               at Microsoft.AspNetCore.Components.ComponentBase.RunInitAndSetParametersAsync()
            """,
            [
                "OnInitialized|Shop.Client.Pages.Cart|-|-|-|app",
                "LoadAsync|Shop.Client.Pages.Cart|-|-|-|app",
                "RunInitAndSetParametersAsync|Microsoft.AspNetCore.Components.ComponentBase|-|-|-|lib",
            ]),
        new("native_aot",
            """
            System.Exception: aot
               at Shop.Cart.Total(String) + 0x1a
               at Shop.Cart.<LoadAsync>d__3.MoveNext() + 0x2b in /src/Cart.cs:line 4
               at Shop!<BaseAddress>+0x1234
            """,
            [
                "Total|Shop.Cart|-|-|-|app",
                "LoadAsync|Shop.Cart|/src/Cart.cs|4|-|app",
                "-|-|Shop|-|-|app",
            ]),
        new("demystified",
            """
            System.Exception: readable
               at async Task<string> Shop.Cart.LoadAsync(int id) in C:/src/Cart.cs:line 3
               at (string name, bool ok) Shop.Cart.Find(string name)
               at IEnumerable<string> Shop.Cart.Items()+MoveNext()
               at void Shop.Program.Main(string[] args)+() => { }
               at int Shop.Cart.Total()+Add(int n) in C:/src/Cart.cs:line 9
               at new Shop.Cart(int id)
               at new Program(Action action)
               at bool System.Linq.Enumerable+SelectIterator<TSource, TResult>.MoveNext()
               at string Shop.Box<T>.Swap<V>(ref V value)
            """,
            [
                "LoadAsync|Shop.Cart|C:/src/Cart.cs|3|-|app",
                "Find|Shop.Cart|-|-|-|app",
                "Items|Shop.Cart|-|-|-|app",
                "Main.<lambda>|Shop.Program|-|-|-|app",
                "Total.Add|Shop.Cart|C:/src/Cart.cs|9|-|app",
                ".ctor|Shop.Cart|-|-|-|app",
                ".ctor|Program|-|-|-|app",
                "MoveNext|System.Linq.Enumerable+SelectIterator|-|-|-|lib",
                "Swap|Shop.Box|-|-|-|app",
            ]),
        new("fsharp",
            """
            System.Exception: f
               at Program.clo@12-1.Invoke(Unit unitVar0) in /src/Program.fs:line 12
               at Microsoft.FSharp.Core.PrintfModule.PrintFormatLine[T](PrintfFormat`4 format)
            """,
            [
                "clo|Program|/src/Program.fs|12|-|app",
                "PrintFormatLine|Microsoft.FSharp.Core.PrintfModule|-|-|-|lib",
            ]),
        new("mixed_interop",
            """
            Microsoft.JSInterop.JSException: map is not defined
            ReferenceError: map is not defined
                at draw (https://shop.example/js/map.js:1:2)
                at https://shop.example/_framework/blazor.webassembly.js:1:70001
               at Microsoft.JSInterop.JSRuntime.InvokeAsync[T](Int64 id)
               at Shop.Client.Pages.Map.Show()
            """,
            [
                "draw|-|https://shop.example/js/map.js|1|2|app",
                "-|-|https://shop.example/_framework/blazor.webassembly.js|1|70001|lib",
                "InvokeAsync|Microsoft.JSInterop.JSRuntime|-|-|-|lib",
                "Show|Shop.Client.Pages.Map|-|-|-|app",
            ]),
        new("logged_before_header",
            """
            fail: Microsoft.AspNetCore.Server.Kestrel[13]
                  Connection id "0HN", Request id "0HN:2": An unhandled exception was thrown by the application.
                  System.InvalidOperationException: Nothing
                     at Shop.Cart.Total() in /src/Cart.cs:line 41
            """,
            [
                "Total|Shop.Cart|/src/Cart.cs|41|-|app",
            ]),
        new("no_frames",
            """
            just words
            with a (bracket) and user@example.com here
            12:34 at noon (local)
            """,
            [
            ]),
        new("dotnet_number_inside_words",
            """
            System.InvalidOperationException: leer
               在 Shop.Cart.Total(IEnumerable`1 items) 在 C:\src\Cart.cs 中: 第 41 行
               a következő helyen: Shop.Cart.Add(Item item) a következő helyen: C:\src\Cart.cs:12. sor
               στο Shop.Cart.Count() στο C:\src\Cart.cs:γραμμή 9
               у Shop.Cart.Clear() у C:\src\Cart.cs:рядок 7
            """,
            [
                "Total|Shop.Cart|C:\\src\\Cart.cs|41|-|app",
                "Add|Shop.Cart|C:\\src\\Cart.cs|12|-|app",
                "Count|Shop.Cart|C:\\src\\Cart.cs|9|-|app",
                "Clear|Shop.Cart|C:\\src\\Cart.cs|7|-|app",
            ]),
        new("dotnet_odd_places",
            """
            System.Exception: odd
               at Shop.Cart.Total in C:\src\Cart.cs:line 41
               at Shop.Cart.Add(Item item) in Shop.dll:token 0x600001a+0x33
               at Shop.Cart.Count() in file:line:column <filename unknown>:0:0
               at Shop.Cart.Clear() in file:line:column C:\src\Cart.cs:12:9
               at static Shop.Cart()
               at Shop!Shop.Cart.Load+0x1a
               at Shop!<BaseAddress>+0x123f
            """,
            [
                "Total|Shop.Cart|C:\\src\\Cart.cs|41|-|app",
                "Add|Shop.Cart|-|-|-|app",
                "Count|Shop.Cart|-|-|-|app",
                "Clear|Shop.Cart|C:\\src\\Cart.cs|12|-|app",
                ".cctor|Shop.Cart|-|-|-|app",
                "Load|Shop.Cart|-|-|-|app",
                "-|-|Shop|-|-|app",
            ]),
        new("unity_console",
            """
            NullReferenceException: Object reference not set to an instance of an object
            Shop.Cart.Total (System.Int32 count) (at Assets/My Scripts/Cart.cs:12)
            Shop.Cart+<Load>d__3.MoveNext () (at Assets/Scripts/Cart.cs:40)
            Shop.Cart:Add(Item, Int32) (at Assets/Scripts/Cart.cs:7)
            Shop.Box`1[T].Open () (at <00000000000000000000000000000000>:0)
            UnityEngine.EventSystems.EventSystem:Update()
            """,
            [
                "Total|Shop.Cart|Assets/My Scripts/Cart.cs|12|-|app",
                "Load|Shop.Cart|Assets/Scripts/Cart.cs|40|-|app",
                "Add|Shop.Cart|Assets/Scripts/Cart.cs|7|-|app",
                "Open|Shop.Box`1|-|-|-|app",
                "Update|UnityEngine.EventSystems.EventSystem|-|-|-|lib",
            ]),
        new("fsharp_closures_mono_lambdas",
            """
            System.Exception: closed over
               at Shop.Pricing.total@7-1.Invoke(Int32 x) in /src/Pricing.fs:line 8
               at Shop.Cart.<Load>m__0 () [0x00000] in /src/Cart.cs:3
            """,
            [
                "total|Shop.Pricing|/src/Pricing.fs|8|-|app",
                "Load.<lambda>|Shop.Cart|/src/Cart.cs|3|-|app",
            ]),
        new("dotnet_iterator_members_and_switch",
            """
            System.Runtime.CompilerServices.SwitchExpressionException: Non-exhaustive switch expression failed to match its input.
               at <PrivateImplementationDetails>.ThrowSwitchExpressionException(Object unmatchedValue)
               at Shop.Rates.Of(Int32 zone) in /src/Rates.cs:line 9
               at Shop.Cart.Items()+<>m__Finally1() in /src/Cart.cs:line 12
               at Shop.Cart.Items()+System.IDisposable.Dispose()
               at Shop.Cart.Items()+MoveNext() in /src/Cart.cs:line 14
               at async Task Shop.Cart.Load(int id)+Add(int n) in /src/Cart.cs:line 15
            """,
            [
                "ThrowSwitchExpressionException|<PrivateImplementationDetails>|-|-|-|lib",
                "Of|Shop.Rates|/src/Rates.cs|9|-|app",
                "Items|Shop.Cart|/src/Cart.cs|12|-|app",
                "Items|Shop.Cart|-|-|-|app",
                "Items|Shop.Cart|/src/Cart.cs|14|-|app",
                "Load.Add|Shop.Cart|/src/Cart.cs|15|-|app",
            ]),
        new("dotnet_one_line",
            @"System.InvalidOperationException: no rate ---> System.IO.IOException: gone   at Shop.Rates.Read() in C:\new\Rates.cs:line 3   --- End of inner exception stack trace ---   at Shop.Cart.Total(Int32 n) in C:\new\Cart.cs:line 9   at Shop.Program.Main()",
            [
                "Read|Shop.Rates|C:\\new\\Rates.cs|3|-|app",
                "Total|Shop.Cart|C:\\new\\Cart.cs|9|-|app",
                "Main|Shop.Program|-|-|-|app",
            ]),
        new("dotnet_written_breaks",
            @"System.Exception: no rate\r\n   at Shop.Rates.Read() in C:\new\Rates.cs:line 3\r\n--- End of stack trace from previous location ---\r\n   at Shop.Cart.Total()\r\n",
            [
                "Read|Shop.Rates|C:\\new\\Rates.cs|3|-|app",
                "Total|Shop.Cart|-|-|-|app",
            ]),
        new("windows_event_log",
            """
            Application: Shop.exe
            Description: The process was terminated due to an unhandled exception.
            Exception Info: System.InvalidOperationException: no rate
               at Shop.Rates.Read() in C:\src\Rates.cs:line 3
            """,
            ["Read|Shop.Rates|C:\\src\\Rates.cs|3|-|app"]),
        new("demystified_counts_and_constructors",
            """
            System.Exception: again
               at int Shop.Cart.Walk(int depth) x 128
               at string Shop.Cart.Total(string s)+() => { } [1]
               at string Shop.Cart.Total(string s)+(x)=>{} in /src/Cart.cs:line 7
               at void Program()+() => { }
            """,
            [
                "Walk|Shop.Cart|-|-|-|app",
                "Total.<lambda>|Shop.Cart|-|-|-|app",
                "Total.<lambda>|Shop.Cart|/src/Cart.cs|7|-|app",
                "Program.<lambda>|-|-|-|-|app",
            ]),
        new("native_images_and_generated_code",
            """
            System.Exception: odd places
               at Shop!Shop.Cart.Total(Int32) + 0x1f
               at Shop.Native.Handle.{ctor}(Handle* )
               at DynamicClass.lambda_method12(Closure , Object )
               at CallSite.Target(Closure , CallSite , Object )
               at <StartupCode$FSharp-Core>.$Async.invoke@1(FSharpFunc`2 f)
            """,
            [
                "Total|Shop.Cart|-|-|-|app",
                "{ctor}|Shop.Native.Handle|-|-|-|app",
                "lambda_method12|DynamicClass|-|-|-|lib",
                "Target|CallSite|-|-|-|lib",
                "invoke@1|<StartupCode$FSharp-Core>.$Async|-|-|-|lib",
            ]),
        new("mono_wrappers",
            """
            System.NullReferenceException: gone
              at (wrapper managed-to-native) Shop.Till:get_drawer ()
              at (wrapper synchronized) Shop.Till:Close (int)
              at (wrapper remoting-invoke-with-check) Shop.Till.Reopen()
              at (wrapper runtime-invoke) object.runtime_invoke_void__this__ (object,intptr,intptr,intptr)
              at (wrapper delegate-invoke) <Module>:invoke_void (intptr)
              at (wrapper dynamic-method) object:7c1811ed-e98f-4c9c-a9f9-58c757ff494f (intptr,intptr)
              at Shop.Shelf+<Refill>c__Iterator2.MoveNext () [0x00000] in <filename unknown>:0
            """,
            [
                "get_drawer|Shop.Till|-|-|-|app",
                "Close|Shop.Till|-|-|-|app",
                "Reopen|Shop.Till|-|-|-|app",
                "runtime_invoke_void__this__|object|-|-|-|lib",
                "invoke_void|<Module>|-|-|-|lib",
                "7c1811ed-e98f-4c9c-a9f9-58c757ff494f|object|-|-|-|lib",
                "Refill|Shop.Shelf|-|-|-|app",
            ]),
        new("unity_patched_and_logged",
            """
            NullReferenceException: gone
            (wrapper dynamic-method) Shelf.DMD<Shelf::Refill>(string)
            (wrapper dynamic-method) MonoMod.Utils.DynamicMethodDefinition.Hook<Till::Close>?-1396754696(Till)
            Till.Update () (at <dbd2a6fbcde9498cadcacfb37ef883e3>:0)
            Till/<Count>d__3:MoveNext () (at Assets/Scripts/Till.cs:12)
            UnityEngine.Debug:Log (object)
            Till:Open (int,string)
            """,
            [
                "Refill|Shelf|-|-|-|app",
                "Close|Till|-|-|-|app",
                "Update|Till|-|-|-|app",
                "Count|Till|Assets/Scripts/Till.cs|12|-|app",
                "Log|UnityEngine.Debug|-|-|-|lib",
                "Open|Till|-|-|-|app",
            ]),
        new("framework_error_page",
            """
            [FormatException: Input string was not in a correct format.]
               System.Number.StringToNumber(String str, NumberStyles options, NumberBuffer& number) +14346026
               _Checkout.Page_Load(Object sender, EventArgs e) in D:\web\Checkout.aspx.cs:14
               System.Web.UI.Control.LoadRecursive() +71
            """,
            [
                "StringToNumber|System.Number|-|-|-|lib",
                "Page_Load|_Checkout|D:\\web\\Checkout.aspx.cs|14|-|app",
                "LoadRecursive|System.Web.UI.Control|-|-|-|lib",
            ]),
        new("dotnet_places_of_tools",
            """
            System.Exception: places
               at Shop.Till.Open(Int32 n) in D:\shop\Till.cs
               at Shop.Till.Close(Int32 n) in D:\shop\Till.cs(12,5)
               at Shop.Till.Count(Int32 n) in D:\shop\Till.cs:line 14:column 9
               at Shop.Till.Lock(Int32 n) in :line 3
               at Shop.Till.Unlock(Int32 n) in
               at Shop.Till.Ring(Int32 n)+0x1f
               at Shop.Till.Beep(Int32 n) +31
            """,
            [
                "Open|Shop.Till|D:\\shop\\Till.cs|-|-|app",
                "Close|Shop.Till|D:\\shop\\Till.cs|12|-|app",
                "Count|Shop.Till|D:\\shop\\Till.cs|14|-|app",
                "Lock|Shop.Till|-|3|-|app",
                "Unlock|Shop.Till|-|-|-|app",
                "Ring|Shop.Till|-|-|-|app",
                "Beep|Shop.Till|-|-|-|app",
            ]),
        new("dotnet_async_interface_member",
            """
            System.Exception: explicit
               at Shop.Jobs.NightJob.<Shop-IJob-RunAsync>d__0.MoveNext() in /src/NightJob.cs:line 3
               at Shop.Jobs.NightJob.<Shop-IJob<System-Int32>-Load>b__3_0(Int32 x)
            """,
            [
                "Shop.IJob.RunAsync|Shop.Jobs.NightJob|/src/NightJob.cs|3|-|app",
                "Shop.IJob.Load.<lambda>|Shop.Jobs.NightJob|-|-|-|app",
            ]),
        new("android_java",
            """
            Java.Lang.RuntimeException: boom
               at Java.Interop.JniEnvironment.InstanceMethods.CallVoidMethod(JniObjectReference instance, JniMethodInfo method, JniArgumentValue* args)
               at Shop.Droid.MainActivity.OnCreate(Bundle state)
              --- End of managed Java.Lang.RuntimeException stack trace ---
            java.lang.RuntimeException: boom
            	at android.widget.AdapterView.setAdapter(AdapterView.java:699)
            	at mono.android.view.View_OnClickListenerImplementor.n_onClick(Native Method)
            	at crc64a1b2c3d4e5f60718.MainActivity.onCreate(MainActivity.java:29)
            """,
            [
                "CallVoidMethod|Java.Interop.JniEnvironment.InstanceMethods|-|-|-|lib",
                "OnCreate|Shop.Droid.MainActivity|-|-|-|app",
                "setAdapter|android.widget.AdapterView|AdapterView.java|699|-|lib",
                "n_onClick|mono.android.view.View_OnClickListenerImplementor|-|-|-|lib",
                "onCreate|crc64a1b2c3d4e5f60718.MainActivity|MainActivity.java|29|-|app",
            ]),
        new("android_log",
            """
            11-23 14:18:40.598 I/MonoDroid( 123): UNHANDLED EXCEPTION:
            11-23 14:18:40.598 I/MonoDroid( 123):    at Microsoft.Maui.Controls.Shell.GoToAsync(ShellNavigationState state)
            11-23 14:18:40.598 I/MonoDroid( 123):    at Shop.Droid.MainActivity.OnCreate(Bundle state)
            E AndroidRuntime:     at Shop.Droid.MainActivity.OnStart(Unknown Source:0)
            """,
            [
                "GoToAsync|Microsoft.Maui.Controls.Shell|-|-|-|lib",
                "OnCreate|Shop.Droid.MainActivity|-|-|-|app",
                "OnStart|Shop.Droid.MainActivity|-|-|-|app",
            ]),
        new("log_heads_and_reflection_stubs",
            """
            till-1  | System.TimeoutException: too slow
            till-1  |    at Shop.Cart.Total(Int32 x) in /src/Cart.cs:line 4
            2026-11-22 10:00:01 till[v1]           at Shop.Cart.Load()
               at InvokeStub_Cart.Total(Object, Object, IntPtr*)
            """,
            [
                "Total|Shop.Cart|/src/Cart.cs|4|-|app",
                "Load|Shop.Cart|-|-|-|app",
                "Total|InvokeStub_Cart|-|-|-|lib",
            ]),
        new("android_unknown_source",
            """
            android.runtime.JavaProxyThrowable: [Shop.OutOfStockException]: none left
            	at Shop.Droid.MainActivity.OnStart(Unknown Source:0)
            	at androidx.fragment.app.FragmentManager$5.run(FragmentManager.java:703)
            """,
            [
                "OnStart|Shop.Droid.MainActivity|-|-|-|app",
                "run|androidx.fragment.app.FragmentManager$5|FragmentManager.java|703|-|lib",
            ]),
        new("mono_offset_first",
            """
            Unhandled Exception: System.NullReferenceException: gone
            in <0x0004d> Till:Open (System.Object o, Shop.OpenArgs e)
            in <0x00000> <unknown method>
            in (wrapper managed-to-native) System.Reflection.MonoMethod:InternalInvoke (object,object[])
            """,
            [
                "Open|Till|-|-|-|app",
                "InternalInvoke|System.Reflection.MonoMethod|-|-|-|lib",
            ]),
        new("mono_offset_last",
            """
            System.Exception: gone
            at Shop.Till.Open () <0x00677>
            at Shop.Shelf/<Refill>c__AnonStorey0.<>m__0 (intptr,Shop.Rack,intptr) <0x00031>
            at (wrapper native-to-managed) Shop.Shelf.Call (intptr) <0x0004d>
            """,
            [
                "Open|Shop.Till|-|-|-|app",
                "<>m__0|Shop.Shelf+<Refill>c__AnonStorey0|-|-|-|app",
                "Call|Shop.Shelf|-|-|-|app",
            ]),
        new("dotnet_flat_chinese",
            @"System.Exception: 错误。\r\n   在 Shop.Till.Open(Byte[] b) 位置 D:\shop\Till.cs:行号 43\r\n   在 Shop.Program.Main()",
            [
                "Open|Shop.Till|D:\\shop\\Till.cs|43|-|app",
                "Main|Shop.Program|-|-|-|app",
            ]),
    ];
}
