/**
 * Facts in bins: every value becomes the number of its bin, so that a split is found from sums per bin and not from
 * sorted rows. Bin 0 is “not known”, in every column. The idea is that of LightGBM (Ke and others, 2017).
 */
import { type CategoryColumn, type Column, NO_WORD, type NumberColumn, rowsOf } from './columns.ts'

export interface BinnedNumber {
  name: string
  kind: 'number'
  /** A bin per row: 0 not known, then ascending. */
  bins: Uint8Array
  /** How many bins, with bin 0. */
  size: number
  /** The least and the greatest value in each bin; NaN for bin 0. */
  lows: Float64Array
  highs: Float64Array
  /** Some rows do not know it. */
  hasMissing: boolean
}

export interface BinnedCategory {
  name: string
  kind: 'category'
  bins: Uint8Array
  size: number
  /** The word of bin b is words[b − 1]. */
  words: readonly string[]
  /** Whether the last bin holds all the rarer words together. */
  hasOther: boolean
}

export type BinnedColumn = BinnedNumber | BinnedCategory

export interface Binned {
  rows: number
  columns: readonly BinnedColumn[]
}

export interface BinOptions {
  /** At most so many bins per column, with that of what is not known: 3 to 256; 255 by default. */
  maxBins?: number
}

/**
 * Puts every column into bins. A number of at most maxBins − 1 distinct values has a bin for each; more of them share
 * bins of about equally many rows. Words beyond the room for them share one bin, the rarest first.
 */
export function binColumns(columns: readonly Column[], { maxBins = 255 }: BinOptions = {}): Binned {
  if (maxBins < 3 || maxBins > 256) throw new Error(`maxBins is 3 to 256, not ${maxBins}`)
  return {
    rows: rowsOf(columns),
    columns: columns.map((column) =>
      column.kind === 'number' ? binNumber(column, maxBins - 1) : binCategory(column, maxBins - 1),
    ),
  }
}

function binNumber({ name, values }: NumberColumn, most: number): BinnedNumber {
  const { lows, highs } = boundsOf(values, most)
  const bins = new Uint8Array(values.length)
  for (let row = 0; row < values.length; row++) bins[row] = binOf(values[row]!, highs)
  return { name, kind: 'number', bins, size: highs.length, lows, highs, hasMissing: bins.includes(0) }
}

/** The first bin whose greatest value reaches the value: 0 for NaN. Every value is one of those the bins are made of. */
function binOf(value: number, highs: Float64Array): number {
  if (Number.isNaN(value)) return 0
  let low = 1
  let high = highs.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= highs[middle]!) high = middle
    else low = middle + 1
  }
  return low
}

function boundsOf(
  values: Float64Array | Float32Array,
  most: number,
): { lows: Float64Array; highs: Float64Array } {
  const known = values.filter((value) => !Number.isNaN(value)).sort()
  const starts = startsOf(known)
  const lows: number[] = [Number.NaN]
  const highs: number[] = [Number.NaN]
  let first = 0
  while (first < starts.length) {
    const last = lastOfBin(starts, first, known.length, most - (lows.length - 1))
    lows.push(known[starts[first]!]!)
    highs.push(known[starts[last]!]!)
    first = last + 1
  }
  return { lows: Float64Array.from(lows), highs: Float64Array.from(highs) }
}

/** Where each distinct value begins among the sorted ones. */
function startsOf(sorted: Float64Array | Float32Array): Uint32Array {
  const starts = new Uint32Array(sorted.length)
  let count = 0
  for (let place = 0; place < sorted.length; place++) {
    if (place === 0 || sorted[place] !== sorted[place - 1]) starts[count++] = place
  }
  return starts.subarray(0, count)
}

/** The last distinct value of the bin that begins with `first`: the rows that are left shared among the bins left. */
function lastOfBin(starts: Uint32Array, first: number, rows: number, binsLeft: number): number {
  if (starts.length - first <= binsLeft) return first
  if (binsLeft <= 1) return starts.length - 1
  const from = starts[first]!
  const enough = (rows - from) / binsLeft
  const lastPossible = starts.length - binsLeft
  let last = first
  while (last < lastPossible && starts[last + 1]! - from < enough) last++
  return last
}

function binCategory({ name, codes, words }: CategoryColumn, most: number): BinnedCategory {
  const counts = new Float64Array(words.length)
  for (const code of codes) if (code !== NO_WORD) counts[code]! += 1
  const used = words.map((_, code) => code).filter((code) => counts[code]! > 0)
  const hasOther = used.length > most
  const kept = hasOther
    ? used
        .toSorted((one, other) => counts[other]! - counts[one]! || one - other)
        .slice(0, most - 1)
        .toSorted((one, other) => one - other)
    : used
  const binOfCode = new Uint8Array(NO_WORD + 1)
  if (hasOther) for (const code of used) binOfCode[code] = kept.length + 1
  for (const [place, code] of kept.entries()) binOfCode[code] = place + 1
  return {
    name,
    kind: 'category',
    bins: Uint8Array.from(codes, (code) => binOfCode[code]!),
    size: kept.length + 1 + (hasOther ? 1 : 0),
    words: kept.map((code) => words[code]!),
    hasOther,
  }
}
