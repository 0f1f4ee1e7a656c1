import { denseBytes, denseLength } from "../../shared/dense-text";
import type { DetailLevelData, ImageDetailData } from "../map-page-data";

const most = 96;

/** A level with the place of each of its tiles in the text. */
export interface TileLevel extends DetailLevelData {
  starts: Map<number, { start: number; bytes: number }>;
}

/** The tiles of an image: decoded when they are asked for, and those asked for last are kept. */
export class TileStore {
  readonly levels: TileLevel[];
  private readonly decoded = new Map<string, ImageBitmap>();
  private readonly pending = new Set<string>();

  /**
   * @param data The levels.
   * @param text The text of the page that holds the tiles; null while it has not arrived.
   * @param arrived Is called when a tile is decoded.
   */
  constructor(
    readonly data: ImageDetailData,
    private readonly text: () => string | null,
    private readonly arrived: () => void,
  ) {
    let start = 0;
    this.levels = data.levels.map((level) => ({
      ...level,
      starts: new Map(
        level.tiles.map((tile, i) => {
          const place = { start, bytes: level.bytes[i]! };
          start += denseLength(place.bytes);
          return [tile, place];
        }),
      ),
    }));
  }

  /** A tile that is decoded already. */
  peek(level: TileLevel, tile: number): ImageBitmap | undefined {
    return this.decoded.get(key(level, tile));
  }

  /** A tile, which is decoded where it is not yet. */
  get(level: TileLevel, tile: number): ImageBitmap | undefined {
    const name = key(level, tile);
    const picture = this.decoded.get(name);
    if (picture) {
      this.decoded.delete(name);
      this.decoded.set(name, picture);
      return picture;
    }
    if (!this.pending.has(name)) {
      void this.decode(level, tile, name);
    }
    return undefined;
  }

  private async decode(level: TileLevel, tile: number, name: string): Promise<void> {
    const [place, text] = [level.starts.get(tile)!, this.text()];
    if (text === null) {
      return;
    }
    this.pending.add(name);
    try {
      const blob = new Blob([denseBytes(text, place.start, place.bytes)], { type: "image/webp" });
      this.decoded.set(name, await createImageBitmap(blob));
      for (const [oldest, picture] of this.decoded) {
        if (this.decoded.size <= most) {
          break;
        }
        picture.close();
        this.decoded.delete(oldest);
      }
      this.pending.delete(name);
      this.arrived();
    } catch {
      // It stays pending: a tile that cannot be decoded is not tried again, and the coarser one shows.
    }
  }
}

function key(level: TileLevel, tile: number): string {
  return `${level.pixelSize}/${tile}`;
}
