import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compose } from '#core/compose.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { tempFolder } from '#tests/support/app.ts'
import { unpackLandedStore } from '#tests/support/landed-store.ts'

/** Doctor migrates nothing: a store of an earlier program is held against what that program made. */
test.each([1, 2, 7, 9])('a store of version %i is whole, and an edit of it is found', async (version) => {
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
})
