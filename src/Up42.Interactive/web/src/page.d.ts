interface Window {
  /** Set by the page's last script: builds the interactive view from the page's data. */
  u42Start: (data: any) => void | Promise<void>;
}
