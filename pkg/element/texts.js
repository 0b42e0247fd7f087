// The tables of texts, by language. English is here for whatever language there is no table of; the others come when
// a page wants them, so that nobody downloads what nobody reads.

import { en } from "./texts/en.js";

/** @typedef {import("./words.js").Table} Table */

/** Those that are here. @type {Record<string, Table>} */
export const TABLES = { en };

/** @type {Record<string, () => Promise<Record<string, Table>>>} */
const OTHERS = {
  es: () => import("./texts/es.js"),
  pt: () => import("./texts/pt.js"),
};

/** Fetches a language's table where it is not here; nothing where there is nothing to wait for. @param {string} language */
export function fetchTable(language) {
  if (!Object.hasOwn(OTHERS, language)) return;
  return (
    OTHERS[language]()
      // Better in English than not at all. A module that failed to load would fail again.
      .then(
        (module) => (TABLES[language] = module[language]),
        () => {},
      )
      .then(() => delete OTHERS[language])
  );
}
