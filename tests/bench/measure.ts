/** Measures an operation through dispatch beside the same answer by hand, in turns, and holds both to the same answer. */
import { isDeepStrictEqual } from 'node:util'

export type Case<I> = {
  /** The operation. */
  name: string
  inputs: readonly I[]
  /** Asked before anything is measured, so that both find the store as warm as on any working day. */
  warmUp: number
  app: (input: I) => Promise<unknown>
  /** What of the answer is compared; not part of the time. */
  view: (answer: never) => unknown
  floor: (input: I) => unknown
}

export type Row = {
  name: string
  p50_ms: number
  p95_ms: number
  floor_p50_ms: number
  floor_p95_ms: number
  samples: number
}

export type Slow = { input: unknown; ms: number; floorMs: number }
export type Measured = { row: Row; slowest: Slow[] }

/** `best`: each is asked so often and the shortest time taken: what the machine does besides is left out. */
export async function measure<I>(one: Case<I>, best = 1): Promise<Measured> {
  const app: number[] = []
  const floor: number[] = []
  const taken: Slow[] = []
  for (const [i, input] of one.inputs.entries()) {
    // In turns, and neither always first: the second finds the pages that the first has read.
    const first = i % 2 === 0 ? await timedApp(one, input) : null
    const byHand = timedFloor(one, input)
    const asked = first ?? (await timedApp(one, input))
    for (let more = 1; more < best; more++) {
      asked.ms = Math.min(asked.ms, (await timedApp(one, input)).ms)
      byHand.ms = Math.min(byHand.ms, timedFloor(one, input).ms)
    }
    const seen = one.view(asked.answer as never)
    if (!isDeepStrictEqual(seen, byHand.answer)) {
      const [ours, theirs] = firstDifference(seen, byHand.answer)
      throw new Error(`${one.name} ${JSON.stringify(input)}: ${ours} but by hand ${theirs}`)
    }
    if (i < one.warmUp) continue
    app.push(asked.ms)
    floor.push(byHand.ms)
    taken.push({ input, ms: asked.ms, floorMs: byHand.ms })
  }
  const slowest = taken.sort((a, b) => b.ms - a.ms).slice(0, 8)
  return { row: rowOf(one.name, app, floor), slowest }
}

/** The figures of an operation from all its times. */
export function rowOf(name: string, app: readonly number[], floor: readonly number[]): Row {
  return {
    name,
    p50_ms: percentile(app, 50),
    p95_ms: percentile(app, 95),
    floor_p50_ms: percentile(floor, 50),
    floor_p95_ms: percentile(floor, 95),
    samples: app.length,
  }
}

async function timedApp<I>(one: Case<I>, input: I): Promise<{ ms: number; answer: unknown }> {
  const begun = performance.now()
  const answer = await one.app(input)
  return { ms: performance.now() - begun, answer }
}

function timedFloor<I>(one: Case<I>, input: I): { ms: number; answer: unknown } {
  const begun = performance.now()
  const answer = one.floor(input)
  return { ms: performance.now() - begun, answer }
}

/** Nearest rank, milliseconds to three digits. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1))
  return Math.round((sorted[at] ?? 0) * 1000) / 1000
}

/** The first place where two answers differ, as ours and theirs, with the way to it. */
function firstDifference(ours: unknown, theirs: unknown, way = ''): [string, string] {
  if (ours && theirs && typeof ours === 'object' && typeof theirs === 'object') {
    const [own, other] = [ours, theirs] as Record<string, unknown>[]
    const key = Object.keys({ ...own, ...other }).find((one) => !isDeepStrictEqual(own?.[one], other?.[one]))
    if (key !== undefined) return firstDifference(own?.[key], other?.[key], `${way}.${key}`)
  }
  const text = (value: unknown) => `${way} ${JSON.stringify(value)?.slice(0, 2000)}`
  return [text(ours), text(theirs)]
}
