/** Chance that is the same for the same seed on every machine: numbers from 0 up to 1, without 1. */
export type Random = () => number

/** The mulberry32 generator (Tommy Ettinger, public domain): 32 bits of state, good enough to draw rows and columns. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** `count` of the given numbers in their own order, each choice equally likely (selection sampling, Knuth 3.4.2 S). */
export function drawSorted(from: Uint32Array, count: number, random: Random): Uint32Array {
  const drawn = new Uint32Array(Math.min(count, from.length))
  let taken = 0
  for (let place = 0; place < from.length && taken < drawn.length; place++) {
    if ((from.length - place) * random() < drawn.length - taken) drawn[taken++] = from[place]!
  }
  return drawn
}

/** The numbers 0 to count − 1 in a random order (Fisher–Yates). */
export function shuffledPlaces(count: number, random: Random): Uint32Array {
  const places = Uint32Array.from({ length: count }, (_, place) => place)
  for (let place = count - 1; place > 0; place--) {
    const other = Math.floor(random() * (place + 1))
    const held = places[place]!
    places[place] = places[other]!
    places[other] = held
  }
  return places
}

/** A mark per row: 1 for the share of them that is held out, chosen by the seed alone. */
export function heldOutRows(rows: number, share: number, seed: number): Uint8Array {
  const held = new Uint8Array(rows)
  const chosen = shuffledPlaces(rows, seededRandom(seed)).subarray(0, Math.round(rows * share))
  for (const row of chosen) held[row] = 1
  return held
}
