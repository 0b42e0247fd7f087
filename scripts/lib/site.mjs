// What browsers load. The gate serves www/, so the package's modules are copied to www/pkg/, and the pages import them
// from there. The playground needs no gate: `writeSite` puts it, with all it loads, into a folder for any static server.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, posix, sep } from "node:path";
import { fromRoot } from "./paths.mjs";

const WWW = fromRoot("www");
const PKG = fromRoot("pkg");

/** What the playground imports of the package; the rest follows from what these import. */
const ENTRIES = ["esm/inline.js", "esm/kyc-inline.js", "esm/element.js"];

const PAGE = "playground.html";
/** What the page has only where a gate serves it: the way to the gate's other page. */
const GATE_ONLY = /\n *<!-- gate -->.*?<!-- \/gate -->/gs;

/** Copies the modules to www/pkg/. What is the same is left alone, so a gate that runs is not disturbed. */
export function copyPackage() {
  mirror(filesOf(PKG, modulesFrom(PKG, ENTRIES)), join(WWW, "pkg"));
}

/** Writes the playground as a folder of static files. @param {string} directory is emptied of everything else */
export function writeSite(directory) {
  copyPackage();
  const html = readFileSync(join(WWW, PAGE), "utf8");
  const files = filesOf(WWW, modulesFrom(WWW, linkedFrom(html)));
  for (const [name, content] of filesOf(PKG, modulesFrom(PKG, ENTRIES))) files.set(`pkg/${name}`, content);
  const alone = html.replace(GATE_ONLY, "");
  if (alone === html) throw new Error(`www/${PAGE} marks nothing as the gate's`);
  files.set("index.html", Buffer.from(alone));
  files.set("_headers", Buffer.from(headers()));
  mirror(files, directory);
}

/** The gate's headers, with the page's own policy, for every file: hosts that read such a file send them. */
function headers() {
  const [all, page] = readFileSync(join(WWW, "_headers"), "utf8").split("\n/playground\n");
  if (page === undefined) throw new Error("www/_headers has no rule for /playground");
  const lines = [
    ...page.split("\n"),
    ...all.split("\n").filter((line) => !line.includes("Content-Security-Policy")),
  ];
  return `/*\n${lines.filter((line) => /^ {2}[A-Z]/.test(line)).join("\n")}\n`;
}

/** Style sheets, pictures and modules that a page links to. @param {string} html */
function linkedFrom(html) {
  return [...html.matchAll(/(?:href|src)="([\w./-]+\.(?:css|js|svg))"/g)].map(([, name]) => name);
}

/** These files and all they import. @param {string} root @param {string[]} names */
function modulesFrom(root, names) {
  const found = new Set(names);
  for (const name of found) {
    if (!name.endsWith(".js")) continue;
    // Types are imported in comments, and stay at home.
    const source = readFileSync(join(root, name), "utf8").replace(/\/\*\*.*?\*\//gs, "");
    for (const [, path] of source.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g))
      found.add(posix.join(posix.dirname(name), path));
  }
  return [...found].sort();
}

/** @param {string} root @param {string[]} names @returns {Map<string, Buffer>} */
function filesOf(root, names) {
  return new Map(names.map((name) => [name, readFileSync(join(root, name))]));
}

/** Makes a directory hold these files and no others. @param {Map<string, Buffer>} files @param {string} directory */
function mirror(files, directory) {
  mkdirSync(directory, { recursive: true });
  for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    const path = join(directory, name);
    if (statSync(path).isFile() && !files.has(name.split(sep).join("/"))) rmSync(path);
  }
  for (const [name, content] of files) {
    const path = join(directory, name);
    if (existsSync(path) && readFileSync(path).equals(content)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
