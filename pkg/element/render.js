// The element as markup, for servers: what view.js says, printed into a declarative shadow root.

import { isGuidance } from "./screen.js";
import { css, hash } from "./style.js";
import { h, print, printAttributes } from "./tree.js";
import { levelOf, view } from "./view.js";
import { TABLES } from "./texts.js";
import { es } from "./texts/es.js";
import { pt } from "./texts/pt.js";
import { wordsFor } from "./words.js";

// A server has every language at hand.
Object.assign(TABLES, { es, pt });

export const style = css;
export const styleHash = `'${hash}'`;

/** @param {import("../guidance.js").Guidance | null} guidance @param {import("../element-render.js").RenderOptions | null} [options] */
export function render(guidance, options) {
  const { texts, links, policy, headingLevel, attributes } = options ?? {};
  const lang = options?.lang ?? (attributes?.lang ? String(attributes.lang) : undefined);
  const all = {
    ...attributes,
    lang,
    "heading-level": headingLevel,
    guidance: json(guidance),
    texts: json(texts),
    links: json(links),
    policy: json(policy),
  };
  const name = "compliance-next-action";
  return `<${name}${printAttributes(all)}>${renderTemplate(guidance, { ...options, lang })}</${name}>`;
}

/** @param {import("../guidance.js").Guidance | null} guidance @param {import("../element-render.js").RenderOptions | null} [options] */
export function renderTemplate(guidance, options) {
  const { lang, texts, links, policy, headingLevel, stylesheet, nonce } = options ?? {};
  const look = stylesheet
    ? print(h("link", { rel: "stylesheet", href: stylesheet }))
    : `<style${printAttributes({ nonce })}>${css}</style>`;
  const model = {
    guidance: isGuidance(guidance) ? guidance : null,
    failed: Boolean(guidance) && !isGuidance(guidance),
    words: wordsFor(lang, texts),
    links: links ?? null,
    policy: policy ?? null,
    level: levelOf(headingLevel),
    again: null,
    uploads: new Map(),
  };
  const inside = view(model, "");
  return `<template shadowrootmode="open">${look}${inside.map(print).join("")}</template>`;
}

/** @param {unknown} value */
function json(value) {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
