// Makes what wasm-bindgen leaves as small as it gets: drops the exports that nothing calls, lets
// wasm-opt at the rest, and gives imports and exports short names in the wasm and in its script.
//
// The passes and limits of wasm-opt are those that came out smallest after brotli, which is not the
// same as smallest: a function that stands beside its likes costs little, and one that was put into
// its caller stands beside nothing.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { namedByBeginning } from "./order.mjs";

const e2e = new URL("../tests/e2e/", import.meta.url);
const { buildSync } = createRequire(new URL("package.json", e2e))("esbuild");
const run = (tool, args) =>
  execFileSync(fileURLToPath(new URL(`node_modules/.bin/${tool}`, e2e)), args, {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });

const OPTIMIZE = [
  "-Os",
  // Rust puts the bottom of the stack there, which nothing reaches.
  "--low-memory-unused",
  "--optimize-added-constants-propagate",
  "--always-inline-max-function-size=5",
  "--one-caller-inline-max-function-size=0",
];
const FINISH = [...OPTIMIZE, "--reorder-functions-by-name", "--minify-imports-and-exports-and-modules"];

/** Takes a script and whatever it imports; gives what is left when its default export is used. */
export function minified(contents, resolveDir, options = { minify: true }) {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir },
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    write: false,
    ...options,
  });
  return outputFiles[0].text;
}

/** Shrinks the two files of one program in place. */
export function shrink(wasmPath, scriptPath) {
  const folder = dirname(wasmPath);
  const intermediate = join(folder, "shrink.wasm");
  const graphPath = join(folder, "shrink.json");

  // Both are only for the objects of a class, and keep one that nothing makes objects of.
  const glue = readFileSync(scriptPath, "utf8")
    .replaceAll("new FinalizationRegistry", "/* @__PURE__ */ $&")
    .replace(/^if \(Symbol\.dispose\) .*$/gm, "");
  writeFileSync(scriptPath, glue);
  const script = minified(`export { default } from ${JSON.stringify(scriptPath)}`, folder, {});

  const called = WebAssembly.Module.exports(compiled(wasmPath))
    .map(({ name }) => name)
    .filter((name) => script.includes(name));
  writeFileSync(graphPath, JSON.stringify(called.map((name) => ({ name, export: name, root: true }))));
  run("wasm-metadce", [wasmPath, "--graph-file", graphPath, "-o", intermediate]);
  run("wasm-opt", [...OPTIMIZE, intermediate, "-o", intermediate]);
  writeFileSync(intermediate, namedByBeginning(readFileSync(intermediate)));
  const { imports, exports } = JSON.parse(run("wasm-opt", [...FINISH, intermediate, "-o", wasmPath]));
  rmSync(intermediate);
  rmSync(graphPath);

  const names = new Map(exports);
  for (const [module, name, short] of imports) {
    names.set(name, short);
    names.set(module, WebAssembly.Module.imports(compiled(wasmPath))[0].module);
  }
  let count = 0;
  const renamed = script.replace(/"[^"\n]*"|[\w$]+/g, (word) => {
    const name = word.replaceAll('"', "");
    if (!names.has(name)) return word;
    count += 1;
    return word.replace(name, () => names.get(name));
  });
  if (count < names.size) throw new Error(`the script names ${count} of the wasm's ${names.size} names`);
  writeFileSync(scriptPath, minified(renamed, folder));
}

function compiled(path) {
  return new WebAssembly.Module(readFileSync(path));
}
