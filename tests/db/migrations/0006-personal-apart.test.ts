import { spawn } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { lookInto } from '#db/dialect/sqlite/examining.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { factsOf, lostBy } from '#db/queries/backup/facts.ts'
import { imageSql } from '#db/queries/change/images.ts'
import { examineChain } from '#db/queries/doctor/chain.ts'
import { openTestApp, tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'
import { projectRoot } from '../../../scripts/lib/root.mjs'

/** A store of version 2, with what people wrote in it: "forgotten-…". */
const own = migrations.findIndex(({ name }) => name.endsWith('personal-apart'))
let folder: ReturnType<typeof tempFolder>
let file: string
let earlier: string
beforeEach(() => {
  folder = tempFolder()
  file = join(folder.path, 'hotel.keyrack')
  earlier = join(folder.path, 'earlier.keyrack')
  unpackLandedStore(2, file)
  copyFileSync(file, earlier)
})
afterEach(() => folder.remove())

async function migrated<T>(look: (raw: RawDatabase) => T): Promise<T> {
  const store = await openStore(file, { mode: 'existing', steps: migrations.slice(0, own + 1) })
  if ('trouble' in store) throw new Error(store.trouble.code)
  try {
    return look(store.rawWriter)
  } finally {
    store.close()
  }
}

const chain = (raw: RawDatabase) => examineChain(raw, () => undefined)

/** Every row as its readers have it; JSON, because the order of fields is free. */
function rowsOf(raw: RawDatabase) {
  const { before, after } = imageSql(raw)
  const rows = raw
    .prepare(
      `select seq, command, moment, business_date, actor, workstation, operation, entity, entity_id, booking_id,
         ${before} as before, ${after} as after, reason, request_id, undoes from changes order by seq`,
    )
    .all() as { before: string | null; after: string | null }[]
  return rows.map((row) => ({
    ...row,
    before: row.before && JSON.parse(row.before),
    after: row.after && JSON.parse(row.after),
  }))
}

test('every row says what it said, and the chain begins with the hash of the last', async () => {
  const was = lookInto({ file: earlier }, (raw) => {
    expect(chain(raw)).toEqual([])
    return { rows: rowsOf(raw), head: raw.prepare('select seq, hash from change_head').get() }
  })
  expect(was.rows.length).toBeGreaterThan(40)
  await migrated((raw) => {
    expect(rowsOf(raw)).toEqual(was.rows)
    expect(chain(raw)).toEqual([])
    expect(raw.prepare('select seq, hash from change_origin').get()).toEqual(was.head)
    raw.exec("update change_origin set hash = 'x' || substr(hash, 2)")
    expect(chain(raw)).toMatchObject([{ code: 'CHANGE_EDITED', params: { seq: 1 } }])
  })
})

test('what people wrote is in no open column, and in no other place of the file', async () => {
  await migrated((raw) => {
    const open = raw.prepare(
      `select count(*) from changes where instr(coalesce(before, '') || coalesce(after, ''), 'forgotten')`,
    )
    expect(open.pluck().get()).toBe(0)
    const sealed = raw.prepare('select salt from changes where salt is not null').pluck().all() as string[]
    expect(sealed.length).toBeGreaterThan(15)
    expect(new Set(sealed).size).toBe(sealed.length)
    for (const salt of sealed) expect(Buffer.from(salt, 'base64url')).toHaveLength(16)
    // Emptied, the row is the one place that they were in.
    raw.exec(`pragma foreign_keys = off; drop trigger changes_stay;
      update changes set personal_before = null, personal_after = null, reason = null, request_id = null;
      delete from import_findings; delete from import_batches; delete from receipts;`)
    for (const table of [
      'guest_notes',
      'guest_contacts',
      'guest_documents',
      'memberships',
      'membership_tiers',
    ])
      raw.exec(`delete from ${table}`)
    raw.exec(`update guests set native_name = '', family_name = '', given_name = '', sort_key = '';
      update bookings set comment = '', cancel_reason = null, source = null, import_batch_id = null;
      update requests set text = '', reason = null;
      insert into guest_search (guest_search) values ('delete-all');
      delete from sqlite_stat4`)
  })
  expect(readFileSync(file).includes('forgotten')).toBe(false)
})

test('an edited row is found after it as before', async () => {
  const raw = openRaw(file, { readonly: false })
  raw.exec(`drop trigger changes_stay;
    update changes set actor = 'nobody' where seq = 20;
    update changes set reason = 'another' where operation = 'booking.cancel';
    create trigger changes_stay before update on changes begin select raise(abort, 'the change log is append-only'); end`)
  const before = chain(raw)
  raw.close()
  expect(before.map(({ code }) => code)).toEqual(['CHANGE_EDITED', 'CHANGE_EDITED'])
  expect(await migrated(chain)).toEqual(before)
})

test('a gap in the log stays a gap', async () => {
  const raw = openRaw(file, { readonly: false })
  raw.exec('drop trigger changes_keep; delete from changes where seq between 7 and 9')
  raw.close()
  expect(await migrated(chain)).toEqual([
    { severity: 'error', code: 'CHANGE_MISSING', params: { from: 7, to: 9 } },
  ])
})

test('a kill before the commit leaves the store as it was, and the next start migrates it', async () => {
  const program = `
    import { openStore } from '#db/dialect/sqlite/store.ts'
    import { migrations } from '#db/migrations/index.ts'
    const steps = migrations.map((step, at) => at !== ${own} ? step : { ...step, up: async (db) => {
      await step.up(db)
      process.kill(process.pid, 'SIGKILL')
    } })
    await openStore(${JSON.stringify(file)}, { mode: 'existing', steps })`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program], {
    cwd: projectRoot,
  })
  const signal = await new Promise((resolve) => child.on('exit', (_code, by) => resolve(by)))
  expect(signal).toBe('SIGKILL')
  lookInto({ file }, (raw) => {
    expect(raw.pragma('user_version', { simple: true })).toBe(own)
    expect(chain(raw)).toEqual([])
  })
  expect(await migrated(chain)).toEqual([])
})

describe('what was made before', () => {
  test('a backup is of the same store, and what it lacks is counted', async () => {
    const before = lookInto({ file: earlier }, factsOf)
    const t = await openTestApp({ file, setUp: false })
    await t.close()
    const desk = await openTestApp({ file, setUp: false })
    await desk.app
      .desk({
        workstation: 'A',
        language: 'en',
        user: { id: null, login: 'a', name: 'A', role: 'administrator', language: 'en' },
      })
      .call('guest.create', { nativeName: '新客' })
    await desk.close()
    lookInto({ file }, (raw) => {
      expect(factsOf(raw)).toMatchObject({ store: before.store, changes: before.changes + 1 })
      const lost = (copy: string) => lookInto({ file: copy }, (rawCopy) => lostBy(raw, rawCopy))
      expect(lost(earlier)).toMatchObject({
        changes: 1,
        operations: [{ operation: 'guest.create', changes: 1 }],
      })
    })
  })

  test('the mark of the log as it was is no loss', async () => {
    const head = lookInto({ file }, (raw) => raw.prepare('select seq, hash from change_head').get()) as {
      seq: number
      hash: string
    }
    const { writeFileSync } = await import('node:fs')
    const mark = (seq: number, hash: string) =>
      writeFileSync(`${file}-mark`, `${`head ${seq} ${hash}`.padEnd(95)}\n`)
    const lostOf = async () => {
      copyFileSync(earlier, file)
      return await openStore(file, { mode: 'existing' }).then((store) => {
        if ('trouble' in store) throw new Error(store.trouble.code)
        store.close()
        return store.lost
      })
    }
    mark(head.seq, head.hash)
    expect(await lostOf()).toBeNull()
    mark(head.seq, head.hash.replace(/^./, '-'))
    expect(await lostOf()).toMatchObject({ from: head.seq, to: head.seq })
  })

  test('a change of before is undone like any other', async () => {
    const t = await openTestApp({ file, setUp: false })
    const desk = t.app.desk({
      workstation: 'A',
      language: 'en',
      user: { id: null, login: 'a', name: 'A', role: 'administrator', language: 'en' },
    })
    const { output } = (await desk.call('change.list', { limit: 200 })) as unknown as {
      output: { rows: { operation: string; command: number; state: string; undoable: boolean }[] }
    }
    expect(new Set(output.rows.map(({ state }) => state))).toEqual(new Set(['whole']))
    const removed = output.rows.find(({ operation }) => operation === 'guest.removeContact')!
    expect(await desk.call('change.undo', { change: removed.command })).toMatchObject({ ok: true })
    const profile = JSON.stringify(await desk.call('guest.profile', { id: 1 as never }))
    expect(profile).toContain('forgotten.mail@example.com')
    expect((await t.app.examine()).findings).toEqual([])
    await t.close()
    expect(t.defects).toEqual([])
  })
})
