declare module "*.css";

interface Window {
  /** Set by the page's last script: builds the interactive view from the page's data. */
  u42Start: (data: any) => void | Promise<void>;

  /** How high the page's content is; not set where it fills whatever frame it has. */
  u42Height?: () => number;

  /** The Leaflet map of a map page. */
  u42Map: unknown;
}
