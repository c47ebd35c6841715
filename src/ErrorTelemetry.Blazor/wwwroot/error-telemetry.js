// ErrorTelemetry: reports what breaks on a page. docs/browser.md explains it and the attributes of its script tag:
// data-endpoint, data-release, data-environment, data-page-id, data-csp.
const own = import.meta.url;
const config = { ...(document.querySelector('script[src*="error-telemetry"]') || {}).dataset };
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
const random = (bytes) => Array.from(crypto.getRandomValues(new Uint8Array(bytes)));
const hex = (bytes) => random(bytes).map((byte) => (byte + 256).toString(16).slice(1)).join("");
const uuid = () => hex(16).replace(/(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-4$3-a$4-");

// A storage that is denied is replaced by one that lasts as long as the page.
const storage = (name) => safe(() => window[name])() || {};
const local = storage("localStorage");
const session = storage("sessionStorage");
const sessionId = safe(() => (session[prefix] = session[prefix] || hex(8)))();

const correlationId = /^[\w.-]{8,128}$/.test(config.pageId || "") ? config.pageId : hex(8);
const newReferenceCode = () =>
  correlationId + "." + random(4).map((byte) => "abcdefghjkmnpqrstuvwxyz23456789"[byte % 31]).join("");

// ---- Redaction: every repetition is bounded or starts at a literal, so no text makes it slow.
const secret = "(?:passw(?:or)?d|passphrase|pwd|secret|token|(?:api|access|private)[-_]?key|credentials?|authorization|signature|otp|cvv|cookie)";
const secretKey = new RegExp(secret + "$", "i");
const redactions = [
  [/-----BEGIN [^-]{0,40}KEY-----[^]*?(?:-----END|$)/g, "[redacted:private-key]"],
  [/\beyJ[\w-]{5,}(?:\.[\w-]*)+/g, "[redacted:jwt]"],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, "$1 [redacted:authorization]"],
  [/\b(cookie["']?\s*[:=]\s*)[^\r\n]+/gi, "$1[redacted:cookie]"],
  [/:\/\/[^\s/"'<>]+@/g, "://[redacted:url-credentials]@"],
  [/(:\/\/[^\s?#"'<>()]*)[?#][^\s"'<>()]*?((?::\d+){0,2})(?=[\s"'<>(),]|$)/g, "$1$2"], // queries
  [new RegExp(`(${secret}["'\\\\]*\\s*[=:]\\s*)(?:\\\\?"[^"]*"?|'[^']*'?|[^\\s"',;&})\\]]+)`, "gi"), "$1[redacted:secret]"],
  [/\b(?:gh[a-z]_|github_pat_|glpat-|xox[a-z]-|[spr]k_(?:live|test)_|AKIA|AIza)[\w-]{12,}/g, "[redacted:token]"],
  [/[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\b/gi, "[redacted:email]"],
];

// Cuts after redacting, since half a secret looks like none; of a far longer text the tail goes first, back to a word's end.
const clean = (text, limit) => {
  if (text.length > 4 * limit) {
    text = text.slice(0, 4 * limit);
    text = text.slice(0, Math.max(text.lastIndexOf(" "), text.lastIndexOf('"')) + 1) + "…";
  }
  for (const [pattern, replacement] of redactions) text = text.replace(pattern, replacement);
  if (text.length > limit) text = text.slice(0, limit - 1) + "…";
  return text.replace(/[\uD800-\uDFFF]/gu, ""); // half a surrogate pair
};

const limits = { message: 2000, stack: 16000, componentStack: 4000, url: 2000, userAgent: 512 };
const encode = (report) => {
  let body;
  let most = 16000;
  do {
    body = JSON.stringify(report, (key, value) =>
      typeof value != "string" ? value : secretKey.test(key) ? "[redacted:secret]" : clean(value, Math.min(limits[key] || 256, most)));
    most /= 2;
  } while (most > 99 && bytesOf(body) > 49152);
  return body;
};

// ---- From any value to a report
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

// An Error of another window is no instance of ours: what has a message is an error.
const describe = (value) => {
  const { message, name, stack } = isObject(value) ? value : {};
  if (typeof message != "string") return { type: tagOf(value), message: asText(value) };
  return { type: String(name || tagOf(value)), message, stack: String(stack || "").split("\n").filter((line) => !line.includes(own)).join("\n") };
};

const causesOf = (error) => {
  const causes = [];
  while (isObject(error) && causes.length < 5) {
    error = error.cause == null ? (error.errors || [])[0] : error.cause;
    if (error == null) break;
    causes.push(describe(error));
  }
  return causes;
};

const breadcrumbs = [];
const addBreadcrumb = safe((category, message) => {
  breadcrumbs.push({ timestamp: now(), category: String(category), message: clean(String(message), 256) });
  if (breadcrumbs.length > 30) breadcrumbs.shift();
});

// What extra holds wins over what the value tells.
const record = (value, extra) => {
  let report = {
    eventId: uuid(), timestamp: now(), mechanism: "manual", handled: false, url: location.origin + location.pathname,
    release: config.release, environment: config.environment, userAgent: navigator.userAgent,
    sessionId, correlationId, pageId: correlationId, breadcrumbs: [...breadcrumbs], tags: {},
    type: "Object", message: "(unreadable)",
  };
  safe(() => {
    safe(() => Object.assign(report, describe(value), { causes: causesOf(value) }))();
    for (const name in extra) if (extra[name] != null && extra[name].length !== 0) report[name] = extra[name];
    if (!report.message.trim()) report.message = report.type;
    report.tags = Object.fromEntries(Object.entries(report.tags).slice(0, 20).map(([name, text]) => [name.slice(0, 64), String(text)]));
    report = admit(report);
  })();
  return { eventId: report.eventId, correlationId: report.correlationId };
};

// ---- What is worth sending
const recent = new Map(); // what was sent in the last 10 s, and how often it came again
let sent = []; // when the last minute's reports were
let sentOnPage = 0;
let dropped = 0;

const emit = (report) => {
  const time = Date.now();
  sent = sent.filter((other) => Math.abs(time - other) < 60000);
  if (stopped || sent.length > 9 || sentOnPage > 49) return !++dropped;
  sent.push(time);
  sentOnPage++;
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
  if (repeats && emit({ ...report, eventId: uuid(), timestamp: now(), tags: { ...report.tags, repeats: String(repeats) } })) watch(key, report);
});

// Answers the report that goes out for this one: itself, or the same one of a moment ago.
const admit = (report) => {
  const frame = String(report.stack).split("\n").find((line) => /^\s*at |:\d+$/.test(line));
  const key = [report.type, report.message, frame].join();
  const same = recent.get(key);
  if (same) same.repeats++;
  else if (emit(report)) watch(key, report);
  return same ? same.report : report;
};

const reported = new WeakSet(); // by hand: thrown again, they are no second event
const report = (error, extra) => {
  if (isObject(error)) reported.add(error);
  return record(error, { handled: true, ...extra });
};

// A report of .NET's, as JSON.
const submit = (json) => record(null, safe(JSON.parse)(json));

// ---- What the browser tells
let left = 0; // when the page was last about to go: what fails to load then is noise
const at = (file, line, column) => (file ? `    at ${file}:${line}:${column}` : "");

const onEvent = safe((event) => {
  const { type, target, reason, error, message } = event;
  if (reported.has(reason) || reported.has(error)) return;
  if (type == "unhandledrejection") {
    if (Date.now() - left > 10000 || !/fetch|network|load failed|abort/i.test(String(reason))) record(reason, { mechanism: type });
  } else if (type == "securitypolicyviolation") {
    if (event.blockedURI.startsWith(endpoint)) return; // reporting our own would never end
    record(null, {
      mechanism: "csp", type: "SecurityPolicyViolation", message: `${event.effectiveDirective} blocked ${event.blockedURI}`,
      stack: at(event.sourceFile, event.lineNumber, event.columnNumber),
    });
  } else if (target === window) {
    const extra = { mechanism: "onerror" };
    if (error == null) Object.assign(extra, { type: "Error", message });
    // The stack of a syntax error does not say where; what is no Error has none.
    if (!/:\d/.test(error && error.stack)) extra.stack = [message, at(event.filename, event.lineno, event.colno)].join("\n");
    record(error, extra);
  } else {
    const url = target.currentSrc || target.src || target.href;
    const resource = target.localName;
    if (url) record(null, { mechanism: "resource", type: "ResourceError", message: `Failed to load ${resource} ${url}`, tags: { resource } });
  }
});

// ---- Delivery
const nativeFetch = window.fetch.bind(window);
let stopped; // by a 404: telemetry is off
let inFlight = 0;
let failures = 0;
let backoff = 0;
let timer;

const waiting = () =>
  Object.keys(local).sort().filter((key) => {
    const [, time] = key.match(/^errorTelemetry:(\d+)\./) || [];
    if (time < Date.now() - 864e5) delete local[key];
    return local[key] && time;
  });

const save = safe((body) => {
  local[`${prefix}${Date.now()}.${hex(4)}`] = body;
  let room = 49152;
  waiting().reverse().forEach((key, index) => {
    if (index > 19 || (room -= bytesOf(local[key])) < 0) delete local[key];
  });
});

// The server's "not before" holds for the other tabs and the next page too.
const pausedFor = () => {
  const server = local[prefix + "until"] - Date.now();
  return Math.max(backoff - Date.now(), server <= 864e5 ? server : 0);
};

const pause = (response) => {
  const after = response && response.headers.get("retry-after");
  const asked = after > 0 ? after * 1000 : Date.parse(after) - Date.now();
  const delay = Math.min(asked > 0 ? asked : 5000 * 2 ** Math.min(failures++, 6) * (1 - Math.random() / 2), 864e5);
  backoff = Date.now() + delay;
  if (response) safe(() => (local[prefix + "until"] = backoff))();
  schedule(delay);
};

const schedule = (delay) => {
  clearTimeout(timer);
  timer = setTimeout(drain, delay);
};

// Whether the report is done with. Requests that may outlive the page share 64 KiB.
const post = async (body) => {
  const size = bytesOf(body);
  const attempt = (keepalive) => nativeFetch(endpoint, {
    method: "POST", body, keepalive, referrerPolicy: "origin",
    headers: { "content-type": "application/json", [header]: JSON.parse(body).correlationId },
  }).catch(() => {});
  const keepalive = inFlight + size < 61440;
  if (keepalive) inFlight += size;
  let response = await attempt(keepalive);
  if (keepalive) inFlight -= size;
  if (!response && keepalive) response = await attempt(false);
  if (!response || response.status == 429 || response.status > 499) return pause(response);
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
};

const drain = safe(() => {
  const wait = pausedFor();
  if (wait > 0) schedule(wait);
  else if (!stopped && waiting()[0]) return navigator.locks ? navigator.locks.request(prefix, drainAll) : drainAll();
});

// ---- Installing
const sameOrigin = (url) => url.origin == location.origin;
const urlOf = (target) => new URL(target.url || target, document.baseURI);
const noteCall = safe((method, url, status) => {
  if (!status || status > 399) addBreadcrumb("fetch", `${status || "failed"} ${method} ${sameOrigin(url) ? "" : url.origin}${url.pathname}`);
});

// Puts something before a function of the page's.
const before = (object, name, work) => {
  const original = object[name];
  object[name] = function (...args) {
    try { work(this, ...args); } catch {}
    return original.apply(this, args);
  };
};

const install = () => {
  let held = window.__errorTelemetry; // by the stub, whose listeners become ours
  if (!held) {
    held = [];
    addEventListener("error", (event) => held.push(event), true);
    addEventListener("unhandledrejection", (event) => held.push(event));
  }
  held.splice(0).forEach(onEvent);
  held.push = onEvent;
  if ("csp" in config) addEventListener("securitypolicyviolation", onEvent);

  const flush = () => [...recent.keys()].forEach(settle);
  const leave = () => { left = Date.now(); };
  addEventListener("beforeunload", leave);
  addEventListener("pagehide", leave);
  addEventListener("pagehide", flush);
  addEventListener("visibilitychange", () => document.hidden && flush());
  addEventListener("online", () => {
    backoff = 0;
    drain();
  });

  window.fetch = async (input, init) => {
    let url, method;
    safe(() => {
      url = urlOf(input);
      method = (init || {}).method || input.method || "GET";
      const given = (init || {}).headers;
      const headers = input.headers && !given ? input.headers : new Headers(given);
      if (!sameOrigin(url) || headers.has(header)) return;
      headers.set(header, correlationId);
      if (headers != input.headers) init = { ...init, headers };
    })();
    try {
      const response = await nativeFetch(input, init);
      noteCall(method, url, response.status);
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
    self.addEventListener("loadend", () => noteCall(method, url, self.status));
    if (sameOrigin(url) && !has) self.setRequestHeader(header, correlationId);
  });

  let path = location.pathname;
  const onNavigation = () => path != location.pathname && addBreadcrumb("navigation", (path = location.pathname));
  before(history, "pushState", () => queueMicrotask(onNavigation));
  addEventListener("popstate", onNavigation);
  before(console, "error", (self, ...args) => addBreadcrumb("console", args.map(asText).join(" ")));

  drain();
  return api;
};

const hookRuntime = () => {};

const api = { report, submit, addBreadcrumb, newReferenceCode, hookRuntime, correlationId };
export default window.errorTelemetry = window.errorTelemetry || install();
