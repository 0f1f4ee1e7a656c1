/** The world's land: rings of tenths of a degree as `land.mjs` makes them. */
declare module "world-land" {
  const rings: number[][];
  export default rings;
}
