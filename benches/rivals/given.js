// One body and one key, signed as each contender's sender would.
import { createHmac } from "node:crypto";
import { body, SECRET } from "../bodies.js";

/** Plain data, which goes to browsers and Workers as JSON; `unpacked` there makes bytes of it. */
export function given(size) {
  const { bytes, signed, signature } = body(size);
  const [received, text] = [Buffer.from(bytes).toString(), Buffer.from(signed).toString()];
  const now = Math.floor(Date.now() / 1000);
  const mac = (signedText, encoding) => createHmac("sha256", SECRET).update(signedText).digest(encoding);
  const id = "msg_1";
  const standard = `v1,${mac(`${id}.${now}.${text}`, "base64")}`;
  const headers = (name) => ({
    [`${name}-id`]: id,
    [`${name}-timestamp`]: String(now),
    [`${name}-signature`]: standard,
  });
  return {
    secret: SECRET,
    base64Secret: `whsec_${Buffer.from(SECRET).toString("base64")}`,
    received,
    signed: text,
    signature,
    stripe: `t=${now},v1=${mac(`${now}.${text}`, "hex")}`,
    svix: headers("svix"),
    standard: headers("webhook"),
  };
}
