import { GateError } from "../gate-error.js";
import { init as initKyc } from "./kyc-core.js";
import { init as initOperations } from "./operations-core.js";

/** Takes the wasms it is given; what needs one that it is not given says so when it is called. */
export function initBoth(wasms) {
  if (wasms?.kyc === undefined && wasms?.operations === undefined) {
    throw new GateError("invalid_options", "expected an object with kyc, operations or both, found neither");
  }
  if (wasms.kyc !== undefined) initKyc(wasms.kyc);
  if (wasms.operations !== undefined) initOperations(wasms.operations);
}
