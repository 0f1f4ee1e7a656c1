// Starts a page when it is first seen: inflates its libraries and data, then hands the data to the page's start function.
// Frames of one notebook share a process, so nothing runs for a display that nobody looks at.
import { followHost } from "./theme";

async function inflate(node: Element): Promise<string> {
  const bytes = Uint8Array.from(atob(node.textContent ?? ""), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

async function start(): Promise<void> {
  for (const node of document.querySelectorAll("script.u42-script")) {
    const script = document.createElement("script");
    script.textContent = await inflate(node);
    document.head.append(script);
    node.remove();
  }
  const data = document.querySelector("script.u42-data");
  const values = JSON.parse(await inflate(data!));
  data!.remove();
  document.body.classList.add("u42-live");
  await window.u42Start(values);
  document.body.classList.add("u42-ready");
  tellHeight();
}

/** Tells the page around the frame how high its content is, where that page listens and the content knows. */
function tellHeight(): void {
  const height = window.u42Height;
  if (height && parent !== window) {
    const tell = () => parent.postMessage({ u42Height: height() }, "*");
    new ResizeObserver(tell).observe(document.querySelector("main")!);
    new MutationObserver(tell).observe(document.querySelector("main")!, { childList: true, subtree: true });
    tell();
  }
}

function fail(error: unknown): void {
  document.body.classList.remove("u42-live");
  const status = document.createElement("p");
  status.className = "u42-status";
  status.setAttribute("role", "status");
  status.textContent = `The interactive view did not start (${error instanceof Error ? error.message : String(error)}). What you see is its static part.`;
  document.body.prepend(status);
}

followHost();
new IntersectionObserver((entries, observer) => {
  if (entries.some((entry) => entry.isIntersecting)) {
    observer.disconnect();
    start().catch(fail);
  }
}).observe(document.body);
