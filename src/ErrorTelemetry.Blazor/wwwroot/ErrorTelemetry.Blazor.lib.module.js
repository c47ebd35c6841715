// Blazor loads this file by itself in every render mode. It brings the browser module to pages that have no script tag
// for it (loading it twice is harmless), and shows it the WebAssembly runtime, whose end no window event tells of.
const telemetry = import("./error-telemetry.js").catch(() => {});

const hook = async (blazor) => {
  const loaded = await telemetry;
  if (loaded) loaded.default.hookRuntime(blazor);
};

// blazor.web.js calls the first, blazor.webassembly.js the second.
export const afterWebAssemblyStarted = hook;
export const afterStarted = hook;
