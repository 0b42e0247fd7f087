// Random choices that a seed repeats (xorshift128, seeded by splitmix32).

export function random(seed) {
  let [a, b, c, d] = [1, 2, 3, 4].map((n) => splitmix(seed + n * 0x9e3779b9));

  /** 32 random bits. */
  function bits() {
    const t = a ^ (a << 11);
    [a, b, c] = [b, c, d];
    d = d ^ (d >>> 19) ^ t ^ (t >>> 8);
    return d >>> 0;
  }

  const below = (limit) => bits() % limit;
  return {
    bits,
    below,
    /** True once in `times`. */
    once: (times) => below(times) === 0,
    pick: (list) => list[below(list.length)],
    /** `most` or fewer of what `make` makes. */
    some: (most, make) => Array.from({ length: below(most + 1) }, make),
  };
}

function splitmix(seed) {
  let mixed = seed | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 1;
}
