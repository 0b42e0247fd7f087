/**
 * compliance-gate/element/render: `<compliance-next-action>` as markup, for servers.
 *
 * The markup says what there is to say before any script runs (declarative shadow DOM), and the element takes it over
 * in place. It needs no DOM, and runs in Node, in Workers and in browsers.
 */

import type { Guidance, Links, Policy, Texts } from "./element.js";

export interface RenderOptions {
  /** The language of the texts. Default `en`. */
  readonly lang?: string | null | undefined;
  readonly texts?: Texts | null | undefined;
  readonly links?: Links | null | undefined;
  readonly policy?: Policy | null | undefined;
  readonly headingLevel?: number | null | undefined;
  /** Other attributes of the element, such as `id`, `class` and `src`. */
  readonly attributes?:
    | Readonly<Record<string, string | number | boolean | null | undefined>>
    | null
    | undefined;
  /** The address of `compliance-gate/element/style.css` as you serve it: for policies that allow `style-src 'self'`. */
  readonly stylesheet?: string | null | undefined;
  /** The nonce of your Content-Security-Policy, for the style inside. Without either, allow {@link styleHash}. */
  readonly nonce?: string | null | undefined;
}

/** The element with its shadow root. Without guidance it is shown as loading. */
export function render(guidance: Guidance | null, options?: RenderOptions | null): string;

/** The element's inside alone: a `<template shadowrootmode>` for a tag that something else writes. */
export function renderTemplate(guidance: Guidance | null, options?: RenderOptions | null): string;

/** The text of the style that {@link render} writes. */
export const style: string;

/** The source expression that allows it: `'sha256-…'`, for `style-src`. It changes with the version. */
export const styleHash: string;
