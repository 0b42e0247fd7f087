/** The package's conformance suite inside workerd: the verdicts are those of every other runtime. */
import * as library from "compliance-gate";
import { test } from "vitest";
import { suite } from "../../tests/js/conformance.js";
import attack from "../../tests/vectors/attack.json";
import delivery from "../../tests/vectors/delivery.json";
import diagnosis from "../../tests/vectors/diagnosis.json";
import idempotency from "../../tests/vectors/idempotency.json";
import refused from "../../tests/vectors/refused.json";
import signature from "../../tests/vectors/signature.json";

suite(library, { signature, delivery, refused, attack, idempotency, diagnosis }, { test });
