// Bundles each page's script and style, and gzips the big libraries once, so that every display carries the same bytes.
import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import path from "node:path";

const output = process.argv[2] ?? "../../../artifacts/web/";
await mkdir(output, { recursive: true });

await build({
  entryPoints: ["src/map.ts"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  outdir: output,
});

const plotly = await readFile("node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js");
await writeFile(path.join(output, "plotly.js.gz"), gzipSync(plotly, { level: 9 }));
