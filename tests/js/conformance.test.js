// The conformance suite in Node.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as library from "compliance-gate";
import { suite } from "./conformance.js";
import { vectors } from "./vectors.js";

suite(library, vectors, { test, equal: assert.deepStrictEqual });
