// What is minified, as far as callers read it: in a console, in a test runner, and where Node prints an error that nobody
// caught, with the line that threw it.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A class of the sources, and what esbuild leaves of it where it finds its name marked. */
const DECLARED = /^(?:export )?class (\w+)[^{]*\{/gm;
const MARKED = /\bclass(\s+extends[^{]*)?\{\s*static\s+name="([^"]+)";?/g;
/** esbuild breaks strings too. */
const BREAK = /\\\n/g;
/** A wasm's text is for nobody to read, and would get two bytes for every line. */
const BREAK_IN_BASE64 = /(?<=[\w+/]{80})\\\n/g;

/** For esbuild: lines short enough to be printed, and classes that carry their names to where `named` finds them. */
export const LEGIBLE = {
  lineLimit: 120,
  plugin: {
    name: "class names",
    /** @param {import("esbuild").PluginBuild} build */
    setup(build) {
      build.onLoad({ filter: /[\\/]pkg[\\/]lib[\\/].*\.js$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(DECLARED, '$& static name = "$1";'),
      }));
    },
  },
};

/**
 * Gives the classes of a directory's files their names back. esbuild's keepNames would only set the property `name`, and
 * an engine's own messages and stacks say what is written behind `class`.
 * @param {string} directory
 */
export function named(directory) {
  for (const file of readdirSync(directory)) {
    const path = join(directory, file);
    const text = readFileSync(path, "utf8").replace(BREAK_IN_BASE64, "");
    writeFileSync(path, text.replace(MARKED, declaration));
  }
}

/** @param {string} _ @param {string | undefined} parent @param {string} name */
function declaration(_, parent, name) {
  return `class ${name.replace(BREAK, "")}${parent ?? ""}{`;
}
