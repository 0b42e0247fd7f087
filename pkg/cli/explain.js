import { DELIVERY, PASTED } from "./arguments.js";
import { best, NOT_FOUND, pointsFor } from "./best.js";
import { indented, paint, plain, printJson, rows } from "./paper.js";
import { HEADER_HINT, verifierOf } from "./verifier.js";

export const explain = {
  name: "explain",
  about:
    "Says why a delivery is refused, the most specific cause first: a secret with a newline, a body that was parsed and " +
    "printed again, a signature in another place. It never prints a secret or the right signature.",
  examples: [
    "compliance-gate explain refused.json",
    "grep 'webhook refused' app.log | tail -1 | compliance-gate explain",
    "compliance-gate explain body.bin --exact --header 'X-Webhook-Signature: d1934dd4…'",
  ],
  options: { ...DELIVERY, ...PASTED },
  run,
};

async function run(values) {
  const { verifier, headers, notes } = await verifierOf(values);
  const found = await best(
    values,
    (body) => verifier.explain(body, headers),
    ({ result }) => (result.verified ? 3 : pointsFor(result.code)),
  );
  const isWithout = found.result.code === "signature_missing" && headers.length === 0;
  const diagnosis = diagnosed(found, isWithout && !found.isFound);
  const said = [...notes, ...found.cut];
  if (values.json) printJson({ ok: diagnosis.verified, diagnosis, cut: said });
  else process.stdout.write(told(diagnosis, said, isWithout));
  return diagnosis.verified ? 0 : 1;
}

/**
 * What holds for a delivery is not certain where there is none; nor what is absent, where not everything was seen. What a
 * signature tells that was found stays as certain as it was.
 */
function diagnosed({ result, isLimited, isSigned, hasHeader }, isNone) {
  const none = isNone ? [{ code: "no_delivery", message: NOT_FOUND, proved: true }] : [];
  const isOpen = (code) => (isLimited && !isSigned) || ((isNone || hasHeader) && code === "no_signature");
  const causes = [...none, ...result.causes].map((cause) => ({
    ...cause,
    proved: cause.proved && !isOpen(cause.code),
  }));
  return { ...result, message: none[0]?.message ?? result.message, causes };
}

function told({ verified, code, message, causes }, cut, isWithout) {
  const style = paint(process.stdout);
  if (verified) {
    return `${style.good("✔ genuine")}: ${plain(message)}\n${rows([["note", cut]], style)}`;
  }
  const lines = causes.map((cause) => {
    const certainty = cause.proved ? style.strong("certain") : style.note("perhaps");
    return `  ${certainty}  ${plain(cause.code)}\n           ${indented(plain(cause.message), 11)}\n`;
  });
  return `${style.bad(`✘ refused: ${code}`)}\n${lines.join("")}${rows(
    [
      ["note   ", cut],
      ["next   ", isWithout ? HEADER_HINT : undefined],
    ],
    style,
  )}`;
}
