import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { backUpStore } from '#core/compose-backup.ts'
import { openRestore } from '#core/compose-restore.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { openTestApp, tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'
import { findingsIn, lookInto } from './support.ts'

/** Copies that an older program made, in the hands of this one. */
const place = tempFolder()
afterEach(() => place.remove())

const job = { progress: () => undefined, cancelled: false }
const formatOf = (file: string) =>
  lookInto(file, (raw) => Number(raw.pragma('user_version', { simple: true })))

test.each([
  [1, 1],
  [2, 1],
  [17, 17],
  [23, 23],
])('a copy of a store of version %i is restored over its newer one, and opens', async (version, landed) => {
  const store = join(place.path, `hotel-${version}.keyrack`)
  const copies = join(place.path, `copies-${version}`)
  mkdirSync(copies, { recursive: true })
  unpackLandedStore(landed, store)
  const older = await openStore(store, { mode: 'existing', steps: migrations.slice(0, version) })
  if ('trouble' in older) throw new Error(older.trouble.code)
  older.close()
  const asked = { store, nativeBinding: undefined, moment: '2026-03-02T03:00:00.000Z' }
  const made = await backUpStore({ ...asked, folder: copies, keepAll: true }, job)
  if (!('manifest' in made)) throw new Error(JSON.stringify(made))
  expect(made.manifest).toMatchObject({ findings: [], facts: { format: version } })
  copyFileSync(made.file, join(place.path, `before-${version}.keyrack`))

  // The hotel goes on with the present program, which migrates its store.
  const t = await openTestApp({ file: store, setUp: false })
  const user = { id: null, login: 'admin', name: 'Ada', role: 'administrator', language: 'en' } as const
  const desk = t.app.desk({ workstation: 'TEST-PC', language: 'en', user })
  expect(await desk.call('guest.create', { nativeName: '新客人' })).toMatchObject({ ok: true })
  await t.close()
  expect(formatOf(store)).toBe(migrations.length)

  // It is the same store, and what it lost is the one change since.
  const opened = await openRestore({ ...asked, from: copies }, job)
  if (!('plan' in opened)) throw new Error(JSON.stringify(opened))
  expect(opened.plan.lost).toMatchObject({ changes: 1, rows: [{ operation: 'guest.create' }] })
  expect(await opened.carryOut(job)).toMatchObject({ aside: expect.any(String) })
  opened.close()
  expect(formatOf(store)).toBe(version)
  const restored = await openTestApp({ file: store, setUp: false })
  const migrated = version < migrations.length ? expect.objectContaining({ version }) : null
  expect(restored.app.migratedFrom).toEqual(migrated)
  expect(restored.app.lost).toBeNull()
  await restored.close()
  expect(await findingsIn(store)).toEqual([])
})
