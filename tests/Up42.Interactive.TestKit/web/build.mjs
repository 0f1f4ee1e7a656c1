// What the tests borrow from npm: axe-core for pages, and JupyterLab's sanitizer as a program from standard input to standard output.
import { build } from "esbuild";
import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";

const output = process.argv[2];
await mkdir(output, { recursive: true });
await copyFile("node_modules/axe-core/axe.min.js", path.join(output, "axe.js"));
await build({ entryPoints: ["sanitize.mjs"], bundle: true, platform: "node", format: "cjs", outfile: path.join(output, "sanitize.cjs"), logLevel: "warning" });
