import { afterEach, beforeEach, expect, test } from 'vitest'

import { handleOver, openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { Reader } from '#db/handles.ts'
import { readCommands, readRowsOf, rowsOfCommand } from '#db/queries/change/commands.ts'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

/** What a store's log is like is written to it as rows: an import of thousands by its own command takes long. */
let t: TestApp
let raw: RawDatabase
let db: Reader
let base: number

beforeEach(async () => {
  t = await openTestApp()
  raw = openRaw(t.file, { readonly: false })
  db = handleOver(raw)
  base = raw.prepare('select max(seq) from changes').pluck().get() as number
})
afterEach(async () => {
  raw.close()
  await t.close()
})

type Written = { rows?: number; operation?: string; entity?: string; after?: string; times?: number }

/** Writes commands, oldest first; answers the sequence of each of their first rows, less that of the rows before. */
function write(...commands: Written[]): number[] {
  const insert = raw.prepare(
    `insert into changes (seq, command, moment, business_date, actor, workstation, operation, entity, entity_id, after, hash)
     values (?, ?, '2026-03-02T08:00:00.000Z', '2026-03-02', 'admin', 'DESK', ?, ?, 1, ?, '')`,
  )
  let seq = raw.prepare('select max(seq) from changes').pluck().get() as number
  return raw.transaction(() =>
    commands.flatMap(({ rows = 1, operation = 'guest.update', entity = 'guest', after = '{}', times = 1 }) =>
      Array.from({ length: times }, () => {
        const command = seq + 1
        for (let at = 0; at < rows; at++) insert.run(++seq, command, operation, entity, after)
        return command - base
      }),
    ),
  )()
}

const signIn = { operation: 'access.signIn', entity: 'access', after: '{"signedIn":"admin"}' }

/** A page as the commands on it, each with how many of its rows are there. */
async function pageOf(limit: number, before?: number, entity?: string) {
  const page = await readCommands(db, { limit, before, entity })
  const commands = new Map<number, number>()
  for (const { command } of page.rows) commands.set(command - base, (commands.get(command - base) ?? 0) + 1)
  return { ...page, commands: [...commands], cut: [...page.cut].map(([of, rows]) => [of - base, rows]) }
}

test('a page ends with a command and not within one', async () => {
  write({ rows: 3, times: 5 })
  const first = await pageOf(2)
  expect(first.commands).toEqual([
    [13, 3],
    [10, 3],
  ])
  const second = await pageOf(2, first.next ?? 0)
  expect(second.commands).toEqual([
    [7, 3],
    [4, 3],
  ])
  expect((await pageOf(1, second.next ?? 0)).commands).toEqual([[1, 3]])
})

test('a command that ends where a reading ends is not read twice', async () => {
  write({ rows: 1 }, { rows: 5, times: 40 }, { rows: 1 })
  const all = await pageOf(200)
  expect(all.commands.slice(0, 42).map(([, rows]) => rows)).toEqual([1, ...Array(40).fill(5), 1])
})

test.each([21, 199, 200, 201, 250, 1999])('of a command of %i rows the newest are read', async (rows) => {
  write({ rows: 2 }, { rows }, { rows: 2 })
  const page = await pageOf(3)
  expect(page.commands).toEqual([
    [rows + 3, 2],
    [3, rowsOfCommand],
    [1, 2],
  ])
  expect(page.cut).toEqual([[3, rows]])
  expect(page.rows[2]?.seq).toBe(base + rows + 2)
})

test('narrowed to a kind of thing, the rows that are left out are those of that kind', async () => {
  write({ rows: 2 }, { rows: 900 }, { rows: 1, entity: 'room' })
  raw.exec('drop trigger changes_stay')
  raw.exec(`update changes set entity = 'booking' where seq % 2 = 0 and seq > ${base + 2}`)
  const page = await pageOf(5, undefined, 'booking')
  expect(page.commands).toEqual([[3, rowsOfCommand]])
  expect(page.cut).toEqual([[3, 450]])
})

test('sign-ins that follow each other are one command of the page, and a wrong password is another', async () => {
  write(
    {},
    { ...signIn, times: 300 },
    { ...signIn, after: '{"wrongPassword":"admin"}' },
    { ...signIn, times: 4 },
  )
  const page = await pageOf(3)
  expect(page.rows).toHaveLength(305)
  expect(page.next).toBe(base + 2)
  expect((await pageOf(1, page.next ?? 0)).commands).toEqual([[1, 1]])
})

test('a page ends at a thousand rows, whatever they are', async () => {
  write({ ...signIn, times: 1500 })
  const first = await pageOf(10)
  expect(first.rows).toHaveLength(1000)
  const second = await pageOf(10, first.next ?? 0)
  expect(second.rows[0]?.seq).toBe(base + 500)
})

test('the rows of one command are read page by page, and none of another', async () => {
  write({ rows: 2 }, { rows: 300 }, { rows: 400 })
  const rows = await readRowsOf(db, base + 3, { limit: 200 })
  expect([rows[0]?.seq, rows.at(-1)?.seq]).toEqual([base + 302, base + 103])
  const rest = await readRowsOf(db, base + 3, { limit: 200, before: rows.at(-1)?.seq })
  expect([rest.length, rest.at(-1)?.seq]).toEqual([100, base + 3])
  expect(await readRowsOf(db, base + 303, { limit: 1 })).toMatchObject([{ seq: base + 702 }])
})
