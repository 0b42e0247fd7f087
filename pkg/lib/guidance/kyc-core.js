// The core that front-ends load.
import { __wbg_reset_state as reset, askKyc as answer, initSync, reserve } from "../../wasm/kyc.js";
import { core } from "./core.js";

/** Every question, by its place in `answer` of src/bindings/kyc.rs. */
export const QUESTION = Object.freeze({
  interpretStatus: 0,
  interpretKycEvent: 1,
  requiredDocuments: 2,
  validateDocument: 3,
});

export const { load, init, guarded, ask } = core({ answer, reserve, initSync, reset }, "kyc.wasm", "askKyc");
