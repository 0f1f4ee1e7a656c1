declare module "*.css";

interface Window {
  /** Set by the page's last script: builds the interactive view from the page's data. */
  u42Start: (data: any) => void | Promise<void>;

  /** The Leaflet map of a map page. */
  u42Map: unknown;
}
