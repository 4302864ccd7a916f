import { closeSync, openSync, writeSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compose } from '#core/compose.ts'
import { chainHash } from '#db/chain-hash.ts'
import { stayButErasedApproved } from '#db/change-guards.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import type { ChangesTable } from '#db/schema/change.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'

/** One row of the log that can't be read ends neither a page of the log nor doctor: it is named and passed over. */
let folder: ReturnType<typeof tempFolder>
let t: TestApp
const guests = 60

beforeEach(async () => {
  folder = tempFolder()
  t = await openTestApp({ file: `${folder.path}/hotel.keyrack` })
  for (let number = 1; number <= guests; number++) {
    // Notes fill pages, so that the log has several.
    await t.must('guest.create', { familyName: `Guest${number}`, givenName: 'x'.repeat(60) })
  }
  await t.close()
})
afterEach(() => folder.remove())

async function reopened(act: (t: TestApp) => Promise<void>): Promise<void> {
  const again = await openTestApp({ file: t.file, setUp: false })
  try {
    await act(again)
  } finally {
    await again.close()
  }
  expect(again.defects).toEqual([])
}

const clerk = { id: null, login: 'ann', name: 'Ann', role: 'administrator', language: 'en' } as const

/** Every row of the log as its pages answer it, newest first. */
async function allRows({ app }: TestApp, filter: { entity?: 'guest'; actor?: string } = {}) {
  const desk = app.desk({ workstation: 'A', language: 'en', user: clerk })
  const rows: { seq: number; state: string; undoable: boolean }[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const reply = await desk.call('change.list', { limit: 20, ...filter, ...(after ? { after } : {}) })
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    const page = reply.output as { rows: typeof rows; next: string | null }
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

async function findings() {
  const app = await compose({
    file: t.file,
    mode: 'existing',
    toExamine: true,
    log: { defect: (_incident, error) => expect.fail(String(error)), info: () => undefined },
  })
  if ('trouble' in app) throw new Error(app.trouble.code)
  const found = (await app.examine()).findings
  await app.close()
  return found
}

test.each([
  ['no JSON', '{"familyName":'],
  ['another kind of value', '[1]'],
])('a row whose image is %s is marked, and the rest is read', async (_what, text) => {
  const raw = openRaw(t.file, { readonly: false })
  raw.exec('drop trigger changes_stay')
  // With right hashes from there on: nothing but the text itself tells of it.
  const rows = raw.prepare('select * from changes order by seq').all() as ChangesTable[]
  const broken = rows[20]!.seq
  let previous = ''
  for (const { hash: _, ...row } of rows) {
    if (row.seq === broken) row.after = text
    previous = chainHash(previous, row)
    raw.prepare('update changes set after = ?, hash = ? where seq = ?').run(row.after, previous, row.seq)
  }
  raw.prepare('update change_head set hash = ?').run(previous)
  raw.exec(stayButErasedApproved)
  raw.close()
  await reopened(async (again) => {
    const listed = await allRows(again)
    expect(listed).toHaveLength(rows.length)
    expect(listed.filter(({ state }) => state === 'unreadable')).toMatchObject([
      { seq: broken, before: null, after: null, undoable: false, operation: 'guest.create', actor: 'admin' },
    ])
    const desk = again.app.desk({ workstation: 'A', language: 'en', user: clerk })
    expect(await desk.call('change.undo', { change: broken })).toMatchObject({
      refusal: { code: 'CHANGE_UNREADABLE', params: { change: broken } },
    })
  })
  const found = await findings()
  expect(found.filter(({ code }) => code !== 'CHANGES_LOST')).toEqual([
    { severity: 'error', code: 'CHANGE_UNREADABLE', params: { from: broken, to: broken } },
  ])
})

/** Writes over one page of the log's table in the middle. */
function breakPage(table: string): number[] {
  const raw = openRaw(t.file, { readonly: false })
  raw.pragma('wal_checkpoint(TRUNCATE)')
  const size = Number(raw.pragma('page_size', { simple: true }))
  const pages = raw
    .prepare("select pageno from dbstat where name = ? and pagetype = 'leaf' order by path")
    .pluck()
    .all(table) as number[]
  const seqs = raw.prepare('select seq from changes order by seq').pluck().all() as number[]
  raw.close()
  expect(pages.length).toBeGreaterThan(3)
  const handle = openSync(t.file, 'r+')
  writeSync(handle, Buffer.alloc(size, 0xff), 0, size, (pages[2]! - 1) * size)
  closeSync(handle)
  const readable = openRaw(t.file, { readonly: true })
  const lost = seqs.filter((seq) => {
    try {
      return readable.prepare('select hash from changes where seq = ?').get(seq) === undefined
    } catch {
      return true
    }
  })
  readable.close()
  return lost
}

test('rows on a page of the file that is damaged are named and passed over', async () => {
  const lost = breakPage('changes')
  expect(lost.length).toBeGreaterThan(1)
  expect(lost.length).toBeLessThan(guests / 2)
  await reopened(async (again) => {
    for (const filter of [
      {},
      { entity: 'guest' as const },
      { actor: 'admin' },
      { entity: 'guest' as const, actor: 'admin' },
    ]) {
      const listed = await allRows(again, filter)
      const unreadable = listed.filter(({ state }) => state === 'unreadable').map(({ seq }) => seq)
      expect(unreadable.toReversed()).toEqual(lost)
      expect(listed.length).toBeGreaterThanOrEqual(guests)
      expect(listed.map(({ seq }) => seq)).toEqual(listed.map(({ seq }) => seq).toSorted((a, b) => b - a))
    }
  })
  const found = await findings()
  expect(found).toContainEqual({
    severity: 'error',
    code: 'CHANGE_UNREADABLE',
    params: { from: lost[0], to: lost.at(-1) },
  })
  // The other rows were walked, and each thing but those on the page was compared.
  expect(found.filter(({ code }) => code.startsWith('CHANGE_'))).toHaveLength(1)
  expect(found.filter(({ code }) => code === 'IMAGE_UNREADABLE')).toHaveLength(Math.min(lost.length, 20))
  expect(found.filter(({ code }) => code === 'UNREADABLE').map(({ params }) => params)).toEqual([
    { check: 'integrity' },
  ])
})
