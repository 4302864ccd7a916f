import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openFilledApp, type TestApp, tempFolder } from '#tests/support/app.ts'
import { checkIn, closeDay, closingHotel, dueIn } from '#tests/support/close.ts'
import type { FolioHotel } from '#tests/support/folio.ts'
import { textOf } from '#tests/support/report-files.ts'

// `vitest run tests/core/audit/morning-lists.test.ts -u` writes the golden files again: read the difference before it is committed
const golden = '../../golden/stay'

let app: TestApp & { made: FolioHotel }
let folder: ReturnType<typeof tempFolder>
let pages: string[]
beforeEach(async () => {
  folder = tempFolder()
  pages = []
  app = await openFilledApp(import.meta.filename, closingHotel, {
    printer: async (html) => {
      pages.push(html)
      return new TextEncoder().encode('%PDF-1.7')
    },
  })
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  await app.close()
  folder.remove()
})

/** The hotel in a language and on a paper; its lists of the morning, as they are printed. */
async function listsOf(language: 'en' | 'zh', size: 'a4' | 'letter') {
  const { chart: _, ...money } = (await app.must('chart.get', {})).settings
  await app.must('chart.saveSettings', { ...money, paperSize: size })
  const hotel = await app.must('hotel.settings', {})
  await app.must('hotel.updateSettings', { version: hotel.version, language })
  const { version, ...settings } = await app.must('audit.settings', {})
  await app.must('audit.saveSettings', { ...settings, version, folder: folder.path, format: 'pdf' })
  await checkIn(
    app,
    (await dueIn(app)).map(({ id }) => id),
  )
  await closeDay(app)
  return readdirSync(folder.path).toSorted()
}

test.each(['en', 'zh'] as const)('lists of the morning in %s are what they were', async (language) => {
  const files = await listsOf(language, 'a4')
  expect(files).toEqual(
    language === 'en'
      ? ['2026-03-03 Arrivals.pdf', '2026-03-03 Housekeeping.pdf', '2026-03-03 In house.pdf']
      : ['2026-03-03 在住客人.pdf', '2026-03-03 客房清扫.pdf', '2026-03-03 预抵客人.pdf'],
  )
  expect(pages).toHaveLength(3)
  for (const [at, name] of ['arrivals', 'in-house', 'housekeeping'].entries()) {
    const page = pages[at] ?? ''
    expect(page).toContain('@page{size:A4')
    await expect(textOf(page)).toMatchFileSnapshot(`${golden}/morning-${name}.${language}.txt`)
  }
})

test('what a crash kept from being written is written at the next start, and nothing twice', async () => {
  const files = await listsOf('en', 'a4')
  for (const name of files) rmSync(join(folder.path, name))
  // As the program leaves it that ends between the close and its lists
  const raw = openRaw(app.file, { readonly: false })
  raw.exec('update closes set files = null')
  raw.close()
  app.app.closer.begin()
  await app.app.closer.idle()
  expect(readdirSync(folder.path).toSorted()).toEqual(files)
  const { last } = await app.must('audit.day', {})
  expect(last?.files).toHaveLength(3)
  app.app.closer.begin()
  await app.app.closer.idle()
  expect(pages).toHaveLength(6)
})

test('lists of the morning are on the hotel’s paper', async () => {
  await listsOf('en', 'letter')
  expect(pages).toHaveLength(3)
  for (const page of pages) expect(page).toContain('@page{size:letter')
})
