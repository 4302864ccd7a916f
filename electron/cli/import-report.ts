import { randomUUID } from 'node:crypto'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { OpenDesk } from '#core/compose.ts'
import type { ImportSummary, TakenBack } from '#shared/contract/import.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { isKey, type Key, words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { type Currency, minorToDecimal } from '#shared/values/index.ts'
import { isThere } from './given-file.ts'

/** The summary of an import for a person at a terminal. */
export function summaryText(summary: ImportSummary, language: Language): string {
  const figures = new Intl.NumberFormat(localeOf(language))
  const line = (label: string, count: number, indent = '') =>
    `${indent}${figures.format(count).padStart(12 - indent.length)}  ${label}`
  const t = (key: Key) => words(language, key)
  const reasons = (counts: Record<string, number>) =>
    Object.entries(counts).map(([code, count]) => line(reasonWords(code, language), count, '  '))
  const { created, columns = {}, notRead = [] } = summary
  const mapped = Object.entries(columns).map(
    ([name, field]) =>
      `  ${name} → ${isKey(`import.field.${field}`) ? t(`import.field.${field}` as Key) : field}`,
  )
  return [
    ...(summary.profile === 'generic' && mapped.length > 0 ? [t('cli.import.columns'), ...mapped] : []),
    ...fileLines(summary, language),
    ...datesText(summary, language),
    ...(notRead.length > 0 ? [words(language, 'cli.import.notRead', { columns: notRead.join(', ') })] : []),
    ...(summary.imported > 0 || summary.dryRun
      ? [t(summary.dryRun ? 'cli.import.dryRunDone' : 'cli.import.done')]
      : []),
    line(t('cli.import.rows'), summary.rows),
    ...(summary.filteredOut > 0 ? [line(t('cli.import.filteredOut'), summary.filteredOut)] : []),
    line(t('cli.import.imported'), summary.imported),
    // Beside an earlier import most rows make no booking: they are counted below.
    ...(summary.compared || created.bookings === summary.imported
      ? []
      : [line(t('cli.import.bookings'), created.bookings)]),
    ...Object.entries(summary.byStatus).map(([status, count]) =>
      line(words(language, `shell.mark.${status}` as Key), count, '  '),
    ),
    ...(summary.compared
      ? (['new', 'changed', 'same', 'gone'] as const).map((kind) =>
          line(t(`cli.import.compared.${kind}`), summary.compared?.[kind] ?? 0, '  '),
        )
      : []),
    line(t('cli.import.rejected'), summary.rows - summary.imported),
    ...reasons(summary.rejected),
    ...reasons(summary.notes),
    ...wordLines(summary, language),
    line(t('cli.import.guests'), created.guests),
    line(t('cli.import.roomNights'), created.roomNights),
    ...firstLines(summary, language),
    words(language, 'cli.import.seconds', { seconds: summary.seconds.toFixed(1) }),
  ].join('\n')
}

const longestRow = 110

/** The first bookings of a dry run: a line each, and the row that it comes from below. */
function firstLines({ first }: ImportSummary, language: Language): string[] {
  if (!first || first.bookings.length === 0) return []
  const currency = first.currency as Currency
  const t = (key: Key) => words(language, key)
  return [
    t('cli.import.first'),
    ...first.bookings.flatMap((one) => {
      const cells = one.cells.filter((cell) => cell.trim() !== '').join(' | ')
      const row = cells.length > longestRow ? `${cells.slice(0, longestRow)}…` : cells
      const parts = [
        one.guest || t('import.first.unnamed'),
        `${one.arrival} – ${one.departure}`,
        words(language, 'common.nights', { count: one.nights }),
        one.roomType,
        ...(one.room ? [one.room] : []),
        ...(one.rooms > 1 ? [words(language, 'import.first.rooms', { count: one.rooms })] : []),
        `${t('import.field.total')} ${minorToDecimal(one.totalMinor, currency)}`,
        t(`shell.mark.${one.status}` as Key),
        ...(one.outcome ? [t(`import.compared.${one.outcome}`)] : []),
        ...one.changes.map(({ field, from, to }) => `${fieldWords(field, language)} ${from} → ${to}`),
        ...one.notes.map((note) => reasonWords(note, language)),
      ]
      return [`${String(one.line).padStart(8)}  ${parts.join(' · ')}`, `${' '.repeat(10)}← ${row}`]
    }),
  ]
}

/** One import of a list: its number, its file, when and by whom, and whether it was taken back. */
export function batchLine(batch: OutputOf<'import.batches'>[number], language: Language): string {
  const moment = (at: string) =>
    new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(at),
    )
  const { id, at, by, takenBack, summary } = batch
  const line = words(language, 'cli.imports.batch', {
    batch: id,
    file: summary.file,
    at: moment(at),
    by,
    imported: summary.imported,
  })
  if (!takenBack) return line
  return `${line} ${words(language, 'cli.imports.takenBack', { at: moment(takenBack.at), by: takenBack.by })}`
}

/** What became of an import that was taken back, for a person at a terminal. */
export function takenBackText({ removed, restored, ...rest }: TakenBack, language: Language): string {
  const { stayed, stayedMore } = rest
  const figures = new Intl.NumberFormat(localeOf(language))
  const line = (count: number, key: Key) =>
    count === 0 ? [] : [`${figures.format(count).padStart(12)}  ${words(language, key)}`]
  return [
    words(language, 'cli.takeBack.done', { batch: rest.batchId, file: rest.file }),
    ...line(removed.bookings, 'cli.takeBack.bookings'),
    ...line(removed.guests, 'cli.takeBack.guests'),
    ...line(removed.accounts, 'cli.takeBack.accounts'),
    ...line(removed.roomTypes, 'cli.takeBack.roomTypes'),
    ...line(restored.bookings, 'cli.takeBack.restoredBookings'),
    ...line(restored.guests, 'cli.takeBack.restoredGuests'),
    ...(stayed.length > 0 ? [words(language, 'cli.takeBack.stayed')] : []),
    ...stayed.map(
      ({ kind, label, why }) =>
        `  ${words(language, `change.kind.${kind}`)} ${label}: ${words(language, `import.stayed.${why}`)}`,
    ),
    ...(stayedMore > 0 ? [words(language, 'cli.takeBack.stayedMore', { count: stayedMore })] : []),
    words(language, 'cli.import.seconds', { seconds: rest.seconds.toFixed(1) }),
  ].join('\n')
}

/** How a text was read; of a workbook, which sheet was read, what was not, and that rows of it are hidden. */
function fileLines(summary: ImportSummary, language: Language): string[] {
  const { encoding, sheet, otherSheets = [], hiddenRows = 0, skipHidden = false } = summary
  const names = otherSheets.map(({ name, hidden }) =>
    hidden ? words(language, 'cli.import.hiddenSheet', { name }) : name,
  )
  const hiddenWords = skipHidden ? 'cli.import.hiddenSkipped' : 'cli.import.hiddenRead'
  return [
    ...(encoding ? [words(language, 'cli.import.encoding', { encoding })] : []),
    ...(sheet ? [words(language, 'cli.import.sheet', { sheet })] : []),
    ...(names.length > 0 ? [words(language, 'cli.import.otherSheets', { sheets: names.join(', ') })] : []),
    ...(hiddenRows > 0 ? [words(language, hiddenWords, { rows: hiddenRows })] : []),
  ]
}

/** The words that are not known, each with how many rows have it. */
function wordLines({ unknownWords = [] }: ImportSummary, language: Language): string[] {
  if (unknownWords.length === 0) return []
  const lines = unknownWords.map(
    ({ field, word, rows }) => `  ${words(language, `import.field.${field}`)}: ${word} (${rows})`,
  )
  return [words(language, 'cli.import.unknownWords'), ...lines]
}

/** The order of the dates of each column that does not show it in every single one. */
function datesText({ dateOrders = {} }: ImportSummary, language: Language): string[] {
  return Object.entries(dateOrders).flatMap(([column, shown]) => {
    const order = words(language, `import.mapping.dates.${shown}`)
    return shown === 'clear' ? [] : [words(language, 'cli.import.dates', { column, order })]
  })
}

function fieldWords(field: string, language: Language): string {
  const key = `import.field.${field}`
  return isKey(key) ? words(language, key) : field
}

function reasonWords(code: string, language: Language): string {
  const key = `import.reason.${code}`
  return isKey(key) ? words(language, key) : code
}

const columns = ['line', 'kind', 'reason', 'words', 'field', 'value', 'row'] as const

/**
 * Every fault and note of every row, its reason as a code and in words, as CSV with a byte-order mark, so that a spreadsheet
 * reads its Chinese. The file is whole or not there, and nothing is written over. Throws what was in the way.
 */
export async function writeRejected(
  desk: OpenDesk,
  summary: ImportSummary,
  job: string,
  file: string,
  language: Language,
): Promise<void> {
  const source = summary.batchId === null ? job : String(summary.batchId)
  const begun = `${file}.${randomUUID().slice(0, 8)}`
  try {
    await pipeline(
      Readable.from(findingLines(desk, source, language)),
      createWriteStream(begun, { flags: 'wx' }),
    )
    if (isThere(file)) throw Object.assign(new Error(file), { code: 'EEXIST' })
    renameSync(begun, file)
  } catch (error) {
    rmSync(begun, { force: true })
    throw error
  }
}

async function* findingLines(desk: OpenDesk, source: string, language: Language): AsyncGenerator<string> {
  yield `\ufeff${columns.join(',')}\r\n`
  let after: string | null = null
  do {
    const input: object = { source, limit: 5000, ...(after ? { after } : {}) }
    const reply = await desk.call('import.findings', input)
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    const page = reply.output as OutputOf<'import.findings'>
    for (const found of page.rows) {
      const row = { ...found, words: reasonWords(found.reason, language) }
      yield `${columns.map((column) => cell(String(row[column]))).join(',')}\r\n`
    }
    after = page.next
  } while (after)
}

/**
 * Quoted, and harmless in a spreadsheet: what begins like a formula is text there, also behind spaces and in the wide
 * signs of Chinese keyboards, which some programs take for the narrow ones.
 */
export function cell(text: string): string {
  const plain = /^[\s\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r\n]/u.test(text) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}
