/** The few calls of plotly.js that a page makes. */
export interface Plotly {
  newPlot(target: HTMLElement, data: object[], layout: object, config: object): Promise<void>;
  relayout(target: HTMLElement, update: object): Promise<void>;
}

/** An axis as it stands on the page: in pixels from its plot's edge. */
export interface Axis {
  range: number[];
  _offset: number;
  _length: number;
  d2p(value: number): number;
  p2d(pixel: number): number;
}

declare global {
  interface HTMLElement {
    /** What Plotly made of a plot's layout. */
    _fullLayout?: { xaxis: Axis; yaxis: Axis };
    /** Plotly's events on a plot's element. */
    on(name: string, handler: (event: unknown) => void): void;
  }
}
