(function (held) {
  if (window.__errorTelemetry) return;
  window.__errorTelemetry = held;
  function hold(event) { if (held.length < 50) held.push(event); }
  addEventListener("error", hold, true);
  addEventListener("unhandledrejection", hold);
})([]);
