// Makes one HTML file of the built page: styles, scripts, wasm and icon stand in it, and it needs no
// server. Runs in the page, which offers it as a download, and in the build.

const POLICY = (script, style) =>
  `default-src 'none'; script-src ${script} 'wasm-unsafe-eval'; style-src ${style}; img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'`;

// Run in the file: gives boot.js the parts that it would load.
const EMBEDDED = `
const text = (id) => document.getElementById(id).textContent.trim();
const bytes = (id) => Uint8Array.from(atob(text(id)), (letter) => letter.charCodeAt(0));
const boot = document.querySelector("script[data-wasm]");
const worker = \`globalThis.wasm = Uint8Array.from(atob("\${text("reader-wasm")}"), (letter) => letter.charCodeAt(0));\${text("reader-js")}\`;
boot.dataset.reader = URL.createObjectURL(new Blob([worker], { type: "text/javascript" }));
globalThis.embedded = { start, wasm: () => bytes("editor-wasm") };
`;

/**
 * The whole editor as the text of one HTML file.
 *
 * `page` is the text of the built index.html, and `read` gives the bytes of a file beside it.
 */
export async function oneFile(page, read) {
  const text = async (name) => new TextDecoder().decode(await read(name));
  const [bootTag, boot] = found(page, /<script type="module" src="(\.\/boot[^"]*)"[^>]*><\/script>/);
  const name = (attribute) => found(bootTag, new RegExp(`data-${attribute}="([^"]*)"`))[1];
  const [styleTag, style] = found(page, /<link rel="stylesheet" href="([^"]*)"\/?>/);
  const [iconTag, icon] = found(page, /<link rel="icon" href="([^"]*)"[^>]*>/);
  const [policyTag] = found(page, /<meta http-equiv="Content-Security-Policy"[^>]*>/);

  const styles = await text(style);
  const [exported, start] = found(await text(name("js")), /export\s*\{\s*([\w$]+) as default\s*\};?\s*$/);
  const editor = `${(await text(name("js"))).replace(exported, "")}\nconst start = ${start};${EMBEDDED}`;
  const [address, readerWasm] = found(await text(name("reader")), /new URL\("(\.\/[^"]*\.wasm)",\s*location\.href\)/);
  const reader = (await text(name("reader"))).replace(address, "globalThis.wasm");
  const starter = await text(boot);
  for (const part of [styles, editor, reader, starter]) {
    if (/<\/(script|style)|<!--/i.test(part)) throw new Error("a part of the page would end the element that holds it");
  }
  const policy = POLICY(`'${await digest(editor)}' '${await digest(starter)}'`, `'${await digest(styles)}'`);
  const data = (id, content) => `<script type="text/plain" id="${id}">${content}</script>`;
  const parts = [
    data("editor-wasm", base64(await read(name("wasm")))),
    data("reader-wasm", base64(await read(readerWasm))),
    data("reader-js", reader),
    // In this order: modules run one after the other, once the document is read.
    `<script type="module">${editor}</script>`,
    `<script type="module" data-wasm>${starter}</script>`,
  ].join("\n");

  return page
    .replace(policyTag, () => `<meta http-equiv="Content-Security-Policy" content="${policy}" />`)
    .replace(styleTag, () => `<style>${styles}</style>`)
    .replace(iconTag, `<link rel="icon" href="data:image/svg+xml;base64,${base64(await read(icon))}" />`)
    .replace(bootTag, "")
    .replaceAll(/<link rel="(?:modulepreload|preload|manifest|apple-touch-icon)"[^>]*>\n?/g, "")
    .replace("</body>", () => `${parts}\n</body>`);
}

function found(text, pattern) {
  const match = pattern.exec(text);
  if (match === null) throw new Error(`the page is not as it was built: ${pattern}`);
  return match;
}

async function digest(text) {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${base64(new Uint8Array(bytes))}`;
}

function base64(bytes) {
  // In pieces: a call takes only so many arguments.
  const PIECE = 0x8000;
  let letters = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    letters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(letters);
}
