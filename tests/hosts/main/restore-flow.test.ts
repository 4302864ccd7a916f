import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createRestoreFlow, type RestoreFlow, type RestoreState } from '#hosts/main/restore-flow.ts'
import { restorePage } from '#hosts/main/restore-page.ts'
import { lookInto, mustBackUp } from '#tests/core/backup/support.ts'
import { openTestApp, tempFolder } from '#tests/support/app.ts'

let folder: ReturnType<typeof tempFolder>
let store: string
let copies: string
let flow: RestoreFlow
let chosen: string | null
let reopened: number
let shown: RestoreState[]
const defects: unknown[] = []

beforeEach(async () => {
  folder = tempFolder()
  store = join(folder.path, 'hotel.keyrack')
  copies = join(folder.path, 'copies')
  mkdirSync(copies)
  const t = await openTestApp({ file: store })
  await t.must('guest.create', { nativeName: '张伟' })
  await mustBackUp(t, copies)
  await t.must('guest.create', { nativeName: '李娜<b>' })
  await t.close()
  chosen = null
  reopened = 0
  shown = []
  let clock = Date.UTC(2026, 2, 3)
  flow = createRestoreFlow({
    nativeBinding: undefined,
    chooseFolder: async () => chosen,
    show: () => shown.push(flow.state() as RestoreState),
    reopen: () => {
      reopened += 1
    },
    onDefect: (error) => {
      defects.push(error)
      return 'ab12cd34'
    },
    now: () => {
      clock += 1000
      return clock
    },
  })
})
afterEach(() => {
  folder.remove()
  expect(defects.splice(0)).toEqual([])
})

const guestsIn = (file: string) =>
  lookInto(file, (raw) => raw.prepare('select native_name from guests order by id').pluck().all())
/** The page in both languages, in which no word is missing and nothing of a hotel is taken for markup. */
function pages(): string[] {
  const state = flow.state()
  if (!state) throw new Error('no page')
  return (['en', 'zh'] as const).map((language) => {
    const page = restorePage(state, language, 'night')
    expect(page).not.toMatch(/\{\{|undefined|RESTORE_|BACKUP_|desktop\.restore|<b>/)
    return page
  })
}

describe('a restore in the window', () => {
  test('lists the copies, verifies one, tells what would be lost, and restores it', async () => {
    await flow.begin(store, copies)
    const [list = '', listZh = ''] = pages()
    expect(list).toContain('formaction="/restore-copy-0"')
    expect(list).toMatch(/Test Hotel.*>1<.*verified/s)
    expect(listZh).toContain('已校验')
    await flow.act('restore-copy-0')
    expect(flow.state()).toMatchObject({
      at: 'plan',
      plan: {
        facts: { guests: 1 },
        lost: { changes: 1, rows: [{ operation: 'guest.create', actor: 'admin' }] },
      },
    })
    const [plan = '', planZh = ''] = pages()
    expect(plan).toContain('1 change in')
    expect(plan).toContain('Guest added')
    expect(planZh).toContain('1 项变更将丢失')
    // The first button, which Enter presses, changes nothing.
    expect(plan).toMatch(/<form method="get"><button formaction="\/restore-leave" autofocus/)
    expect(guestsIn(store)).toHaveLength(2)
    await flow.act('restore-yes')
    const done = flow.state()
    if (done?.at !== 'done' || done.aside === null) throw new Error(JSON.stringify(done))
    pages()
    expect(guestsIn(store)).toEqual(['张伟'])
    expect(guestsIn(done.aside)).toHaveLength(2)
    expect(reopened).toBe(0)
    await flow.act('restore-leave')
    expect([flow.state(), reopened]).toEqual([null, 1])
    expect(shown.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['choose', 'working', 'plan', 'working', 'done']),
    )
    // Nobody holds the store any more.
    await (await openTestApp({ file: store, setUp: false })).close()
  })

  test('that is left changes nothing and lets the store go', async () => {
    await flow.begin(store, copies)
    await flow.act('restore-copy-0')
    await flow.act('restore-leave')
    expect([flow.state(), reopened]).toEqual([null, 1])
    const t = await openTestApp({ file: store, setUp: false })
    await t.close()
    expect(guestsIn(store)).toHaveLength(2)
  })

  test('asks for a folder, and goes back when none is chosen', async () => {
    await flow.begin(store, null)
    expect([flow.state(), reopened]).toEqual([null, 1])
    chosen = copies
    await flow.begin(store, null)
    expect(flow.state()).toMatchObject({ at: 'choose', folder: copies })
    chosen = null
    await flow.act('restore-folder')
    expect(flow.state()).toMatchObject({ at: 'choose', folder: copies })
    chosen = join(folder.path, 'empty')
    mkdirSync(chosen)
    await flow.act('restore-folder')
    expect(pages()[0]).toContain(`There is no copy in ${chosen}`)
    await flow.begin(store, join(folder.path, 'no'))
    expect(flow.state()).toMatchObject({ refusal: { code: 'BACKUP_FOLDER_MISSING' } })
    pages()
  })

  test('that is stopped while it verifies or restores leaves the store as it was', async () => {
    const before = readFileSync(store)
    await flow.begin(store, copies)
    const verifying = flow.act('restore-copy-0')
    await flow.act('restore-stop')
    await verifying
    expect(flow.state()).toMatchObject({ at: 'refused', refusal: { code: 'CANCELLED' } })
    expect(pages()[0]).toContain('Nothing was restored')
    await flow.begin(store, copies)
    await flow.act('restore-copy-0')
    const restoring = flow.act('restore-yes')
    await flow.act('restore-stop')
    await restoring
    expect(flow.state()).toMatchObject({ at: 'refused', refusal: { code: 'CANCELLED' } })
    expect(readFileSync(store).equals(before)).toBe(true)
    expect(readdirSync(folder.path).filter((name) => /restor/.test(name))).toEqual([])
  })

  test('of a damaged copy, of what is in use and of no copy at all says so', async () => {
    await flow.begin(store, copies)
    const [name = ''] = readdirSync(copies).filter((one) => one.endsWith('.keyrack'))
    const bytes = readFileSync(join(copies, name))
    bytes[5000] = (bytes[5000] ?? 0) ^ 4
    writeFileSync(join(copies, name), bytes)
    await flow.act('restore-copy-0')
    expect(flow.state()).toMatchObject({ at: 'refused', refusal: { code: 'RESTORE_DAMAGED' } })
    pages()
    const holder = fork(join(import.meta.dirname, '../../support/hold-store.ts'), [store])
    await once(holder, 'message')
    await flow.begin(store, copies)
    await flow.act('restore-copy-0')
    expect(flow.state()).toMatchObject({ at: 'trouble', trouble: { code: 'STORE_LOCKED' } })
    expect(pages()[0]).toContain(String(holder.pid))
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    // Buttons of another page, or of a list that was longer, do nothing.
    await flow.act('restore-yes')
    expect(flow.act('restore-copy-7')).toBeNull()
    expect(flow.act('retry')).toBeNull()
    expect(existsSync(store)).toBe(true)
  })

  test('out of a folder that vanished since, or of another hotel’s copies, says so', async () => {
    await flow.begin(store, copies)
    renameSync(copies, `${copies}-away`)
    await flow.act('restore-copy-0')
    expect(flow.state()).toMatchObject({ at: 'refused', refusal: { code: 'RESTORE_BROKEN_OFF' } })
    pages()
    const other = await openTestApp({ file: join(folder.path, 'other.keyrack'), setUp: false })
    await other.must('setup.run', {
      hotelName: 'Other Hotel',
      language: 'en',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      country: 'DEU',
      administrator: { login: 'admin', name: 'Ada Min', password: 'correct horse' },
    })
    mkdirSync(copies)
    await mustBackUp(other, copies)
    await other.close()
    await flow.begin(store, copies)
    await flow.act('restore-copy-0')
    expect(flow.state()).toMatchObject({ at: 'refused', refusal: { code: 'RESTORE_OTHER_STORE' } })
    pages()
    expect(guestsIn(store)).toHaveLength(2)
  })

  test('takes the place of a store that can’t be read', async () => {
    writeFileSync(store, 'nothing that a store begins with')
    await flow.begin(store, copies)
    await flow.act('restore-copy-0')
    expect(pages()[0]).toContain('cannot be read')
    await flow.act('restore-yes')
    expect(guestsIn(store)).toEqual(['张伟'])
  })
})
