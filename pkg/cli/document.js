import { validateDocument } from "../kyc-inline.js";
import { oneOf, PERSON, person, wholeNumber } from "./arguments.js";
import { head } from "./input.js";
import { paint, printJson, rows } from "./paper.js";
import { UsageError } from "./usage-error.js";

/** As many bytes as the core looks at. */
const HEAD = 4096;

/** @type {import("./arguments.js").Options} */
const CANDIDATE = {
  provider: { type: "string", value: "conomy|connect", help: "who asks for the document" },
  type: {
    type: "string",
    value: "TYPE",
    help: "W9, W8BEN, PROOF_OF_ADDRESS, source_of_funds, …, in any case",
  },
  "content-type": { type: "string", value: "TYPE", help: "the content type it is to be uploaded with" },
  accept: {
    type: "string",
    multiple: true,
    value: "TYPE",
    help: "a content type you accept; image/* covers several",
  },
  "max-bytes": { type: "string", value: "N", help: "the largest file you accept" },
  ...PERSON,
};

export const document = {
  name: "document",
  about:
    "Says whether a file would do as a document, before anybody uploads it: the type, for this customer, and whether " +
    "the content is what it says it is. The providers publish no limits; --accept and --max-bytes are yours.",
  examples: [
    "compliance-gate document w9.pdf --provider connect --type W9 --nationality US",
    "compliance-gate document scan.png --provider conomy --type source_of_funds --max-bytes 5000000",
  ],
  options: CANDIDATE,
  run,
};

async function run(values) {
  const { provider, type } = values;
  if (provider === undefined || type === undefined) {
    throw new UsageError(
      "document needs --provider and --type, for instance: compliance-gate document w9.pdf --provider connect --type W9",
    );
  }
  oneOf(values, "provider", ["conomy", "connect"]);
  if (values.accept?.some((accepted) => !accepted.trim())) {
    throw new UsageError("--accept takes a content type, and got an empty one");
  }
  const policy = { contentTypes: values.accept, maxBytes: wholeNumber(values, "max-bytes") };
  const candidate = { provider, type, ...person(values), contentType: values["content-type"], policy };
  const validation = validated({ ...candidate, ...(await head(values.file, HEAD)) });
  if (values.json) printJson({ ok: validation.ok, validation });
  else process.stdout.write(told(validation));
  return validation.ok ? 0 : 1;
}

function validated(candidate) {
  try {
    return validateDocument(candidate);
  } catch (error) {
    throw error.code === "invalid_options" ? new UsageError(error.message) : error;
  }
}

function told({ ok, type, satisfies, problems, alternatives }) {
  const style = paint(process.stdout);
  const of = (severity) =>
    problems
      .filter((problem) => problem.severity === severity)
      .map(({ code, message }) => `${code}: ${message}`);
  return `${ok ? style.good("✔ it would do") : style.bad("✘ it would not do")}\n${rows(
    [
      ["type", type],
      ["satisfies", satisfies],
      ["because", of("error")],
      ["warning", of("warning")],
      ["instead", alternatives.join(" or ")],
    ],
    style,
  )}`;
}
