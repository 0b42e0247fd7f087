import { append, blockOf, core, guarded, write } from "./core.js";
import { VerifiedDelivery } from "./delivery.js";
import { GateError, gateError, reading } from "./gate-error.js";
import { signatureHeader } from "./headers.js";
import { keys } from "./keys.js";
import { raw } from "./raw.js";
import { readBody } from "./read-body.js";

const DEFAULT_MAX_BODY_BYTES = 256 * 1024;

// What the core's `verify` gives where there is no delivery: see src/bindings/verification.rs.
const NOT_INSTALLED = -1;
const REFUSED = -2;
/** Marks a signed text that found no room in the core's block. */
const ALONE = 0x80;
/** From which bit on it says where the text begins, and by what it has multiplied the text's length. */
const START = 8;
const LENGTH = 2 ** 22;

let lastId = 0;

export function createVerifier(options) {
  if (typeof options !== "object" || options === null) {
    throw new GateError("invalid_options", "expected an object with keys, found none");
  }
  const read = reading(
    () => checked(options),
    "invalid_options",
    "expected the verifier's options, found that reading them fails",
  );
  const installed = new InstalledVerifier(read);
  // Functions that need no `this`: they may be passed on alone.
  return {
    get maxBodyBytes() {
      return read.maxBodyBytes;
    },
    verify: (body, headers) => installed.verify(body, headers),
    verifyRequest: (request) => installed.verifyRequest(request),
    explain: (body, headers) => installed.explain(body, headers),
  };
}

function checked(options) {
  const { dialect, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = options;
  if (!Number.isInteger(maxBodyBytes) || maxBodyBytes < 0) {
    throw new GateError("invalid_options", "expected maxBodyBytes as a whole number of bytes");
  }
  if (dialect !== undefined && typeof dialect !== "string") {
    throw new GateError("invalid_options", "expected dialect as a name");
  }
  return {
    keys: keys(options.keys),
    dialect: dialect === "auto" ? undefined : dialect,
    forms: names(options.forms, "forms"),
    scopes: names(options.scopes, "scopes"),
    // The core says what is too much.
    maxBodyBytes: Math.min(maxBodyBytes, 0xffffffff),
  };
}

function names(given, option) {
  if (given === undefined) return undefined;
  if (Array.isArray(given)) return Array.from(given, String);
  throw new GateError("invalid_options", `expected ${option} as an array of names`);
}

class InstalledVerifier {
  #id = ++lastId;
  #options;

  constructor(options) {
    this.#options = options;
    guarded(() => this.#install());
  }

  verify(body, headers) {
    const header = signatureHeader(headers);
    return guarded(this.#verify, this, raw(body, this.#options.maxBodyBytes), header);
  }

  /** Called without a `this`, since the guard hands on arguments alone. */
  #verify(verifier, bytes, header) {
    const length = write(bytes, header === undefined ? 0 : header.length * 3);
    const headerLength = header === undefined ? -1 : append(length, header);
    let result = core.verify(verifier.#id, length, headerLength);
    if (result === NOT_INSTALLED) {
      verifier.#install();
      result = core.verify(verifier.#id, length, headerLength);
    }
    if (result === REFUSED) throw core.refusal();
    const packed = result & (LENGTH - 1);
    const start = packed >>> START;
    const end = start + (result - packed) / LENGTH;
    const block = blockOf((packed & ALONE) !== 0, start, end);
    return new VerifiedDelivery(packed & 0x7f, verifier.#options.keys, block, start, end);
  }

  async verifyRequest(request) {
    const body = await readBody(request, this.#options.maxBodyBytes);
    const headers = reading(
      () => request.headers,
      "body_not_raw",
      "expected a Request, found that reading its headers fails",
    );
    return this.verify(body, headers);
  }

  explain(body, headers) {
    try {
      const given = this.#read(body, headers);
      const diagnosis = guarded(() => {
        const [length, header] = this.#write(given);
        const known = core.explain(this.#id, length, header);
        if (known !== undefined) return known;
        this.#install();
        return core.explain(this.#id, length, header);
      });
      return JSON.parse(diagnosis);
    } catch (error) {
      return unreadable(error);
    }
  }

  #install() {
    const { keys, dialect, forms, scopes, maxBodyBytes } = this.#options;
    const ids = keys.map(({ id }) => id);
    const secrets = keys.map(({ secret }) => secret);
    core.install(this.#id, ids, secrets, dialect, forms, scopes, maxBodyBytes);
  }

  /** Reads what the caller gives, which may run the caller's code. */
  #read(body, headers) {
    const header = signatureHeader(headers);
    return { bytes: raw(body, this.#options.maxBodyBytes), header };
  }

  /** Copies the body, and the signature header behind it, into the core; gives how long they are. */
  #write({ bytes, header }) {
    const length = write(bytes, header === undefined ? 0 : header.length * 3);
    return [length, header === undefined ? -1 : append(length, header)];
  }
}

/** The diagnosis of what could not even be handed to the core. */
function unreadable(thrown) {
  const { code, message } = gateError(thrown, "internal", "the delivery could not be read");
  const causes = [{ code: "unreadable", message, proved: true }];
  return { verified: false, code, message, match: null, causes };
}
