import { readStoredSettings } from '#db/queries/insight/judged.ts'
import { type Move, writeMoves } from '#db/repositories/insight/value.ts'
import { settingsFrom } from '#shared/domain/insight/settings/settings.ts'
import { type GuestValues, valueGuests } from '#shared/domain/insight/value/guest-values.ts'
import { countMoves } from '#shared/domain/insight/value/moves.ts'
import { toDayNumber } from '#shared/values/index.ts'
import type { Run, RunDesk, RunEnd } from '../run.ts'
import { fewestGuests } from './value.ts'

/** How guests went from segment to segment between two dates, each cut by the guests of its own date. */
export const valueMoves: Run<'value-moves'> = {
  kind: 'value-moves',
  standing: null,
  reads: 'facts',
  run: (desk, { from }): RunEnd<'value-moves'> => {
    const earlier = toDayNumber(from)
    if (earlier >= desk.day) return { refusal: { code: 'MOVES_ORDER', params: { from, to: desk.asOf } } }
    const before = segmentsOn(desk, earlier)
    const after = segmentsOn(desk, desk.day)
    const { length } = after.id
    if (length < fewestGuests)
      return { refusal: { code: 'TOO_FEW_GUESTS', params: { found: length, needed: fewestGuests } } }
    const moves: Move[] = []
    const counted = countMoves(before, after, (id, was, is) => moves.push({ id, from: was, to: is }))
    writeMoves(desk.insight, moves)
    return { output: { from, ...counted } }
  },
}

/** Guests with a stay by a day, and their segments. */
function segmentsOn(desk: RunDesk, day: number): { id: Int32Array; segment: Uint8Array } {
  const settings = settingsFrom(readStoredSettings(desk.store)).value
  const { guests } = valueGuests(desk.history(), desk.facts(day), settings, null, desk.pulse)
  const rows = placesWithStay(guests)
  return {
    id: rows.map((at) => guests.id[at] as number),
    segment: Uint8Array.from(rows, (at) => guests.segment[at] as number),
  }
}

function placesWithStay({ count, segment }: GuestValues): Int32Array {
  return Int32Array.from({ length: count }, (_, at) => at).filter((at) => (segment[at] as number) > 0)
}
