/** The bytes that a text in base64 holds deflated, without header. */
export async function inflate(text: string): Promise<Uint8Array> {
  const deflated = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Uint8Array(await new Response(new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
}
