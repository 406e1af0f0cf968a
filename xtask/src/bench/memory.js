// Runs in a page before its own scripts: keeps hold of the memory of each wasm that it starts, whose size DevTools
// doesn't tell.
globalThis.kurabeMemory = (() => {
  "use strict";
  const memories = [];
  const keep = (start) => async (...given) => {
    const started = await start.apply(WebAssembly, given);
    const { exports } = started.instance || started;
    memories.push(...Object.values(exports).filter((one) => one instanceof WebAssembly.Memory));
    return started;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) WebAssembly[name] = keep(WebAssembly[name]);
  return () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
})();
