// Says on its standard output what the pages' formulas make of the table on its standard input.
import { createRequire } from "node:module";
import path from "node:path";

const web = process.argv[2];
const { build } = createRequire(path.join(web, "package.json"))("esbuild");
const stdin = { contents: `export * from "./formula-names";`, resolveDir: path.join(web, "src/shared/formula"), loader: "ts" };
const { outputFiles } = await build({ stdin, bundle: true, format: "esm", write: false, charset: "utf8" });
const { bindFormula } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

let input = "";
for await (const chunk of process.stdin) {
  input += chunk;
}
const { names, bands, formulas } = JSON.parse(input);
const outcome = (text) => {
  try {
    const { value } = bindFormula(text, names, (plane) => (pixel) => bands[plane].values[pixel] ?? NaN);
    return { values: bands[0].values.map((_, pixel) => value(pixel)) };
  } catch (error) {
    return { error: error.message };
  }
};
console.log(JSON.stringify(formulas.map(outcome)));
