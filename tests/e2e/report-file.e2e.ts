import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { htmlOf } from '../../electron/core/report/files/html.ts'
import type { ReportResult } from '../../shared/domain/report/result.ts'
import { localeOf } from '../../shared/i18n/language.ts'
import { wordReport } from '../../shared/i18n/report-text.ts'
import type { Language } from '../../shared/i18n/types.ts'
import { pdfTexts } from '../support/pdf-text.ts'
import { chartedResult, occupancyResult, typedResult, wideResult } from '../support/report-results.ts'

// A report's page as somebody opens it who has the file alone: from the disk, with the network off

let folder = ''

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyrack-report-'))
})

test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function fileOf(result: ReportResult, language: Language): string {
  const worded = wordReport(result, language, { locale: localeOf(language), timeZone: 'Asia/Shanghai' })
  const path = join(folder, `${result.name}.${result.tables[0].rows.length}.${language}.html`)
  writeFileSync(path, htmlOf(worded))
  return pathToFileURL(path).href
}

/** Opens the file and gathers whatever it asks for and complains of. */
async function open(page: Page, address: string): Promise<{ asked: string[]; said: string[] }> {
  const asked: string[] = []
  const said: string[] = []
  await page.context().setOffline(true)
  page.on(
    'request',
    (request) => request.url() === address || request.url() === 'data:,' || asked.push(request.url()),
  )
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto(address)
  return { asked, said }
}

const opened = [
  ['charts of each kind', chartedResult(45), 'en', 'light'],
  ['charts of each kind', chartedResult(45), 'zh', 'dark'],
  ['what people typed', typedResult, 'en', 'dark'],
  ['what people typed', typedResult, 'zh', 'light'],
] as const

for (const [what, result, language, colorScheme] of opened) {
  test(`a page with ${what} asks for nothing and is accessible, ${language}, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    const heard = await open(page, fileOf(result, language))
    const axe = await new AxeBuilder({ page }).analyze()
    expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(heard).toEqual({ asked: [], said: [] })
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(localeOf(language))
  })
}

test('a table is sorted by its headings with the keyboard, what does not exist last', async ({ page }) => {
  await open(page, fileOf(occupancyResult, 'en'))
  const column = (at: number) => page.locator('tbody tr > :nth-child(' + at + ')').allTextContents()
  const heading = page.getByRole('button', { name: 'ADR' })
  await heading.focus()
  await page.keyboard.press('Enter')
  expect(await column(6)).toEqual(['574.29', '685.86', '—'])
  await expect(page.getByRole('columnheader', { name: 'ADR' })).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('Space')
  expect(await column(6)).toEqual(['685.86', '574.29', '—'])
  await page.getByRole('button', { name: 'Day' }).press('Enter')
  expect(await column(1)).toEqual(['Sat 7 Mar 2026', 'Sun 8 Mar 2026', 'Mon 9 Mar 2026'])
  await expect(page.getByRole('columnheader', { name: 'ADR' })).not.toHaveAttribute('aria-sort')
  await expect(page.locator('tfoot')).toContainText('16,350.50')
})

test('the button changes between light and night', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page, fileOf(occupancyResult, 'en'))
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await ground()).toBe('rgb(255, 255, 255)')
  await page.getByRole('button', { name: 'Light or night' }).press('Enter')
  expect(await ground()).toBe('rgb(20, 27, 31)')
  await page.getByRole('button', { name: 'Light or night' }).press('Enter')
  expect(await ground()).toBe('rgb(255, 255, 255)')
})

/** Figures of one line of a report as they are printed, by the column that they are in: `12,345,678.90`. */
const figure = /^−?[\d,]+\.\d\d$/

for (const language of ['en', 'zh'] as const)
  for (const format of ['A4', 'Letter'])
    test(`columns that the paper has no room for go to further tables, ${language}, ${format}`, async ({
      page,
    }) => {
      await open(page, fileOf(wideResult(40), language))
      await expect(page.locator('table:visible')).toHaveCount(1)
      const figures = await page.locator('table:visible tfoot td.n').allTextContents()
      expect(figures).toHaveLength(40)
      const how = format === 'A4' ? { preferCSSPageSize: true } : { format, landscape: true }
      const texts = pdfTexts(await page.pdf(how))
      expect(figures.filter((text) => !texts.includes(text))).toEqual([])
      await page.emulateMedia({ media: 'print' })
      const parts = page.locator('table:visible')
      expect(await parts.count()).toBeGreaterThan(2)
      for (const part of await parts.all()) {
        await expect(part.locator('thead th').first()).toHaveText(language === 'en' ? 'Room type' : '房型')
        await expect(part.locator('tbody tr')).toHaveCount(3)
      }
    })

test('no table is wider than the paper, and the type stays large enough to be read', async ({ page }) => {
  // A4 and Letter lying, without 12 mm of margin on both sides; the narrower is Letter
  await page.setViewportSize({ width: 964, height: 700 })
  await page.emulateMedia({ media: 'print' })
  for (const language of ['en', 'zh'] as const)
    for (const figures of [9, 13, 16, 21, 40]) {
      await open(page, fileOf(wideResult(figures), language))
      const shown = await page.locator('table:visible').evaluateAll((tables) =>
        tables.map((table) => ({
          right: table.getBoundingClientRect().right,
          points: (Number.parseFloat(getComputedStyle(table).fontSize) * 3) / 4,
        })),
      )
      for (const { right, points } of shown) {
        expect(right).toBeLessThanOrEqual(964)
        expect(points).toBeGreaterThanOrEqual(6.5)
      }
    }
})

test('the tables on paper have the order that the screen was sorted in', async ({ page }) => {
  await open(page, fileOf(wideResult(40), 'en'))
  await page.getByRole('button', { name: 'Segment' }).press('Enter')
  await page.getByRole('button', { name: 'Segment' }).press('Enter')
  await page.emulateMedia({ media: 'print' })
  const last = page.locator('table:visible').last()
  const figures = await last.locator('tbody tr > :last-child').allTextContents()
  expect(figures.every((text) => figure.test(text))).toBe(true)
  expect(figures.map((text) => text.startsWith('−'))).toEqual([false, true, false])
  expect(figures[0]).toMatch(/^37,/)
})
