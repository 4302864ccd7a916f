/**
 * A scanner that acts as a keyboard, told from a person by pace and by what is typed. Pure: presses with their moments go in,
 * what is to be done with each comes out. A text expander is as fast as a scanner, and a clerk rolls over two keys in 20 ms:
 * therefore pace alone decides nothing, the text must begin like a zone or be a resident ID.
 */

/** What a desk may set: pauses are longer with a slow scanner or a remote desktop. */
export type ScanSettings = {
  on: boolean
  /** Two characters of one scan come within so many milliseconds. */
  gapMs: number
  /** A scan has ended when nothing came for so long; scanners pause between two lines. */
  endMs: number
  /** What the scanner sends at the end of a line; another of the two is the clerk's. */
  end: ScanEnd
}
export const scanEnds = ['both', 'Enter', 'Tab', 'none'] as const
export type ScanEnd = (typeof scanEnds)[number]
export const scanBounds = { gapMs: { min: 10, max: 200 }, endMs: { min: 100, max: 2000 } }
export const usualScanSettings: ScanSettings = { on: true, gapMs: 35, endMs: 220, end: 'both' }

export type Press = {
  key: string
  at: number
  /** The focus is in a field that takes text. */
  inField: boolean
  /** It belongs to an input method. */
  composing: boolean
  /** Ctrl, Alt or ⌘ is down with it. */
  modified: boolean
}

/** `pass`: none of ours. `hold`: kept back until it is known. `swallow`: part of a scan. */
export type Verdict = 'pass' | 'hold' | 'swallow'

export type ScanState = {
  run: string
  lastAt: number
  scanning: boolean
  /** Presses outside of fields that are kept back, in order. */
  held: readonly Press[]
  /** Presses that an input method took, in a pace that no hand has. */
  composed: number
}
export const idleScan: ScanState = {
  run: '',
  lastAt: Number.NEGATIVE_INFINITY,
  scanning: false,
  held: [],
  composed: 0,
}

export type Step = {
  state: ScanState
  verdict: Verdict
  /** What was kept back and is to act now, before this press. */
  release: readonly Press[]
  /** The field gets back what it had before this character of the run; null: it keeps what it has. */
  retract: number | null
  /** A scan that ended because this press belongs to something else. */
  done: string | null
}

/** What becomes of one press. */
export function pressStep(state: ScanState, press: Press, settings: ScanSettings): Step {
  const gap = press.at - state.lastAt
  const within = gap <= (state.scanning ? settings.endMs : settings.gapMs)
  if (press.composing) return composingStep(state, press, within)
  if (isLone(press))
    return { state, verdict: state.scanning ? 'swallow' : 'pass', release: [], retract: null, done: null }
  const ended = isEnd(press.key, settings.end)
  const printable = press.key.length === 1 && !press.modified
  const before = within ? state : idleScan
  const left = within ? { release: [], done: null } : leftOver(state)
  if (!printable && !ended) return other(before, left)
  if (ended) return endStep(before, press, left)
  // A space at the beginning presses a button or ticks a box: no document begins with one
  if (before.run === '' && press.key === ' ') return other(before, left)
  const run = before.run + press.key
  const from = before.scanning ? 0 : scanFrom(run, false)
  const scanning = from >= 0
  const begins = scanning && !before.scanning
  const hold = !scanning && !press.inField
  return {
    state: {
      run: begins ? run.slice(from) : run,
      lastAt: press.at,
      scanning,
      held: scanning ? [] : hold ? [...before.held, press] : before.held,
      composed: 0,
    },
    verdict: scanning ? 'swallow' : hold ? 'hold' : 'pass',
    done: left.done,
    // What was pressed just before the scan began is the clerk's own
    release: begins ? [...left.release, ...before.held.slice(0, from)] : left.release,
    retract: begins && press.inField && from < run.length - 1 ? from : null,
  }
}

/** What becomes of what is waiting when nothing came for a while. `done` is a whole scan. */
export function settleStep(
  state: ScanState,
  now: number,
  settings: ScanSettings,
): Pick<Step, 'state' | 'release' | 'retract' | 'done'> & { byInputMethod: boolean } {
  const quiet = now - state.lastAt
  const wait = { state, release: [], retract: null, done: null, byInputMethod: false }
  if (state.composed > 0 && quiet > settings.endMs)
    return { ...wait, state: idleScan, byInputMethod: state.composed >= 20 }
  if (state.scanning) return quiet < settings.endMs ? wait : { ...wait, state: idleScan, done: state.run }
  if (state.run === '' || quiet <= settings.gapMs) return wait
  const from = scanFrom(state.run, true)
  if (from >= 0)
    return {
      ...wait,
      state: idleScan,
      release: state.held.slice(0, from),
      retract: state.held.length === 0 ? from : null,
      done: state.run.slice(from),
    }
  return { ...wait, state: idleScan, release: state.held }
}

/** Whether a run of fast characters is a document: by its beginning, or as a whole once it has ended. */
export function looksLikeScan(run: string, ended: boolean): boolean {
  const text = run.toUpperCase()
  if (text.length >= 8 && /^[ACIPV][A-Z<][A-Z<]{3}/.test(text) && text.includes('<')) return true
  // A scanner that stutters doubles every sign
  if (text.length >= 12 && !text.includes(' ') && text.split('<').length > 3) return true
  // Another layout sends one sign for every filler; what people write has small letters and spaces
  if (text.length >= 24 && !/[\s\p{Ll}]/u.test(run) && /([^\p{L}\d])\1{4}/u.test(run)) return true
  return ended && /^(\d{17}[\dX]|\d{15})$/.test(text)
}

/** Where in a run a scan begins, or -1: with it, or after what a hand typed so shortly before that no pause parts them. */
export function scanFrom(run: string, ended: boolean): number {
  if (looksLikeScan(run, ended)) return 0
  for (const tail of [/[A-Z0-9<]+$/, /\d+[\dXx]$/]) {
    const from = run.search(tail)
    if (from > 0 && looksLikeScan(run.slice(from), ended)) return from
    // The last capital of a word may be the first of a zone
    const zone = run.search(/[ACIPV][A-Z<][A-Z]{3}[A-Z]*<[A-Z0-9<]*$/)
    if (zone > 0 && looksLikeScan(run.slice(zone), ended)) return zone
  }
  return -1
}

function isEnd(key: string, end: ScanEnd): boolean {
  return end === 'both' ? key === 'Enter' || key === 'Tab' : key === end
}

/** Shift and its like alone: they come between the characters of a scan and say nothing. */
function isLone({ key }: Press): boolean {
  return ['Shift', 'CapsLock', 'Control', 'Alt', 'AltGraph', 'Meta'].includes(key)
}

function leftOver(state: ScanState): Pick<Step, 'release' | 'done'> {
  return { release: state.scanning ? [] : state.held, done: state.scanning ? state.run : null }
}

/** A press that no scan has: it acts, after what was kept back. */
function other(before: ScanState, left: Pick<Step, 'release' | 'done'>): Step {
  const now = leftOver(before)
  return {
    state: idleScan,
    verdict: 'pass',
    release: [...left.release, ...now.release],
    retract: null,
    done: left.done ?? now.done,
  }
}

/** Enter or Tab: within a scan it divides lines; at the end of a number it ends it; else it is the clerk's. */
function endStep(before: ScanState, press: Press, left: Pick<Step, 'release' | 'done'>): Step {
  const from = before.scanning ? 0 : scanFrom(before.run, true)
  if (from < 0) return other(before, left)
  const sign = press.key === 'Enter' ? '\n' : '\t'
  return {
    state: { ...before, run: before.run.slice(from) + sign, lastAt: press.at, scanning: true, held: [] },
    verdict: 'swallow',
    done: left.done,
    release: [...left.release, ...before.held.slice(0, from)],
    retract: !before.scanning && before.held.length === 0 ? from : null,
  }
}

/** An input method has the keys: they are its own, and only counted, so that the clerk can be told. */
function composingStep(state: ScanState, press: Press, within: boolean): Step {
  const counted: ScanState = { ...idleScan, lastAt: press.at, composed: within ? state.composed + 1 : 1 }
  return { state: counted, verdict: 'pass', ...leftOver(state), retract: null }
}
