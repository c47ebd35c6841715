namespace ErrorTelemetry.Processing.Fingerprinting.Stacks;

/// <summary>What script engines print, and the frames it means: <c>function|module|file|line|column|app or lib</c>, crash first, <c>-</c> for unknown.</summary>
internal static class ScriptStacks
{
    public static readonly StackCase[] All =
    [
        new("chromium_plain",
            """
            TypeError: Cannot read properties of undefined (reading 'price')
                at total (https://shop.example/assets/cart.js:41:27)
                at Checkout.submit (https://shop.example/assets/checkout.js:107:14)
                at HTMLButtonElement.onclick (https://shop.example/:12:5)
                at https://shop.example/assets/main.js:3:9
            """,
            [
                "total|-|https://shop.example/assets/cart.js|41|27|app",
                "Checkout.submit|-|https://shop.example/assets/checkout.js|107|14|app",
                "HTMLButtonElement.onclick|-|https://shop.example/|12|5|app",
                "-|-|https://shop.example/assets/main.js|3|9|app",
            ]),
        new("chromium_async",
            """
            Error: late
                at async load (https://shop.example/a.js:1:2)
                at async Promise.all (index 3)
                at async Object.run [as start] (https://shop.example/a.js:9:3)
                at Shop.refresh (async https://shop.example/b.js:4:5)
            """,
            [
                "load|-|https://shop.example/a.js|1|2|app",
                "Promise.all|-|-|-|-|lib",
                "Object.run [as start]|-|https://shop.example/a.js|9|3|app",
                "Shop.refresh|-|https://shop.example/b.js|4|5|app",
            ]),
        new("chromium_new_native",
            """
            RangeError: Invalid array length
                at new Basket (https://shop.example/basket.js:7:11)
                at new Promise (<anonymous>)
                at Array.map (<anonymous>)
                at Array.forEach (native)
                at Object.<anonymous> (https://shop.example/basket.js:1:1)
                at <anonymous>
            """,
            [
                "new Basket|-|https://shop.example/basket.js|7|11|app",
                "new Promise|-|<anonymous>|-|-|lib",
                "Array.map|-|<anonymous>|-|-|lib",
                "Array.forEach|-|native|-|-|lib",
                "Object.<anonymous>|-|https://shop.example/basket.js|1|1|app",
            ]),
        new("chromium_eval",
            """
            Error: evaluated
                at inner (eval at outer (https://shop.example/rules.js:21:17), <anonymous>:1:30)
                at deep (eval at inner (eval at outer (https://shop.example/rules.js:22:9)), <anonymous>:2:1)
                at eval (eval at run (webpack:///./src/rules.js?), <anonymous>:4:18)
            """,
            [
                "inner|-|https://shop.example/rules.js|21|17|app",
                "deep|-|https://shop.example/rules.js|22|9|app",
                "eval|-|webpack:///./src/rules.js?|-|-|app",
            ]),
        new("chromium_bundlers",
            """
            Error: bundled
                at render(webpack:///./src/views/cart.jsx?:295:108)
                at Page (webpack-internal:///(app-pages-browser)/./src/app/page.tsx:12:11)
                at load (turbopack://[project]/src/load.ts:3:4)
                at setup (http://localhost:5173/src/App.vue?t=1712345678901:10:2)
                at fn (http://localhost:5173/@fs/srv/shop/src/fn.ts:6:7)
                at commit (http://localhost:5173/node_modules/.vite/deps/chunk-ABCD1234.js?v=0a1b2c3d:900:5)
            """,
            [
                "render|-|webpack:///./src/views/cart.jsx?|295|108|app",
                "Page|-|webpack-internal:///(app-pages-browser)/./src/app/page.tsx|12|11|app",
                "load|-|turbopack://[project]/src/load.ts|3|4|app",
                "setup|-|http://localhost:5173/src/App.vue?t=1712345678901|10|2|app",
                "fn|-|http://localhost:5173/@fs/srv/shop/src/fn.ts|6|7|app",
                "commit|-|http://localhost:5173/node_modules/.vite/deps/chunk-ABCD1234.js?v=0a1b2c3d|900|5|lib",
            ]),
        new("chromium_blob_data_wasm",
            """
            Error: odd places
                at work (blob:https://shop.example/9115d58c-bcda-ff47-86e5-083e9a215304:31:291)
                at blob:https://shop.example/9115d58c-bcda-ff47-86e5-083e9a215304:15:10
                at dyn (data:text/javascript;base64,ZXhwb3J0:1:38)
                at add(int) const (https://shop.example/sum.wasm:wasm-function[190]:0x5aeb)
                at https://shop.example/sum.wasm:wasm-function[191]:0x5b00
                at wasm://wasm/0043fb9a:wasm-function[12]:0x1f4
            """,
            [
                "work|-|blob:https://shop.example/9115d58c-bcda-ff47-86e5-083e9a215304|31|291|app",
                "-|-|blob:https://shop.example/9115d58c-bcda-ff47-86e5-083e9a215304|15|10|app",
                "dyn|-|<data:text/javascript,base64>|-|-|app",
                "add(int) const|-|https://shop.example/sum.wasm|-|-|app",
                "wasm-function[191]|-|https://shop.example/sum.wasm|-|-|app",
                "wasm-function[12]|-|wasm://wasm/0043fb9a|-|-|lib",
            ]),
        new("chromium_extension",
            """
            Error: not ours
                at chrome-extension://abcdefghijklmnop/content.js:2:100
                at hook (moz-extension://0c0ffee0-1/inject.js:1:1)
                at pay@safari-web-extension:(//3284871F-A480/commons.js:223036:10)
            """,
            [
                "-|-|chrome-extension://abcdefghijklmnop/content.js|2|100|lib",
                "hook|-|moz-extension://0c0ffee0-1/inject.js|1|1|lib",
                "pay|-|safari-web-extension://3284871F-A480/commons.js|223036|10|lib",
            ]),
        new("chromium_file_windows",
            """
            Error: disk
                at load (C:\work dir\shop\main.js:8:3)
                at Module._compile (node:internal/modules/cjs/loader:1376:14)
                at open (file:///C:/work%20dir/shop/open.js:2:2)
                at Object.<anonymous> (/srv/shop (old)/index.js:2:9)
                at process.run [as _tick] (internal/process/task_queues.js:52:5)
            """,
            [
                "load|-|C:\\work dir\\shop\\main.js|8|3|app",
                "Module._compile|-|node:internal/modules/cjs/loader|1376|14|lib",
                "open|-|file:///C:/work%20dir/shop/open.js|2|2|app",
                "Object.<anonymous>|-|/srv/shop (old)/index.js|2|9|app",
                "process.run [as _tick]|-|internal/process/task_queues.js|52|5|lib",
            ]),
        new("chromium_multiline_message",
            """
            Error: first line
            second line: 12:34
                third (line)
                at go (https://shop.example/a.js:1:2)
            """,
            [
                "go|-|https://shop.example/a.js|1|2|app",
            ]),
        new("chromium_cut_bracket",
            """
            Error: cut
                at whole (https://shop.example/a.js:1:2)
                at cut (https://shop.example/a.js:2:1
            """,
            [
                "whole|-|https://shop.example/a.js|1|2|app",
                "cut|-|https://shop.example/a.js|2|1|app",
            ]),
        new("chromium_cause",
            """
            TypeError: fetch failed
                at load (file:///srv/shop/dist/index.mjs:10:3) {
              [cause]: Error: connect ECONNREFUSED
                  at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16) {
                errno: -111
              }
            }
            """,
            [
                "load|-|file:///srv/shop/dist/index.mjs|10|3|app",
                "TCPConnectWrap.afterConnect [as oncomplete]|-|node:net|1555|16|lib",
            ]),
        new("edge_legacy",
            """
            TypeError: Unable to get property 'x'
               at Anonymous function (http://shop.example/file.js:48:13)
               at Array.prototype.map (native code)
               at eval code (eval code:1:1)
               at Global code (http://shop.example/file.js:24:7)
            """,
            [
                "Anonymous function|-|http://shop.example/file.js|48|13|app",
                "Array.prototype.map|-|native code|-|-|lib",
                "eval code|-|eval code|1|1|lib",
                "Global code|-|http://shop.example/file.js|24|7|app",
            ]),
        new("hermes",
            """
            TypeError: undefined is not a function
                at pay (address at index.android.bundle:1:22)
                at anonymous (address at /data/app/index.android.bundle:1:400)
                at apply (native)
                at tick (InternalBytecode.js:1:3)
            """,
            [
                "pay|-|index.android.bundle|1|22|app",
                "anonymous|-|/data/app/index.android.bundle|1|400|app",
                "apply|-|native|-|-|lib",
                "tick|-|InternalBytecode.js|1|3|lib",
            ]),
        new("node_windows_custom_scheme",
            """
            Error: custom
                at examplescheme://host/worker.js:70:15
                at cefQuery (app://bundle/main.js:3:4)
            """,
            [
                "-|-|examplescheme://host/worker.js|70|15|app",
                "cefQuery|-|app://bundle/main.js|3|4|app",
            ]),
        new("firefox_plain",
            """
            total@https://shop.example/assets/cart.js:41:27
            submit/<@https://shop.example/assets/checkout.js:107:14
            onclick@https://shop.example/:12:5
            @https://shop.example/assets/main.js:3:9
            """,
            [
                "total|-|https://shop.example/assets/cart.js|41|27|app",
                "submit/<|-|https://shop.example/assets/checkout.js|107|14|app",
                "onclick|-|https://shop.example/|12|5|app",
                "-|-|https://shop.example/assets/main.js|3|9|app",
            ]),
        new("firefox_async",
            """
            fetchCart@https://shop.example/a.js:1:2
            async*load@https://shop.example/a.js:5:6
            promise callback*start@https://shop.example/b.js:7:8
            setTimeout handler*@https://shop.example/b.js:9:1
            """,
            [
                "fetchCart|-|https://shop.example/a.js|1|2|app",
                "load|-|https://shop.example/a.js|5|6|app",
                "start|-|https://shop.example/b.js|7|8|app",
                "-|-|https://shop.example/b.js|9|1|app",
            ]),
        new("firefox_eval",
            """
            inner@https://shop.example/rules.js line 26 > eval line 2 > eval:1:30
            @https://shop.example/rules.js line 26 > Function:4:18
            run@https://shop.example/rules.js:33:9
            """,
            [
                "inner|-|https://shop.example/rules.js|26|-|app",
                "-|-|https://shop.example/rules.js|26|-|app",
                "run|-|https://shop.example/rules.js|33|9|app",
            ]),
        new("firefox_at_signs",
            """
            who@https://shop.example/misc/@stuff/foo.js:3:9
            obj["@fn"]@https://shop.example/a.js:10:29
            sort@self-hosted:120:3
            wasm@https://shop.example/x.wasm:wasm-function[3]:0x1a2
            @debugger eval code:1:1
            load@resource://gre/modules/x.js:5:6
            get total@https://shop.example/a.js:1:9
            """,
            [
                "who|-|https://shop.example/misc/@stuff/foo.js|3|9|app",
                "obj[\"@fn\"]|-|https://shop.example/a.js|10|29|app",
                "sort|-|self-hosted|120|3|lib",
                "wasm|-|https://shop.example/x.wasm|-|-|app",
                "-|-|debugger eval code|1|1|lib",
                "load|-|resource://gre/modules/x.js|5|6|lib",
                "get total|-|https://shop.example/a.js|1|9|app",
            ]),
        new("firefox_arguments",
            """
            ("a@b",[object Object])@http://shop.example/old.js:44
            print(1)@http://shop.example/old.js:18
            @file:///srv/old.js:24
            """,
            [
                "-|-|http://shop.example/old.js|44|-|app",
                "print|-|http://shop.example/old.js|18|-|app",
                "-|-|file:///srv/old.js|24|-|app",
            ]),
        new("safari_plain",
            """
            total@https://shop.example/assets/cart.js:41:27
            https://shop.example/assets/checkout.js:107:14
            [native code]
            forEach@[native code]
            global code@https://shop.example/:12:5
            """,
            [
                "total|-|https://shop.example/assets/cart.js|41|27|app",
                "-|-|https://shop.example/assets/checkout.js|107|14|app",
                "-|-|[native code]|-|-|lib",
                "forEach|-|[native code]|-|-|lib",
                "global code|-|https://shop.example/|12|5|app",
            ]),
        new("safari_eval",
            """
            baz
            foo
            eval code
            eval@[native code]
            speak@https://shop.example/file.js:26:21
            module code@https://shop.example/file.js:33:18
            """,
            [
                "baz|-|-|-|-|lib",
                "foo|-|-|-|-|lib",
                "eval|-|[native code]|-|-|lib",
                "speak|-|https://shop.example/file.js|26|21|app",
                "module code|-|https://shop.example/file.js|33|18|app",
            ]),
        new("safari_wasm_scoped",
            """
            <?>.wasm-function[add]@[wasm code]
            wasm-function[8]@[wasm code]
            https://cdn.example/npm/@scope/lib@1.2.3/index.js:1:2
            asyncFunctionResume@[native code]
            pay@webkit-masked-url://hidden/:2:3
            """,
            [
                "<?>.wasm-function[add]|-|[wasm code]|-|-|lib",
                "wasm-function[8]|-|[wasm code]|-|-|lib",
                "-|-|https://cdn.example/npm/@scope/lib@1.2.3/index.js|1|2|lib",
                "asyncFunctionResume|-|[native code]|-|-|lib",
                "pay|-|webkit-masked-url://hidden/|2|3|lib",
            ]),
        new("safari_react_native",
            """
            pay@33.js:1:531
            102.js:1:2956
            value@index.ios.bundle:29:927
            t@/data/app/main.jsbundle:1:2
            value@[native code]
            """,
            [
                "pay|-|33.js|1|531|app",
                "-|-|102.js|1|2956|app",
                "value|-|index.ios.bundle|29|927|app",
                "t|-|/data/app/main.jsbundle|1|2|app",
                "value|-|[native code]|-|-|lib",
            ]),
        new("opera_old",
            """
            Backtrace:
              Line 44 of linked script http://shop.example/file.js
                this.pay();
              Line 31 of linked script http://shop.example/file.js: In function pay
                go();
            """,
            [
                "-|-|http://shop.example/file.js|44|-|app",
                "pay|-|http://shop.example/file.js|31|-|app",
            ]),
        new("chromium_called_eval_mapped_blanks",
            """
            Error: unusual places
                at eval (eval at rules (https://shop.example/rules.js:26:5)).call (<anonymous>:1:26)
                at total (./src/cart.ts:23:3 <- ./dist/tests.js:435:1307)
                at my page.js:3:14
                at HTMLButtonElement.<anonymous> @  https://shop.example/buy.js:1:4287
            """,
            [
                "eval|-|https://shop.example/rules.js|26|5|app",
                "total|-|./src/cart.ts|23|3|app",
                "-|-|my page.js|3|14|app",
                "HTMLButtonElement.<anonymous>|-|https://shop.example/buy.js|1|4287|app",
            ]),
        new("node_syntax_error",
            """
            /srv/shop/price.cjs:15
            const total = @price;
                          ^

            SyntaxError: Invalid or unexpected token
                at wrapSafe (node:internal/modules/cjs/loader:1762:18)
            """,
            [
                "-|-|/srv/shop/price.cjs|15|-|app",
                "wrapSafe|-|node:internal/modules/cjs/loader|1762|18|lib",
            ]),
        new("chromium_one_line",
            "TypeError: x is null    at total (https://shop.example/cart.js:3:7)    at https://shop.example/main.js:9:1",
            [
                "total|-|https://shop.example/cart.js|3|7|app",
                "-|-|https://shop.example/main.js|9|1|app",
            ]),
        new("node_list_of_errors",
            """
            AggregateError: none worked
                at pay (/srv/shop/pay.js:3:7) {
              [errors]: [
                Error: no card
                    at card (/srv/shop/card.js:1:2),
                TypeError: no bank
                    at bank (/srv/shop/bank.js:4:5)
              ]
            }
            """,
            [
                "pay|-|/srv/shop/pay.js|3|7|app",
                "card|-|/srv/shop/card.js|1|2|app",
                "bank|-|/srv/shop/bank.js|4|5|app",
            ]),
        new("react_server_electron_bare_libraries",
            """
            Error: unusual homes
                at Page (about://React/Server/file:///srv/shop/.next/server/chunks/page.js?5:12:11)
                at Panel (rsc://React/Server/webpack-internal:///(rsc)/./node_modules/panel/index.js?3:1:9)
                at boot (electron/js2c/renderer_init:2:1234)
                at resolvePromise (zone.js:1200:31)
                at task (core-js/internals/task.js:46:3)
                at e.<anonymous> (@babel/runtime/helpers/asyncToGenerator.js:21:12)
                at _.sent (tslib.es6.js:81:77)
                at zones (zones.js:1:2)
            """,
            [
                "Page|-|about://React/Server/file:///srv/shop/.next/server/chunks/page.js?5|12|11|app",
                "Panel|-|rsc://React/Server/webpack-internal:///(rsc)/./node_modules/panel/index.js?3|1|9|lib",
                "boot|-|electron/js2c/renderer_init|2|1234|lib",
                "resolvePromise|-|zone.js|1200|31|lib",
                "task|-|core-js/internals/task.js|46|3|lib",
                "e.<anonymous>|-|@babel/runtime/helpers/asyncToGenerator.js|21|12|lib",
                "_.sent|-|tslib.es6.js|81|77|lib",
                "zones|-|zones.js|1|2|app",
            ]),
        new("firefox_task_marks_and_modules",
            """
            watch@https://shop.example/cart.js:3:7
            MutationCallback*observe@https://shop.example/cart.js:5:1
            requestIdleCallback handler*later@https://shop.example/cart.js:6:1
            queueMicrotask handler*@https://shop.example/cart.js:7:1
            total@https://shop.example/cart.js line 9 > WebAssembly.Module:wasm-function[12]:0x1a2b
            """,
            [
                "watch|-|https://shop.example/cart.js|3|7|app",
                "observe|-|https://shop.example/cart.js|5|1|app",
                "later|-|https://shop.example/cart.js|6|1|app",
                "-|-|https://shop.example/cart.js|7|1|app",
                "total|-|https://shop.example/cart.js|9|-|app",
            ]),
    ];
}
