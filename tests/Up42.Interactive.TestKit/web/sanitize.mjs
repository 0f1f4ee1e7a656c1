// As JupyterLab does with the HTML of a notebook that is not trusted: its own class with its own defaults.
import { Sanitizer } from "@jupyterlab/apputils/lib/sanitizer.js";
import { readFileSync } from "node:fs";

process.stdout.write(new Sanitizer().sanitize(readFileSync(0, "utf8")));
