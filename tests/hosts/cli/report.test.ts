import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualExplore } from '#shared/domain/report/explore/ask.ts'
import { openTestApp, tempFolder } from '#tests/support/app.ts'
import { pdfTexts } from '#tests/support/pdf-text.ts'
import { smallHotel } from '#tests/support/small-hotel.ts'
import { keyrack, onlyLine } from './keyrack.ts'

const folder = tempFolder()
const store = join(folder.path, 'hotel.keyrack')
const out = join(folder.path, 'out')
const march = ['--from', '2026-03-02', '--to', '2026-03-15', '--store', store]
const browser = process.env.CHROME_PATH ?? '/usr/bin/chromium'

beforeAll(async () => {
  mkdirSync(out)
  const t = await openTestApp({ file: store })
  await smallHotel(t)
  await t.close()
})
afterAll(() => folder.remove())

describe('keyrack report', () => {
  it('prints a report with its definitions', async () => {
    const { code, stdout } = await keyrack(['report', 'occupancy', ...march])
    expect(code).toBe(0)
    const lines = stdout.split('\n')
    expect(lines[0]).toBe('Occupancy and revenue')
    expect(lines.find((line) => line.startsWith('Total'))).toMatch(/^Total +12 +12 +0 +0 +168 /)
    expect(lines.find((line) => line.startsWith('ADR: '))).toContain('Room revenue / rooms sold')
  })

  it('prints JSON for programs, under either spelling of a name', async () => {
    const { code, stdout } = await keyrack([
      'report',
      'occupancy',
      '--format',
      'json',
      '--by',
      'roomType',
      ...march,
    ])
    expect(code).toBe(0)
    const { total, rows, definitions } = JSON.parse(stdout)
    expect(total).toMatchObject({
      roomsSold: 12,
      roomsAvailable: 168,
      occupancy: 12 / 168,
      roomRevenue: '11160.00',
      adr: '930.00',
      revpar: '66.43',
    })
    expect(rows.map(({ roomType }: { roomType: string }) => roomType)).toEqual(['Suite', 'Deluxe'])
    expect(definitions.occupancy).toContain('ratio of the sums')
    for (const name of ['stay-length', 'stayLength'])
      expect((await keyrack(['report', name, '--json', ...march])).code).toBe(0)
  })

  it.each(['在手预订', 'On the books', 'on-books'])('knows the report %s', async (name) => {
    const { code, stdout } = await keyrack(['report', name, '--lang', 'zh', '--store', store])
    expect([code, stdout.split('\n')[0]]).toEqual([0, '在手预订'])
  })

  it('writes files, in the place of one from before', async () => {
    const file = join(out, 'occupancy.xlsx')
    writeFileSync(file, 'before')
    const ran = await keyrack(['report', 'occupancy', '--format', 'xlsx', '--out', file, ...march])
    expect(ran).toEqual({ code: 0, stdout: '', stderr: `Written: ${file}\n` })
    expect([readFileSync(file).subarray(0, 2).toString(), readdirSync(out)]).toEqual([
      'PK',
      ['occupancy.xlsx'],
    ])
    const csv = await keyrack(['report', 'occupancy', '--format', 'csv', '--lang', 'zh', ...march])
    expect(csv.stdout).toMatch(/^\uFEFF日,/)
  })

  it.runIf(existsSync(browser))(
    'prints a PDF through an installed browser',
    async () => {
      const file = join(out, 'occupancy.pdf')
      const args = ['report', 'occupancy', '--format', 'pdf', '--out', file, ...march]
      expect(await keyrack(args, { env: { KEYRACK_BROWSER: browser } })).toMatchObject({ code: 0 })
      expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
    },
    60_000,
  )

  it.runIf(existsSync(browser)).each([
    ['en', ['on-books']],
    ['zh', ['on-books']],
    ['en', ['occupancy', '--compare', 'last-year', ...march.slice(0, 4)]],
    ['zh', ['occupancy', '--compare', 'last-year', ...march.slice(0, 4)]],
  ])(
    'prints every column of a wide report on the paper, %s: %j',
    async (language, report) => {
      const file = join(out, 'wide.pdf')
      const args = ['report', ...report, '--lang', language, '--store', store]
      const shown = await keyrack(args)
      const ran = await keyrack([...args, '--format', 'pdf', '--out', file], {
        env: { KEYRACK_BROWSER: browser },
      })
      expect(ran.code).toBe(0)
      const total = shown.stdout.split('\n').find((line) => /^(Total|合计)/.test(line)) ?? ''
      const cells = total.split(/ {2,}/)
      expect(cells).toHaveLength(22)
      expect(withoutThose(cells, pdfTexts(readFileSync(file)))).toEqual([])
    },
    60_000,
  )

  it.runIf(existsSync(browser))(
    'prints every column of a wide pivot on the paper',
    async () => {
      const ask = {
        ...usualExplore,
        period: { from: '2026-03-02', to: '2026-03-15' },
        columns: ['day'],
        measures: ['roomsSold', 'roomRevenue'],
      }
      const exported = async (format: string) => {
        const input = JSON.stringify({ ask, format, language: 'en' })
        const env = { KEYRACK_BROWSER: browser }
        const ran = await keyrack(['call', 'explore.export', input, '--store', store], { env })
        return Buffer.from(onlyLine(ran.stdout).output.content, 'base64')
      }
      const page = (await exported('html')).toString('utf8')
      const [, foot = ''] = /<tfoot>([\s\S]*?)<\/tfoot>/.exec(page) ?? []
      const cells = [...foot.matchAll(/>([^<>]+)<\/t[hd]>/g)].map(([, text = '']) => text)
      expect(cells).toHaveLength(31)
      expect(withoutThose(cells, pdfTexts(await exported('pdf')))).toEqual([])
    },
    60_000,
  )

  it('says what to install where no browser is, and leaves no file', async () => {
    const file = join(out, 'none.pdf')
    const env = { KEYRACK_BROWSER: join(folder.path, 'no browser') }
    const ran = await keyrack(['report', 'occupancy', '--format', 'pdf', '--out', file, ...march], { env })
    expect([ran.code, ran.stderr]).toEqual([1, expect.stringContaining('Install Chromium, Chrome or Edge')])
    expect(existsSync(file)).toBe(false)
  })

  it.each([
    [['report', 'ocupancy'], 2, 'There is no report “ocupancy”. Nearest: occupancy'],
    [['report', 'on-book'], 2, 'There is no report “on-book”. Nearest: on-books\n'],
    [['report', 'xyzzy'], 2, 'There is no report “xyzzy”. “keyrack report list” names all of them.\n'],
    [['report', 'xyzzy', '--lang', 'zh'], 2, '没有名为“xyzzy”的报表。“keyrack report list”列出全部报表。\n'],
    [['report', 'occupancy', '--period', 'last-year', ...march], 2, 'A period is a word or two dates'],
    [
      ['report', 'occupancy', '--compare', 'yesteryear', ...march],
      1,
      'Choose: none, last-year, same-weekday, festival, budget, FROM..TO',
    ],
    [['report', 'occupancy', '--as-of', '2190-01-01', ...march], 1, 'As of: '],
    [['report', 'pickup', '--since', '2190-01-01', ...march], 1, 'Since: '],
    [['report', 'pickup', '--since', 'soon', ...march], 1, 'Since: “soon” is not a moment'],
    [['report', 'pickup', '--since', '1990-01-01', '--lang', 'zh', ...march], 1, '自：'],
    [
      ['report', 'occupancy', '--by', 'roomtipe', ...march],
      1,
      '“roomtipe” is not known for “by”. Choose: roomType',
    ],
    [['report', 'occupancy', '--cohort', 'arrival', ...march], 1, 'This report has no parameter “cohort”.'],
    [['report', 'occupancy', '--fromm', '2026-03-01'], 2, '--from'],
    [['report', 'occupancy', '--format', 'pdff', ...march], 2, 'pdf'],
    [['report', 'occupancy', '--out', 'a.csv', ...march], 2, '--out needs --format'],
    [
      ['report', 'occupancy', '--from', '2026-03-09', '--to', '2026-03-01', '--store', store],
      1,
      'before it begins',
    ],
    [
      ['report', 'occupancy', '--from', '1900-01-01', '--to', '2100-01-01', '--store', store],
      1,
      'choose a shorter one',
    ],
    [
      ['report', 'occupancy', '--format', 'csv', '--out', '/nowhere/at/all.csv', ...march],
      2,
      '/nowhere/at/all.csv',
    ],
    [['report', 'occupancy', '--format', 'csv', '--out', store, ...march], 2, ''],
  ])('answers %j with %i: %s', async (args, code, said) => {
    const ran = await keyrack(args)
    expect([ran.code, ran.stderr]).toEqual([code, expect.stringContaining(said)])
    expect(ran.stdout).toBe('')
  })

  it.runIf(process.platform !== 'win32')('writes behind a link, and refuses a pipe in words', async () => {
    const link = join(out, 'link.csv')
    symlinkSync('behind.csv', link)
    const args = ['report', 'occupancy', '--format', 'csv', ...march]
    expect(await keyrack([...args, '--out', link])).toMatchObject({ code: 0 })
    expect(readFileSync(join(out, 'behind.csv'), 'utf8')).toContain('Day,')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    const pipe = join(out, 'pipe.csv')
    execFileSync('mkfifo', [pipe])
    const ran = await keyrack([...args, '--out', pipe])
    expect([ran.code, ran.stderr]).toEqual([
      2,
      expect.stringContaining('not a regular file. Leave out --out'),
    ])
    expect(lstatSync(pipe).isFIFO()).toBe(true)
    // A file beside the store that is not there yet, behind a link into nothing
    symlinkSync(`${store}-journal`, join(out, 'journal.csv'))
    expect((await keyrack([...args, '--out', join(out, 'journal.csv')])).code).toBe(2)
    // The same by a link that leads on from a folder that is a link itself
    mkdirSync(join(dirname(store), 'deep'))
    symlinkSync(join(dirname(store), 'deep'), join(out, 'short'))
    symlinkSync(`../${basename(store)}-journal`, join(out, 'short', 'journal.csv'))
    expect((await keyrack([...args, '--out', join(out, 'short', 'journal.csv')])).code).toBe(2)
    // Links that lead to each other lead nowhere
    symlinkSync('b.csv', join(out, 'a.csv'))
    symlinkSync('a.csv', join(out, 'b.csv'))
    const round = await keyrack([...args, '--out', join(out, 'a.csv')])
    expect([round.code, round.stderr]).toEqual([1, expect.stringContaining('ELOOP')])
  })

  it('lists reports without a store, in text and as JSON', async () => {
    const text = await keyrack(['report', 'list', '--lang', 'zh'])
    expect([text.code, text.stdout]).toEqual([0, expect.stringContaining('on-books  ')])
    expect(text.stdout).toContain('--room-type')
    const json = JSON.parse((await keyrack(['report', 'list', '--format', 'json'])).stdout)
    expect(json.reports).toContainEqual(
      expect.objectContaining({
        name: 'repeat-guests',
        parameters: expect.arrayContaining([expect.objectContaining({ option: 'by' })]),
      }),
    )
    for (const { key, heading } of json.definitions) expect(heading).not.toBe(key)
    expect(text.stdout).toContain('festival, budget, FROM..TO')
    expect((await keyrack(['report', '--help'])).stdout).not.toContain('cli.option')
    expect(json.definitions).toContainEqual(expect.objectContaining({ key: 'adr', heading: 'ADR' }))
  })
})

/** What is left of texts when each of the others is taken from them once. */
function withoutThose(texts: readonly string[], others: readonly string[]): string[] {
  const left = [...texts]
  for (const other of others) {
    const at = left.indexOf(other)
    if (at >= 0) left.splice(at, 1)
  }
  return left
}
