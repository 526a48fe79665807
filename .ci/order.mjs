// Names the functions of a WebAssembly module after how they begin, so that in the order of their
// names those that resemble one another are neighbours: a compressor finds the likeness that is near.
const CODE = 10;
const CUSTOM = 0;
const ALIKE = 24; // bytes; fewer or more came out larger

/** The module with those names, and no others. */
export function namedByBeginning(bytes) {
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).filter(({ kind }) => kind === "function");
  const kept = [bytes.subarray(0, 8)];
  let bodies = [];
  for (const { id, start, contents, end } of sections(bytes)) {
    if (id === CODE) bodies = functionBodies(contents);
    if (id === CUSTOM && isNames(contents)) continue;
    kept.push(bytes.subarray(start, end));
  }
  const names = [...imported.keys()].map((index) => `import ${String(index).padStart(6, "0")}`);
  // After what every import is called; the index makes each name the only one.
  names.push(...bodies.map((body, index) => `of ${body.subarray(0, ALIKE).toString("hex")} ${index}`));
  return Buffer.concat([...kept, nameSection(names)]);
}

function* sections(bytes) {
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const start = reader.at;
    const id = bytes[reader.at++];
    const contents = reader.stretch();
    yield { id, start, contents, end: reader.at };
  }
}

function functionBodies(contents) {
  const reader = new Reader(contents, 0);
  return Array.from({ length: reader.number() }, () => reader.stretch());
}

function isNames(contents) {
  return new Reader(contents, 0).stretch().toString() === "name";
}

function nameSection(names) {
  const entries = names.map((name, index) => [number(index), number(name.length), Buffer.from(name)]);
  const functions = Buffer.concat([number(names.length), ...entries.flat()]);
  const body = Buffer.concat([Buffer.from("\x04name\x01"), number(functions.length), functions]);
  return Buffer.concat([Buffer.from([CUSTOM]), number(body.length), body]);
}

/** Reads what a module is made of: numbers in LEB128, and stretches that begin with their length. */
class Reader {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  stretch() {
    const length = this.number();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

function number(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Buffer.from([...bytes, value]);
}
