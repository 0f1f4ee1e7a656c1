// Answers on its standard output which rows the pages' search finds for the table on its standard input.
import { createRequire } from "node:module";
import path from "node:path";

const web = process.argv[2];
const { build } = createRequire(path.join(web, "package.json"))("esbuild");
const entry = `export * from "./search"; export * from "./search-values";`;
const stdin = { contents: entry, resolveDir: path.join(web, "src/shared"), loader: "ts" };
const { outputFiles } = await build({ stdin, bundle: true, format: "esm", write: false, charset: "utf8" });
const { parseSearch, instant } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

let input = "";
for await (const chunk of process.stdin) {
  input += chunk;
}
const { fields, rows, searches } = JSON.parse(input);
const keys = {
  date: (value) => (value === null ? null : instant(value)),
  size: (value) => (value === null ? null : Number(value.split(" ")[0])),
  mixed: (value) => (value === null || value === "" || Number.isNaN(Number(value)) ? value : Number(value)),
  text: (value) => value?.toLowerCase() ?? null,
};
const known = fields.map(({ name, kind, unit }, column) => ({
  name, kind, unit, isSearched: true,
  text: (row) => String(rows[row][column] ?? "").toLowerCase(),
  key: (row) => (keys[kind] ?? ((value) => value))(rows[row][column]),
  dimension: (row) => rows[row][column]?.split(" ")[1] ?? null,
}));
console.log(JSON.stringify(searches.map(({ search }) => {
  const { meets, hints } = parseSearch(search, known);
  const better = hints.find((hint) => hint.better)?.better.search;
  return { search, rows: rows.map((_, row) => row).filter(meets), hints: hints.map((hint) => hint.text), ...(better && { better }) };
})));
