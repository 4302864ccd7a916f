import { inOneRead } from '#db/derived/transaction.ts'
import { countUnnamed } from '#db/queries/insight/counts.ts'
import { readHistoryOf } from '#db/queries/insight/history-of.ts'
import { countFactRows, guestsTouched, readFactsState } from '#db/queries/insight/touched.ts'
import { deleteFacts, insertFacts, insertLater, saveFactsState } from '#db/repositories/insight/facts.ts'
import { factsAsOf } from '#shared/domain/insight/facts/facts-as-of.ts'
import { factsInParts } from '#shared/domain/insight/facts/shared-facts.ts'
import type { Run, RunDesk } from '../run.ts'

/** Beyond so many guests, or this share of all, reading all of them again is as quick. */
const fewest = 5_000
const share = 0.03

/** The facts of every guest with a name: those of whom something changed, or of all. */
export const facts: Run<'facts'> = {
  kind: 'facts',
  standing: 10,
  reads: 'facts',
  run: (desk) => {
    if (!desk.isCurrent) {
      const guests = desk.facts().count
      return { output: { guests, unnamed: desk.history().unnamed, read: guests, rebuilt: true } }
    }
    return { output: readTouched(desk) ?? rebuild(desk) }
  },
}

/** Everything again, and with it what the runs that follow read of all guests. */
function rebuild({ insight, history, facts, pulse, day }: RunDesk) {
  const past = history()
  deleteFacts(insight, null)
  for (const { places, table } of factsInParts(past, day, pulse)) {
    insertFacts(insight, past, table)
    insertLater(insight, past, table, places)
  }
  saveState(insight, day, past.seq, past.unnamed)
  return { guests: facts().count, unnamed: past.unnamed, read: past.guests.id.length, rebuilt: true }
}

/** Only guests whom a change or a day since the last time touches; null where that is not known, or no less work. */
function readTouched({ store, insight, pulse, day, rebuild }: RunDesk) {
  const state = rebuild ? undefined : readFactsState(insight)
  if (!state) return null
  const rows = countFactRows(insight)
  const most = Math.max(fewest, Math.floor(rows * share))
  const read = inOneRead(store, () => {
    const guests = guestsTouched(store, insight, state, { day, most })
    return guests && { guests, past: readHistoryOf(store, pulse, guests) }
  })
  if (!read) return null
  const { guests, past } = read
  const table = factsAsOf(past, day, pulse)
  deleteFacts(insight, guests)
  insertFacts(insight, past, table)
  insertLater(
    insight,
    past,
    table,
    past.guests.id.map((_, place) => place),
  )
  const known = { guests: state.unnamed_guests, bookings: state.unnamed_bookings }
  // Who was read and has no name now, or is gone
  const unnamed = past.guests.id.length < guests.length ? countUnnamed(store) : known
  saveState(insight, day, past.seq, unnamed)
  return { guests: countFactRows(insight), unnamed, read: guests.length, rebuilt: false }
}

function saveState(
  insight: RunDesk['insight'],
  day: number,
  seq: number,
  unnamed: { guests: number; bookings: number },
): void {
  saveFactsState(insight, { day, seq, unnamed_guests: unnamed.guests, unnamed_bookings: unnamed.bookings })
}
