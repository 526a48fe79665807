// Serves a folder of static files to this machine, compressed as a real host would.
//
//   node serve.mjs FOLDER [--port 8080] [--mount /some/path/]
//   node serve.mjs --port 8080 --only-try      says whether the port is free, serves nothing
import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
const COMPRESSED = new Set([".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".wasm", ".webmanifest"]);

/** Whether a file gains from compression; images are compressed already. */
export const compressible = (name) => COMPRESSED.has(extname(name));

export const gzipped = (bytes) => promisify(gzip)(bytes, { level: 9 });

export const brotlied = (bytes) =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

// path -> { changed, raw, etag, gzip, br }: a file is compressed once, and again when it changes.
const cache = new Map();

async function load(path) {
  const { mtimeMs, size } = await stat(path);
  const changed = `${mtimeMs}-${size}`;
  const known = cache.get(path);
  if (known?.changed === changed) return known;
  const raw = await readFile(path);
  const etag = `"${createHash("sha256").update(raw).digest("hex").slice(0, 32)}"`;
  const entry = { changed, raw, etag };
  cache.set(path, entry);
  return entry;
}

async function encoded(entry, path, accepted) {
  if (compressible(path)) {
    if (/\bbr\b/.test(accepted)) return ["br", await (entry.br ??= brotlied(entry.raw))];
    if (/\bgzip\b/.test(accepted)) return ["gzip", await (entry.gzip ??= gzipped(entry.raw))];
  }
  return [undefined, entry.raw];
}

/** The file that a request path means, or undefined when it leads out of the folder. */
function fileOf(folder, mounts, pathname) {
  const mount = mounts.find((prefix) => pathname.startsWith(prefix));
  if (mount === undefined || pathname.includes("\0")) return undefined;
  const inside = decodeURIComponent(pathname.slice(mount.length));
  const path = resolve(folder, `./${inside}`);
  if (path !== folder && !path.startsWith(join(folder, "/"))) return undefined;
  return inside === "" || inside.endsWith("/") ? join(path, "index.html") : path;
}

/**
 * A server of `folder`, at / and at every further path in `mounts`; not listening yet. Compressing
 * takes seconds the first time, which a test with a host of its own has no use for.
 */
export function server(folder, mounts = [], { compresses = true } = {}) {
  const root = realpathSync(folder);
  const prefixes = [...mounts, "/"];
  return createServer(async (request, response) => {
    const end = (status, headers = {}, body = "") => {
      response.writeHead(status, { "x-content-type-options": "nosniff", ...headers });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return end(405, { allow: "GET, HEAD" });
    try {
      const path = fileOf(root, prefixes, new URL(request.url, "http://localhost").pathname);
      if (path === undefined) return end(404, { "content-type": TYPES[".txt"] }, "Not found\n");
      const entry = await load(path);
      const headers = {
        "content-type": TYPES[extname(path)] ?? "application/octet-stream",
        // A name with a hash in it never gets other contents.
        "cache-control": /-[0-9a-f]{12,}(_bg)?\.\w+$/.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
        etag: entry.etag,
        vary: "accept-encoding",
      };
      if (request.headers["if-none-match"] === entry.etag) return end(304, headers);
      const [encoding, body] = await encoded(entry, path, compresses ? (request.headers["accept-encoding"] ?? "") : "");
      if (encoding !== undefined) headers["content-encoding"] = encoding;
      end(200, { ...headers, "content-length": body.length }, body);
    } catch (error) {
      const missing = ["ENOENT", "ENOTDIR", "EISDIR"].includes(error.code) || error instanceof URIError;
      end(missing ? 404 : 500, { "content-type": TYPES[".txt"] }, missing ? "Not found\n" : "Could not be read\n");
    }
  });
}

/** Listens on this machine only; resolves to the port. */
export function listen(listener, port) {
  return new Promise((resolvePort, reject) => {
    listener.once("error", reject);
    listener.listen({ host: "127.0.0.1", port }, () => resolvePort(listener.address().port));
  });
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string", default: "8080" },
      mount: { type: "string", multiple: true, default: [] },
      "only-try": { type: "boolean", default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT must be a number from 0 to 65535, and is ${values.port}`);
  }
  const listener = server(values["only-try"] ? "." : (positionals[0] ?? "dist"), values.mount);
  let actual;
  try {
    actual = await listen(listener, port);
  } catch (error) {
    if (error.code === "EADDRINUSE") {
      throw new Error(`port ${port} is taken: choose another one, for example: make run PORT=${(port % 65535) + 1}`);
    }
    if (error.code === "EACCES") throw new Error(`port ${port} needs more rights: choose one above 1023`);
    throw error;
  }
  if (values["only-try"]) {
    listener.close();
    return;
  }
  console.log(`Postmortem Editor: http://127.0.0.1:${actual}/   (Ctrl+C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      listener.close();
      listener.closeAllConnections();
    });
  }
}

if (import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  main().catch((error) => {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  });
}
