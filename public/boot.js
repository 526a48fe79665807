// Starts the editor. It is a file of its own because the page's content security policy allows no
// inline script; the names of the two files to start are attributes of its script element.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const address = (name) => new URL(name, document.baseURI).href;

// Only a fault of the editor ends it, and then none of its own code runs any more.
addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) reveal("shell-stopped");
});

try {
  const { default: start } = await import(address(js));
  await start({ module_or_path: address(wasm) });
} catch (reason) {
  console.error("The editor could not start:", reason);
  reveal("shell-failed");
}

function reveal(id) {
  document.getElementById(id)?.removeAttribute("hidden");
}
