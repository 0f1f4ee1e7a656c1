// Bundles each page's script and style, and gzips the scripts once, so that every display carries the same bytes. The font of static
// pictures goes along with its licence.
import { build } from "esbuild";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import path from "node:path";
import { land } from "./land.mjs";

const output = process.argv[2] ?? "../../artifacts/web/";
await mkdir(output, { recursive: true });

function gzip(contents) {
  const bytes = gzipSync(contents, { level: 9 });
  bytes[9] = 255; // the header's operating system: the same bytes on each
  return bytes;
}

const coastlines = JSON.stringify(land(JSON.parse(await readFile("node_modules/world-atlas/land-110m.json", "utf8"))));

const landModule = {
  name: "world-land",
  setup(builder) {
    builder.onResolve({ filter: /^world-land$/ }, ({ path }) => ({ path, namespace: "world-land" }));
    builder.onLoad({ filter: /.*/, namespace: "world-land" }, () => ({ contents: coastlines, loader: "json" }));
  },
};

async function bundle(entryPoints) {
  const result = await build({
    entryPoints: entryPoints.map((name) => `src/${name}`),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "inline",
    loader: { ".png": "dataurl", ".svg": "dataurl" },
    plugins: [landModule],
    outdir: output,
    write: false,
  });
  return result.outputFiles.map((file) => [path.basename(file.path), file.contents]);
}

for (const [name, contents] of await bundle(["shared/boot.ts", "shared/listen.ts", "shared/page.css", "shared/fragment.css"])) {
  await writeFile(path.join(output, name), contents);
}

for (const [name, contents] of await bundle(["map/map.ts", "plot/plot.ts", "table/table.ts", "cards/card.ts"])) {
  await (name.endsWith(".js")
    ? writeFile(path.join(output, `${name}.gz`), gzip(contents))
    : writeFile(path.join(output, name), contents));
}

const plotly = await readFile("node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js");
await writeFile(path.join(output, "plotly.js.gz"), gzip(plotly));

const font = "node_modules/dejavu-fonts-ttf";
await copyFile(`${font}/ttf/DejaVuSans.ttf`, path.join(output, "font.ttf"));
await copyFile(`${font}/ttf/DejaVuSans-Bold.ttf`, path.join(output, "font-bold.ttf"));
await copyFile(`${font}/LICENSE`, path.join(output, "font-licence.txt"));

await writeFile(path.join(output, "land.json"), coastlines);
await copyFile("node_modules/world-atlas/LICENSE", path.join(output, "land-licence.txt"));
