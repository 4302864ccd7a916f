/**
 * Commits of booking.create through dispatch and by hand, a few dozen by turns on the same store: its log has one
 * writer at a time.
 */
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { caller } from './cases.ts'
import { bookingFloor, type NewBooking } from './floor-booking.ts'
import { type Measured, rowOf } from './measure.ts'
import { administrator, openBench } from './store.ts'

const turn = 40
/** Of each turn: statements are compiled again after opening. */
const warmUp = 8

export async function measureCommits(
  file: string,
  today: BusinessDate,
  inputs: readonly NewBooking[],
): Promise<Measured> {
  const app: number[] = []
  const floor: number[] = []
  for (let at = 0; at + 2 * turn <= inputs.length; at += 2 * turn) {
    app.push(...(await throughDispatch(file, inputs.slice(at, at + turn))).slice(warmUp))
    floor.push(...byHand(file, today, inputs.slice(at + turn, at + 2 * turn)).slice(warmUp))
  }
  return { row: rowOf('booking.create', app, floor), slowest: [] }
}

async function throughDispatch(file: string, inputs: readonly NewBooking[]): Promise<number[]> {
  const app = await openBench(file)
  const call = caller(administrator(app))
  const times: number[] = []
  for (const { requestId, ...draft } of inputs) {
    const begun = performance.now()
    const answer = await call('booking.create', draft, requestId)
    times.push(performance.now() - begun)
    check(answer)
  }
  await app.close()
  return times
}

function byHand(file: string, today: BusinessDate, inputs: readonly NewBooking[]): number[] {
  const raw = openRaw(file, { readonly: false })
  const book = bookingFloor(raw, today)
  const times: number[] = []
  for (const input of inputs) {
    const begun = performance.now()
    const answer = book(input)
    times.push(performance.now() - begun)
    check(answer)
  }
  raw.close()
  return times
}

/** Both answer alike. */
function check({
  id,
  version,
  confirmationNo,
}: {
  id: number
  version: number
  confirmationNo: string
}): void {
  if (version !== 1 || confirmationNo !== String(10_000_000 + id))
    throw new Error(`booking ${id}: ${confirmationNo}`)
}
