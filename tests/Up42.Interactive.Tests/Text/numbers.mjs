// Answers on its standard output what numbers.ts makes of the table on its standard input.
import { createRequire } from "node:module";
import path from "node:path";

const web = process.argv[2];
const { build } = createRequire(path.join(web, "package.json"))("esbuild");
const { outputFiles } = await build({ entryPoints: [path.join(web, "src/shared/numbers.ts")], bundle: true, format: "esm", write: false, charset: "utf8" });
const { alignNumber, formatNumber, formatRange, longitudeText, countOf } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

let input = "";
for await (const chunk of process.stdin) {
  input += chunk;
}
const table = JSON.parse(input);
console.log(JSON.stringify({
  numbers: table.numbers.map(({ value, digits, grouped }) => formatNumber(value, digits, grouped)),
  aligned: table.aligned.map(({ value, decimals }) => alignNumber(value, decimals)),
  ranges: table.ranges.map(({ from, to }) => formatRange(from, to)),
  longitudes: table.longitudes.map(({ degrees, decimals }) => longitudeText(degrees, decimals)),
  counts: table.counts.map(({ count, noun, plural }) => countOf(count, noun, plural)),
}));
