// The bytes of a DEFLATE stream (RFC 1951). Runtimes bring a decompressor that answers later, or none; the first call
// needs the wasm at once. It reads what the build made, so it checks nothing: a broken stream gives no wasm that compiles.

/** @param {Uint8Array} input @param {number} length of the output */
export function inflate(input, length) {
  const output = new Uint8Array(length);
  const bits = reader(input);
  let at = 0;
  for (let last = 0; last === 0; ) {
    last = bits.take(1);
    const kind = bits.take(2);
    if (kind === 0) {
      const stored = bits.aligned();
      output.set(stored, at);
      at += stored.length;
    } else {
      const [literals, distances] = kind === 1 ? fixed() : dynamic(bits);
      at = block(bits, literals, distances, output, at);
    }
  }
  return output;
}

/** One block, written from `at`; gives where it ends. */
function block(bits, literals, distances, output, at) {
  for (;;) {
    const symbol = bits.symbol(literals);
    if (symbol < 256) {
      output[at] = symbol;
      at += 1;
    } else if (symbol === 256) {
      return at;
    } else {
      const length = LENGTHS.base[symbol - 257] + bits.take(LENGTHS.extra[symbol - 257]);
      const place = bits.symbol(distances);
      const distance = DISTANCES.base[place] + bits.take(DISTANCES.extra[place]);
      // Both may overlap: what was just written is then read again.
      for (const end = at + length; at < end; at += 1) output[at] = output[at - distance];
    }
  }
}

/** Bits of bytes, the lowest first. */
function reader(input) {
  let at = 0;
  let held = 0;
  let count = 0;

  function take(wanted) {
    while (count < wanted) {
      held |= input[at] << count;
      at += 1;
      count += 8;
    }
    const taken = held & ((1 << wanted) - 1);
    held >>>= wanted;
    count -= wanted;
    return taken;
  }

  return {
    take,

    /** The next symbol of a code: see {@link code}. */
    symbol({ table, longest }) {
      while (count < longest && at < input.length) {
        held |= input[at] << count;
        at += 1;
        count += 8;
      }
      const found = table[held & ((1 << longest) - 1)];
      held >>>= found & 15;
      count -= found & 15;
      return found >> 4;
    },

    /** A block that is stored as it is, from the next whole byte on. */
    aligned() {
      at -= count >> 3;
      held = 0;
      count = 0;
      const length = input[at] | (input[at + 1] << 8);
      at += 4 + length;
      return input.subarray(at - length, at);
    },
  };
}

/** A canonical code as a table over its longest words: at each, the symbol and the length of its word. */
function code(lengths) {
  const longest = Math.max(...lengths);
  const table = new Uint16Array(1 << longest);
  let word = 0;
  for (let length = 1; length <= longest; length += 1) {
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      for (let at = reversed(word, length); at < table.length; at += 1 << length) {
        table[at] = (symbol << 4) | length;
      }
      word += 1;
    }
    word <<= 1;
  }
  return { table, longest };
}

function reversed(word, length) {
  let result = 0;
  for (let bit = 0; bit < length; bit += 1) result |= ((word >> bit) & 1) << (length - 1 - bit);
  return result;
}

function fixed() {
  const lengths = [
    [144, 8],
    [112, 9],
    [24, 7],
    [8, 8],
  ].flatMap(([count, length]) => Array(count).fill(length));
  return [code(lengths), code(Array(30).fill(5))];
}

function dynamic(bits) {
  const literals = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const described = bits.take(4) + 4;
  const own = Array(19).fill(0);
  for (const place of ORDER.slice(0, described)) own[place] = bits.take(3);
  const words = code(own);
  const lengths = [];
  while (lengths.length < literals + distances) {
    const symbol = bits.symbol(words);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) lengths.push(...Array(bits.take(2) + 3).fill(lengths.at(-1)));
    else lengths.push(...Array(symbol === 17 ? bits.take(3) + 3 : bits.take(7) + 11).fill(0));
  }
  return [code(lengths.slice(0, literals)), code(lengths.slice(literals))];
}

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LENGTHS = ranges(3, [8, 4, 4, 4, 4, 4]);
LENGTHS.base[28] = 258;
LENGTHS.extra[28] = 0;
const DISTANCES = ranges(1, [4, ...Array(13).fill(2)]);

/** Consecutive ranges from `first` on: `counts[n]` of them with n more bits each. */
function ranges(first, counts) {
  const base = [];
  const extra = [];
  counts.forEach((count, bits) => {
    for (let n = 0; n < count; n += 1) {
      base.push(first);
      extra.push(bits);
      first += 1 << bits;
    }
  });
  return { base, extra };
}
