import { inOneRead, inOneWrite } from '#db/derived/transaction.ts'
import type { LongReader, ReportFile } from '#db/handles.ts'
import { readLogHead, readMoments, readProgress, readSlice } from '#db/queries/report/progress.ts'
import { fillNights } from '#db/repositories/report/nights.ts'
import { addToClock, saveComplete, saveReportHead, saveStep } from '#db/repositories/report/progress.ts'
import { openVersioned, type Versioned } from './versioned.ts'

/** How far the reading is; may throw to stop. */
export type Pulse = (done: number, total: number) => void

/** Rows of the log, or things of a file that is filled from nothing, in one transaction: what a cancel loses at most. */
const thingsAtOnce = 20_000
const momentsAtOnce = 200_000
const nightsAtOnce = 60

/**
 * Brings the report file up to the newest change of the store: every thing that was changed since is replayed from its own rows
 * of the log, one after another, so that memory stays flat and doing it twice does no harm. A file without anything is filled kind
 * by kind. What `pulse` stops is kept up to the last whole transaction, and goes on from there. False: `until`, by the clock
 * of `performance`, came first.
 */
export function catchUp(
  store: LongReader,
  file: ReportFile,
  pulse: Pulse,
  until = Number.POSITIVE_INFINITY,
): boolean {
  const { seq } = readProgress(file)
  if (seq === readLogHead(store).seq) return true
  const things = openVersioned(store, file)
  const isDue = () => performance.now() >= until
  if (seq === 0 && !fill(store, file, things, pulse, isDue)) return false
  return follow(store, file, things, pulse, isDue)
}

/**
 * Fills an empty file up to what was the newest change when that began: the clock, then kind by kind in the order of ids, then
 * the nights as they are now. Each step is answered with where the next transaction goes on, null at its end.
 */
function fill(
  store: LongReader,
  file: ReportFile,
  things: Versioned,
  pulse: Pulse,
  isDue: () => boolean,
): boolean {
  const head = readLogHead(store)
  const begun = readProgress(file)
  const target = begun.target === 0 ? head.seq : begun.target
  const steps: { size: number; go: (after: string, tell: (done: number) => void) => string | null }[] = [
    { size: target / 10, go: fillClock },
    ...things.kinds.map((kind) => ({
      size: kind.logged.last(),
      go: (after: string, tell: (done: number) => void) => {
        const last = things.fill(kind, Number(after), target, thingsAtOnce, tell)
        return last === null ? null : String(last)
      },
    })),
    { size: target / 10, go: (after) => fillNights(file, after, nightsAtOnce) },
  ]
  const total = steps.reduce((sum, { size }) => sum + size, 0)
  let before = 0
  for (const [step, { size, go }] of steps.entries()) {
    let after: string | null = step === begun.step ? begun.after : ''
    while (step >= begun.step && after !== null) {
      if (isDue()) return false
      const from: string = after
      pulse(before, total)
      after = inOneWrite(file, () => {
        if (step === 0 && from === '') saveReportHead(file, head)
        const reached = go(from, (done) => pulse(before + done, total))
        saveStep(
          file,
          reached === null ? { target, step: step + 1, after: '' } : { target, step, after: reached },
        )
        return reached
      })
    }
    before += size
  }
  saveComplete(file, target)
  return true

  function fillClock(after: string): string | null {
    const to = Math.min(target, Number(after) + momentsAtOnce)
    addToClock(file, readMoments(store, Number(after), to))
    return to === target ? null : String(to)
  }
}

/** Takes in the rows of the log since, in slices. */
function follow(
  store: LongReader,
  file: ReportFile,
  things: Versioned,
  pulse: Pulse,
  isDue: () => boolean,
): boolean {
  const begun = readProgress(file).seq
  for (let seq = begun, head = readLogHead(store); seq < head.seq; head = readLogHead(store)) {
    if (isDue()) return false
    const tell = () => pulse(seq - begun, head.seq - begun)
    seq = inOneRead(store, () =>
      inOneWrite(file, () => {
        const slice = readSlice(store, seq, thingsAtOnce)
        addToClock(file, readMoments(store, seq, slice.to))
        things.replace(slice, tell)
        saveComplete(file, slice.to)
        saveReportHead(file, { store: head.store, seq: slice.to, hash: slice.hash })
        return slice.to
      }),
    )
  }
  return true
}
