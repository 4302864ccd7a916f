import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { tempFolder } from '#tests/support/app.ts'

const racers = 6
const rounds = 200

type Result = { won: number[]; refused: number }

test('processes that race for a room and night, past all the code above, make exactly one winner each time', async () => {
  const folder = tempFolder()
  const file = join(folder.path, 'race.keyrack')
  const store = await openStore(file, { mode: 'new' })
  if ('trouble' in store) throw new Error(JSON.stringify(store.trouble))
  const { rawWriter: raw } = store
  raw.exec(`
    insert into room_types values (1, 'STD', 'Standard', '标准间', 2, 0, 0, 0, 1, 1);
    insert into rooms values (1, '101', 1, 1, '[]', 'clean', 0, 1, 1);
    insert into guests (id, native_name, family_name, given_name, sort_key, salutation, gender, nationality, language, unnamed, created_at, version)
      values (1, '张伟', 'Zhang', 'Wei', 'zhang wei', '', '', 'CHN', 'zh', 0, '2026-03-02T04:00:00.000Z', 1)`)
  const booking = raw.prepare(`
    insert into bookings (id, confirmation_no, status, arrival, departure, guest_id, room_type_id, charged_room_type_id, adults, children, infants, meal, segment, channel, guarantee, comment, created_on, version)
    values (?, ?, 'confirmed', '2026-03-02', '2026-09-18', 1, 1, 1, 1, 0, 0, 'room-only', 'transient', 'direct', 'none', '', '2026-03-02', 1)`)
  for (let racer = 1; racer <= racers; racer++) booking.run(racer, String(racer))
  store.close()

  const children: ChildProcess[] = []
  try {
    for (let racer = 1; racer <= racers; racer++) {
      const child = fork(join(import.meta.dirname, 'race-worker.ts'), [file, String(racer), String(rounds)], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      children.push(child)
    }
    await Promise.all(children.map((child) => once(child, 'message')))
    const results = children.map(async (child) => (await once(child, 'message'))[0] as Result)
    for (const child of children) child.send('go')
    const all = await Promise.all(results)
    const winners = all.flatMap((result) => result.won).sort((a, b) => a - b)
    expect(winners).toEqual(Array.from({ length: rounds }, (_, round) => round))
    expect(all.reduce((sum, result) => sum + result.refused, 0)).toBe(rounds * (racers - 1))
  } finally {
    for (const child of children) child.kill()
  }

  const again = await openStore(file, { mode: 'existing' })
  if ('trouble' in again) throw new Error(JSON.stringify(again.trouble))
  const nights = again.rawReader
    .prepare('select count(*), count(distinct night) from room_nights where live = 1')
    .raw()
    .get()
  expect(nights).toEqual([rounds, rounds])
  again.close()
  folder.remove()
})
