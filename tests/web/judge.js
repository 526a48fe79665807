// Puts HTML into a real page and looks at what became of it. Everything that hostile text could
// bring about is caught here and counted: calls of alert, and requests for what has `hostile` in
// its name.
const calls = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => calls.push(name);
performance.setResourceTimingBufferSize(100_000);

const EVENTS = ["click", "mouseover", "focus", "blur", "load", "error", "toggle", "start", "animationend"];

function place(html) {
  const box = document.createElement("div");
  document.body.append(box);
  box.innerHTML = html;
  return box;
}

function elementFault(element, allowed, schemes) {
  const attributes = allowed.get(element.localName);
  if (attributes === undefined || element.namespaceURI !== "http://www.w3.org/1999/xhtml") return `<${element.localName}>`;
  for (const { name, value } of element.attributes) {
    if (!attributes.includes(name)) return `${element.localName} ${name}`;
    if (name !== "href") continue;
    const address = new URL(value, location.href);
    if (!schemes.includes(address.protocol)) return `a link to ${address.protocol}`;
    // Only an address that says its scheme leads to another host.
    const says = schemes.some((scheme) => value.toLowerCase().startsWith(scheme));
    if (!says && address.host !== location.host) return `a link to ${address.host}`;
  }
  for (const event of EVENTS) element.dispatchEvent(new Event(event, { bubbles: false }));
  return undefined;
}

export function fault(html, allowedText, schemesText) {
  const allowed = new Map(allowedText.trim().split("\n").map((line) => [line.split(" ")[0], line.trim().split(" ").slice(1)]));
  const schemes = schemesText.split(" ").map((scheme) => `${scheme}:`);
  const box = place(html);
  let found;
  for (const element of box.querySelectorAll("*")) found ??= elementFault(element, allowed, schemes);
  if (document.createNodeIterator(box, NodeFilter.SHOW_COMMENT).nextNode() !== null) found ??= "a comment";
  // What is copied out of a page is parsed once more, and must not become something else by that.
  const again = document.createElement("div");
  again.innerHTML = box.innerHTML;
  if (again.innerHTML !== box.innerHTML) found ??= "it changes when it is parsed again";
  // What waits for its image or its script to fail has to get the time: it stays for a while.
  if (found === undefined) box.remove();
  return found;
}

export function rest() {
  return new Promise((done) => setTimeout(done));
}

/** What was called and asked for since the last time. */
export async function aftermath() {
  await new Promise((done) => setTimeout(done, 500));
  const asked = performance.getEntriesByType("resource").map((entry) => entry.name);
  const hostile = asked.filter((name) => name.includes("hostile"));
  performance.clearResourceTimings();
  return [...calls.splice(0), ...hostile].join("\n");
}

export async function widthOfPage(html) {
  const frame = document.createElement("iframe");
  await new Promise((done) => {
    frame.addEventListener("load", done, { once: true });
    frame.srcdoc = html;
    document.body.append(frame);
  });
  const width = frame.contentWindow.getComputedStyle(frame.contentDocument.body).maxWidth;
  frame.remove();
  return width;
}
