import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compose } from '#core/compose.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

/** Doctor migrates nothing: a store of an earlier program is held against what that program made. */
test.each([1, 2, 7, 9, 14, 16, 17, 23])(
  'a store of version %i is whole, and an edit of it is found',
  async (version) => {
    const folder = tempFolder()
    const file = join(folder.path, 'hotel.keyrack')
    unpackLandedStore(version, file)
    const findings = async () => {
      const app = await compose({
        file,
        mode: 'existing',
        toExamine: true,
        log: { defect: (_incident, error) => expect.fail(String(error)), info: () => undefined },
      })
      if ('trouble' in app) throw new Error(app.trouble.code)
      const found = (await app.examine()).findings
      await app.close()
      return found.filter(({ code }) => code !== 'OTHERS_MAY_WRITE')
    }
    expect(await findings()).toEqual([])
    const raw = openRaw(file, { readonly: false })
    raw.exec(`drop trigger changes_stay; update changes set actor = 'nobody' where seq = 3;
    update guests set given_name = 'Other' where id = 1`)
    raw.close()
    expect((await findings()).map(({ code }) => code)).toEqual([
      'CHANGE_EDITED',
      'TRIGGER_MISSING',
      'IMAGE_DIFFERS',
    ])
    folder.remove()
  },
)

test('the store of version 23 has rows in each table that came after version 17', () => {
  const folder = tempFolder()
  const open = (version: number) => {
    const file = join(folder.path, `${version}.keyrack`)
    unpackLandedStore(version, file)
    return openRaw(file, { readonly: true })
  }
  const tables = "select name from sqlite_schema where type = 'table' and name not like 'sqlite%'"
  const earlier = open(17)
  const known = earlier.prepare(tables).pluck().all()
  earlier.close()
  const landed = open(23)
  const added = (landed.prepare(tables).pluck().all() as string[]).filter((name) => !known.includes(name))
  expect(added).toHaveLength(28)
  const rows = (name: string) => landed.prepare(`select count(*) from ${name}`).pluck().get()
  expect(added.filter((name) => rows(name) === 0)).toEqual([])
  landed.close()
  folder.remove()
})
