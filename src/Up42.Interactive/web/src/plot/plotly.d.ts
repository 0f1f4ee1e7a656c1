/** The few calls of plotly.js that a page makes. */
export interface Plotly {
  newPlot(target: HTMLElement, data: object[], layout: object, config: object): Promise<void>;
  relayout(target: HTMLElement, update: object): Promise<void>;
}

declare global {
  interface HTMLElement {
    /** Plotly's events on a plot's element. */
    on(name: string, handler: (event: unknown) => void): void;
  }
}
