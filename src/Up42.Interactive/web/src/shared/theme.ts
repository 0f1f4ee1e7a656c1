const name = "data-theme";

/** Calls whenever the page's colours may have changed: by the reader's setting, or by the theme that the document names. Gives what ends it. */
export function onThemeChange(action: () => void): () => void {
  const setting = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(action);
  setting.addEventListener("change", action);
  observer.observe(document.documentElement, { attributeFilter: [name] });
  return () => {
    setting.removeEventListener("change", action);
    observer.disconnect();
  };
}

/** Takes over the theme that the page around names, where it lets itself be read; frames of other origins are told by CSS alone. */
export function followHost(): void {
  const host = window.parent === window ? null : rootOf(window.parent);
  if (host) {
    const follow = () => {
      const theme = host.getAttribute(name);
      if (theme !== null) {
        document.documentElement.setAttribute(name, theme);
      }
    };
    new MutationObserver(follow).observe(host, { attributeFilter: [name] });
    follow();
  }
}

function rootOf(page: Window): Element | null {
  try {
    return page.document.documentElement;
  } catch {
    return null;
  }
}
