import { existsSync } from 'node:fs'
import { storeErrorOf } from '#db/dialect/errors.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'

/**
 * One of several processes that all want the same room for the same night, round after round. It knows nothing of
 * the application's rules: only the store's unique key is between it and a double booking.
 * Arguments: store, the booking it writes for, rounds. Answers with the rounds it won, as JSON.
 */
const [file, booking, rounds] = process.argv.slice(2)
if (!file || !existsSync(file)) throw new Error('no store')
const raw = openRaw(file, { readonly: false })
const insert = raw.prepare(
  'insert into room_nights (booking_id, night, room_type_id, room_id, rate_minor, live) values (?, ?, 1, 1, 0, 1)',
)
const first = Date.UTC(2026, 2, 2)

process.once('message', () => {
  const won: number[] = []
  let refused = 0
  for (let round = 0; round < Number(rounds); round++) {
    const night = new Date(first + round * 86_400_000).toISOString().slice(0, 10)
    try {
      insert.run(Number(booking), night)
      won.push(round)
    } catch (error) {
      // The unique key that keeps a room from being let twice for a night.
      const found = storeErrorOf(error)
      if (found?.kind !== 'unique' || !found.columns.includes('room_nights.room_id')) throw error
      refused += 1
    }
  }
  raw.close()
  process.send?.({ won, refused }, () => process.disconnect())
})
process.send?.('ready')
