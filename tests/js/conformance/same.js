// Deep, strict equality, where the runtime brings none that knows of members named __proto__.

/** Throws unless two values are the same: by Object.is, and of objects by prototype, and by own members in any order. */
export function equal(found, expected, message = "value") {
  if (!same(found, expected))
    throw new Error(`${message}: expected ${shown(expected)}, found ${shown(found)}`);
}

function same(one, other) {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (!sameKind(Object.getPrototypeOf(one), Object.getPrototypeOf(other))) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && same(own(one, name), own(other, name)));
}

/** Some runtimes make streams and clones in another realm than their programs, with prototypes of the same names. */
function sameKind(one, other) {
  return one === other || (one?.constructor?.name ?? null) === (other?.constructor?.name ?? 0);
}

function own(object, name) {
  return Object.getOwnPropertyDescriptor(object, name).value;
}

function shown(value) {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
