// Starts Blazor with a boot resource that is not there, as a half-finished deployment would.
Blazor.start({
  webAssembly: {
    loadBootResource: (type, name, defaultUri) => (type === 'dotnetwasm' ? `${defaultUri}?gone`.replace('/_framework/', '/_gone/') : undefined),
  },
});
