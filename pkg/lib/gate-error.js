import { statusOf } from "./statuses.js";

export class GateError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }

  get status() {
    return statusOf(this.code);
  }
}

Object.defineProperty(GateError.prototype, "name", {
  value: "GateError",
  configurable: true,
  writable: true,
});
