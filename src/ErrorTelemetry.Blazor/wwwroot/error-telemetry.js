// Reports what breaks on a page: see docs/browser.md. Optional attributes of the script tag:
// data-endpoint, data-release, data-environment, data-page-id, data-csp.
const own = import.meta.url;
const config = { ...document.querySelector('script[src*="error-telemetry"]')?.dataset };
const endpoint = new URL(config.endpoint || "api/telemetry/error", document.baseURI).href;
const header = "x-correlation-id";
const prefix = "errorTelemetry:";

const safe = (work) => (...args) => {
  try {
    const result = work(...args);
    return result instanceof Promise ? result.catch(() => {}) : result;
  } catch {}
};
const isObject = (value) => typeof value == "object" && value !== null;
const tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1);
const bytesOf = (text) => new Blob([text]).size;
const now = () => new Date().toISOString();
const hex = (bytes) => [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => (byte + 256).toString(16).slice(1)).join("");
const uuid = () => hex(16).replace(/(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-4$3-a$4-");

// Storage may be denied.
const local = safe(() => localStorage)() || {};
const sessionId = safe(() => (sessionStorage[prefix] = sessionStorage[prefix] || hex(8)))() || hex(8);

const idOr = (id, other) => (/^[\w.-]{8,128}$/.test(id || "") ? id : other);
const correlationId = idOr(config.pageId, hex(8));
const newReferenceCode = () => `${correlationId}.${hex(2)}`;

// Repetitions are bounded or follow a literal, so that no text is slow.
const secret = "(?:passw(?:or)?d|pwd|secret|token|(?:api|access|private)[-_]?key|credentials?|authorization|cookie|otp)";
const secretKey = new RegExp(secret + "$", "i");
const redactions = [
  [/\beyJ[\w-]{5,}(?:\.[\w-]*)+/g, "[redacted:jwt]"],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, "$1 [redacted:secret]"],
  [/\b(cookie["']?\s*[:=]\s*)[^\r\n]+/gi, "$1[redacted:secret]"],
  [/:\/\/[^\s/"'<>]+@/g, "://[redacted:secret]@"],
  [/(:\/\/[^\s?#"'<>()]{0,2000})[?#][^\s"'<>()]*?((?::\d+){0,2})(?=[\s"'<>(),]|$)/g, "$1$2"],
  [new RegExp(`(${secret}["'\\\\]*\\s*[=:]\\s*)(?:\\\\?"[^"]*"?|'[^']*'?|[^\\s"',;&})\\]]+)`, "gi"), "$1[redacted:secret]"],
  [/[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\b/gi, "[redacted:email]"],
];

// Half a secret looks like none: words are kept whole until all are redacted.
const clean = (text, limit) => {
  if (text.length > 4 * limit) text = text.slice(0, text.lastIndexOf(" ", 4 * limit) + 1) + "…";
  for (const [pattern, replacement] of redactions) text = text.replace(pattern, replacement);
  if (text.length > limit) text = text.slice(0, limit - 1) + "…";
  return text.replace(/[\uD800-\uDFFF]/gu, ""); // half a surrogate pair
};

const limits = { message: 2000, stack: 16000, componentStack: 4000, url: 2000, userAgent: 512 };
const encode = (report, most = 16000) => {
  const body = JSON.stringify(report, (key, value) =>
    typeof value != "string" ? value : secretKey.test(key) ? "[redacted:secret]" : clean(value, Math.min(limits[key] || 256, most)));
  return bytesOf(body) > 49152 && most > 99 ? encode(report, most / 2) : body;
};

const asText = (value) => {
  if (!isObject(value)) return String(value);
  const seen = new Set();
  const json = safe(JSON.stringify)(value, (key, item) => {
    if (typeof item == "bigint") return String(item);
    if (!isObject(item)) return item;
    return seen.size > 99 || seen.has(item) ? "…" : seen.add(item) && item;
  });
  return !json || json == "{}" ? String(value) : json;
};

// Whatever has a message is an error.
const describe = (value) => safe(() => {
  const { message, name, stack } = isObject(value) ? value : {};
  if (typeof message != "string") return { type: tagOf(value), message: asText(value) };
  return { type: String(name || tagOf(value)), message, stack: String(stack || "").split("\n").filter((line) => !line.includes(own)).join("\n") };
})() || { type: "Object", message: "(unreadable)" };

const causesOf = safe((error) => {
  const causes = [];
  while (isObject(error) && causes.length < 5 && (error = error.cause ?? error.errors?.[0]) != null) causes.push(describe(error));
  return causes;
});

const breadcrumbs = [];
const addBreadcrumb = safe((category, message) => {
  breadcrumbs.push({ timestamp: now(), category: String(category), message: clean(String(message), 256) });
  if (breadcrumbs.length > 30) breadcrumbs.shift();
});

const recent = new Map(); // the last 10 s
const sent = []; // when
let dropped = 0;

const emit = (report) => {
  const time = Date.now();
  if (stopped || sent.length > 49 || time - sent[sent.length - 10] < 60000) return !++dropped;
  sent.push(time);
  if (dropped) report.tags.dropped = String(dropped);
  dropped = 0;
  if (!api.onreport || safe(api.onreport)(report) !== false) deliver(encode(report));
  return true;
};

const watch = (key, report) => recent.set(key, { report, repeats: 0, timer: setTimeout(settle, 10000, key) });
const settle = safe((key) => {
  const { report, repeats, timer } = recent.get(key);
  clearTimeout(timer);
  recent.delete(key);
  report.tags.repeats = String(repeats);
  if (repeats && emit({ ...report, eventId: uuid(), timestamp: now() })) watch(key, report);
});

// Returns the ids of what goes out: of this report, or of the same one a moment ago.
const record = (value, extra) => {
  let report = { ...describe(value), causes: causesOf(value) };
  safe(() => {
    for (const name in extra) if (extra[name] != null && extra[name].length !== 0) report[name] = extra[name];
    const message = String(report.message).trim() || report.type;
    const frame = String(report.stack).split("\n").find((line) => /^\s*at |:\d+$/.test(line));
    const key = [report.type, message, frame, report.correlationId].join();
    const same = recent.get(key);
    if (same) same.repeats++;
    report = same?.report || {
      eventId: uuid(), timestamp: now(), mechanism: "manual", handled: false, url: location.origin + location.pathname,
      release: config.release, environment: config.environment, userAgent: navigator.userAgent,
      sessionId, pageId: correlationId, breadcrumbs: [...breadcrumbs], ...report, message, tags: { ...report.tags },
      correlationId: idOr(report.correlationId, correlationId),
    };
    for (const name in report.tags) report.tags[name] = String(report.tags[name]);
    if (!same && emit(report)) watch(key, report);
  })();
  return { eventId: report.eventId || uuid(), correlationId: report.correlationId || correlationId };
};

const reported = new WeakSet(); // thrown again, no second event
const report = (error, extra) => {
  if (isObject(error)) reported.add(error);
  return record(error, { handled: true, ...extra });
};
const submit = (json) => record(null, safe(JSON.parse)(json));

let left = 0; // when the page was about to go
let runtime; // .NET's: started or exited
let boot; // its failed start: many rejections, one report
let lastWords = []; // of console.error

const isBoot = (message, stack) => {
  const file = /https?:[^\s'"]{0,200}\/_framework\/(?!blazor)[^\s'")]+/;
  if (runtime || !file.test(message + stack)) return false;
  if (!boot) setTimeout(() => fail("boot", boot.url), 1000, (boot = {}));
  boot.url = boot.url || file.exec(message)?.[0];
  return true;
};
const hookRuntime = safe((blazor) => {
  before(blazor.runtime.Module, "onExit", (self, code) => {
    if (!code || runtime == "exited") return;
    runtime = "exited";
    const stack = lastWords.join("\n").split("Unhandled Exception:").pop().trim();
    const [, type, message] = /^([\w.`+]+): (.+)/.exec(stack) || [, "RuntimeExit", `Exit code ${code}`];
    record(null, { mechanism: "runtime-exit", type, message, stack });
  });
  runtime = "started";
});

const at = (file, line, column) => (file ? `    at ${file}:${line}:${column}` : "");
const fail = (resource, url) =>
  record(null, { mechanism: "resource", type: "ResourceError", message: `Failed to load ${resource} ${url}`, tags: { resource } });

const onEvent = safe((event) => {
  const { type: mechanism, target, reason, error, message } = event;
  if (reported.has(reason ?? error)) return;
  if (mechanism == "unhandledrejection") {
    const { message, stack } = describe(reason);
    if (Date.now() - left < 10000 && /fetch|network|load failed|abort/i.test(message)) return;
    if (runtime == "exited" && /already exited/.test(message)) return;
    if (!isBoot(message, stack)) record(reason, { mechanism });
  } else if (mechanism == "securitypolicyviolation") {
    if (!event.blockedURI.startsWith(endpoint)) // reporting our own would never end
      record(null, {
        mechanism: "csp", type: tagOf(event), message: `${event.effectiveDirective} blocked ${event.blockedURI}`,
        stack: at(event.sourceFile, event.lineNumber, event.columnNumber),
      });
  } else if (target === window) {
    const extra = { mechanism: "onerror" };
    if (error == null) Object.assign(extra, { type: "Error", message });
    // A syntax error's stack does not say where.
    if (!/:\d/.test(error?.stack)) extra.stack = message + "\n" + at(event.filename, event.lineno, event.colno);
    record(error, extra);
  } else {
    const url = target.currentSrc || target.src || target.href;
    if (url && !isBoot(url) && !/pre/.test(target.rel)) fail(target.localName, url);
  }
});

const nativeFetch = window.fetch.bind(window);
let stopped; // by a 404: telemetry is off
let inFlight = 0;
let failures = 0;
let backoff = 0;
let timer;

const waiting = () =>
  Object.keys(local).sort().filter((key) => {
    const time = /^errorTelemetry:(\d+)/.exec(key)?.[1];
    if (time < Date.now() - 864e5) delete local[key];
    return time && local[key];
  });

const save = safe((body) => {
  local[`${prefix}${Date.now()}.${hex(4)}`] = body;
  let room = 49152;
  waiting().reverse().forEach((key, index) => {
    if (index > 19 || (room -= bytesOf(local[key])) < 0) delete local[key];
  });
});

// What the server asks for holds for all tabs and the next page.
const pausedFor = () => {
  const server = local[prefix + "until"] - Date.now();
  return Math.max(backoff - Date.now(), server <= 864e5 ? server : 0);
};
const pause = (response) => {
  const after = response?.headers.get("retry-after");
  const asked = after > 0 ? after * 1000 : Date.parse(after) - Date.now();
  if (asked > 0) backoff = Date.now() + Math.min(asked, 864e5);
  else if (pausedFor() <= 0) backoff = Date.now() + 5000 * 2 ** Math.min(failures++, 6) * (1 - Math.random() / 2);
  if (response) safe(() => (local[prefix + "until"] = backoff))();
  drain();
};

// Resolves to whether the report is done with.
const post = async (body) => {
  const size = bytesOf(body);
  const attempt = (keepalive) => nativeFetch(endpoint, {
    method: "POST", body, keepalive, referrerPolicy: "origin",
    headers: { "content-type": "application/json", [header]: safe(JSON.parse)(body)?.correlationId },
  }).catch(() => {});
  const keepalive = (inFlight += size) < 61440; // browsers refuse more than 64 KiB together
  let response = await attempt(keepalive);
  inFlight -= size;
  if (!response && keepalive) response = await attempt(false);
  if (!response || response.status == 408 || response.status == 429 || response.status > 499) return pause(response);
  failures = 0;
  stopped = response.status == 404;
  if (stopped) for (const key of waiting()) delete local[key];
  return true;
};

const deliver = safe(async (body) => {
  if (navigator.onLine === false || pausedFor() > 0 || !(await post(body))) save(body);
});

const drainAll = async () => {
  for (const key of waiting()) {
    const body = local[key];
    if (!navigator.locks) delete local[key]; // claimed by removal
    if (await post(body)) delete local[key];
    else return void (local[key] = body);
  }
  await new Promise((done) => setTimeout(done, 1000)); // other tabs see late what is gone
};
const drain = safe(() => {
  const wait = pausedFor();
  clearTimeout(timer);
  if (wait > 0) timer = setTimeout(drain, wait);
  else if (!stopped && waiting()[0]) return navigator.locks ? navigator.locks.request(prefix, drainAll) : drainAll();
});

const sameOrigin = (url) => url.origin == location.origin;
const urlOf = (target) => new URL(target.url || target, document.baseURI);
const noteCall = safe((method, url, status) => addBreadcrumb("fetch", `${status || "failed"} ${method} ${url.origin}${url.pathname}`));

const before = (object, name, work) => {
  const original = object[name];
  object[name] = function (...args) {
    safe(work)(this, ...args);
    return original?.apply(this, args);
  };
};

const install = () => {
  let held = window.__errorTelemetry; // by the stub, whose listeners become ours
  if (!held) {
    held = [];
    for (const type of ["error", "unhandledrejection"]) addEventListener(type, (event) => held.push(event), true);
  }
  held.splice(0).forEach(onEvent);
  held.push = onEvent;
  if ("csp" in config) addEventListener("securitypolicyviolation", onEvent);

  const flush = () => [...recent.keys()].forEach(settle);
  const leave = () => { left = Date.now(); };
  addEventListener("beforeunload", leave);
  addEventListener("pagehide", () => flush(leave()));
  addEventListener("visibilitychange", () => document.hidden && flush());
  addEventListener("online", () => drain((backoff = 0)));

  window.fetch = async (input, init) => {
    let url, method;
    safe(() => {
      url = urlOf(input);
      method = init?.method || input.method || "GET";
      const headers = !init?.headers && input.headers || new Headers(init?.headers);
      if (!sameOrigin(url) || headers.has(header)) return;
      headers.set(header, correlationId);
      if (headers != input.headers) init = { ...init, headers };
    })();
    try {
      const response = await nativeFetch(input, init);
      if (response.status > 399) noteCall(method, url, response.status);
      return response;
    } catch (error) {
      noteCall(method, url);
      throw error;
    }
  };

  const calls = new WeakMap();
  const xhr = XMLHttpRequest.prototype;
  before(xhr, "open", (self, method, url) => calls.set(self, { method, url: urlOf(url) }));
  before(xhr, "setRequestHeader", (self, name) => {
    if (name.toLowerCase() == header) calls.get(self).has = true;
  });
  before(xhr, "send", (self) => {
    const { method, url, has } = calls.get(self);
    self.addEventListener("loadend", () => (self.status && self.status < 400) || noteCall(method, url, self.status));
    if (sameOrigin(url) && !has) self.setRequestHeader(header, correlationId);
  });

  let path = location.pathname;
  const onNavigation = () => path != location.pathname && addBreadcrumb("navigation", (path = location.pathname));
  before(history, "pushState", () => queueMicrotask(onNavigation));
  addEventListener("popstate", onNavigation);
  before(console, "error", (self, ...args) => {
    const text = args.map(asText).join(" ");
    addBreadcrumb("console", text);
    lastWords = [...lastWords.slice(-99), text];
  });

  drain();
  return api;
};

const api = { report, submit, addBreadcrumb, newReferenceCode, hookRuntime, correlationId };
export default window.errorTelemetry = window.errorTelemetry || install();
