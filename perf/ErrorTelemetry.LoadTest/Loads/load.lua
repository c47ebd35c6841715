-- What wrk sends. Without a template: GETs of the URL, which wrk repeats without asking Lua.
-- With one: reports that differ in their event id, which is never sent twice, and in the function that failed.
local template = os.getenv("LOAD_TEMPLATE")

if template then
   local file = assert(io.open(template, "rb"))
   local text = file:read("*a")
   file:close()

   local beforeId, afterId, afterFunction = text:match("^(.-)@@@@@@@@(.-)%$%$%$%$%$%$(.*)$")
   local kinds = tonumber(os.getenv("LOAD_KINDS"))
   local names = {}
   for kind = 0, kinds - 1 do
      -- Letters, since digits in a name are taken for what varies between siblings.
      local rest, name = kind, ""
      for _ = 1, 6 do
         name = string.char(97 + rest % 26) .. name
         rest = math.floor(rest / 26)
      end
      names[kind] = afterId .. name .. afterFunction
   end

   local count = 0
   function request()
      count = count + 1
      return beforeId .. string.format("%08x", count) .. names[count % kinds]
   end
end

function done(summary, latency, requests)
   local errors = summary.errors
   io.write(string.format(
      '{"requests":%d,"microseconds":%d,"p50Microseconds":%d,"p99Microseconds":%d,"refused":%d,"failed":%d}\n',
      summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
      errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
