/** Reads bytes from the text that `DenseText` writes: seven bits a character. */
const codes = new Uint8Array(0xa4);
const plain = Array.from({ length: 127 }, (_, i) => i + 1).filter((code) => code !== 13 && code !== 60);
[...plain, 0xa1, 0xa2, 0xa3].forEach((code, value) => (codes[code] = value));

/** The characters that so many bytes take. */
export function denseLength(bytes: number): number {
  return Math.ceil((8 * bytes) / 7);
}

/** Some bytes from a place in a text on. */
export function denseBytes(text: string, start: number, count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count);
  let [buffer, bits, at] = [0, 0, start];
  for (let i = 0; i < count; i++) {
    while (bits < 8) {
      buffer = ((buffer << 7) | codes[text.charCodeAt(at++)]!) & 0xffff;
      bits += 7;
    }
    bits -= 8;
    bytes[i] = (buffer >> bits) & 0xff;
  }
  return bytes;
}
