import type { Reader } from '#db/handles.ts'
import { readAttendants } from '#db/repositories/housekeeping/attendants.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import { linenKinds } from '#shared/domain/housekeeping/work.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { arrivalWords } from '#shared/i18n/arrival-words.ts'
import { dayText } from '#shared/i18n/day-text.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { askText } from '#shared/i18n/wish-text.ts'
import { type BusinessDate, type Result, type RoomId, refuse } from '#shared/values/index.ts'
import { type PaperFile, takenOut } from '../device/public.ts'
import { wholePage } from '../folio/public.ts'
import { madeOn, type Sheet, sheetFile, sheetFor, sheetHead, sheetStyle } from '../house/public.ts'
import type { Context } from '../kernel/context.ts'
import { writesAfter } from '../kernel/handler.ts'
import { type Ask, readAsks } from './asks.ts'
import { type BoardRow, readRows } from './board.ts'
import { housekeepingSettings } from './settings.ts'

type Asked = ParsedOf<'housekeeping.sheets'>
type Code = RefusalOf<'housekeeping.sheets'>

/**
 * The sheets of today, one attendant after the other, each in the attendant's language. They are made before the command has
 * its turn, which notes that they were taken out.
 */
export const makeSheets = writesAfter('housekeeping.sheets', fileOf, (_tx, _ctx, { format }, made) =>
  made.ok ? takenOut('sheets', made.value, format) : made,
)

async function fileOf(db: Reader, asked: Asked, ctx: Context): Promise<Result<PaperFile, Code>> {
  const rows = await readRows(db, ctx.businessDate, await housekeepingSettings.read(db))
  const asks = Map.groupBy(await readAsks(db, ctx, 'due'), ({ roomId }) => roomId)
  const staff = (await readAttendants(db)).filter(
    ({ id }) => asked.attendantId === null || id === asked.attendantId,
  )
  const sheet = await sheetFor(db, ctx, { ...asked, language: ctx.language })
  const pages = staff.flatMap(({ id, image }) => {
    const own = rows
      .filter((row) => row.task?.attendantId === id)
      .toSorted((a, b) => (a.task?.position ?? 0) - (b.task?.position ?? 0))
    const language: Language = image.language === 'zh' ? 'zh' : 'en'
    return own.length > 0
      ? [pageOf({ own, asks, name: image.name }, ctx.businessDate, { ...sheet, language })]
      : []
  })
  if (pages.length === 0) return refuse('NOTHING_SHARED')
  const title = words(ctx.language, 'housekeeping.sheet.title')
  const html = wholePage({
    language: ctx.language,
    title: [title, madeOn(sheet), ctx.hotel.hotelName],
    style: `${sheetStyle(title, sheet)}\n${style}`,
    body: pages,
  })
  return sheetFile(db, ctx, sheet, asked.format, { title, html })
}

const style = `.sheet{margin-top:0}.lines th{font-size:.85em}.lines td:first-child{font-weight:600}
.lines td{height:9mm;vertical-align:middle}.lines .n{white-space:normal;min-width:11mm}.lines .done{min-width:14mm}
.lines td+td{border-inline-start:.1mm solid #999}.lines tr>*{border-bottom:.1mm solid #999}
.lines tbody{break-inside:avoid}.lines .asks td{height:auto;font-weight:400}`

type Page = { own: readonly BoardRow[]; asks: ReadonlyMap<RoomId | null, readonly Ask[]>; name: string }

function pageOf({ own: rows, asks, name }: Page, date: BusinessDate, sheet: Sheet): string {
  const { language } = sheet
  const t: Words = (key, params = {}) => words(language, key, params)
  const credits = rows.reduce((sum, row) => sum + (row.task?.credits ?? 0), 0)
  const sum = t('housekeeping.sheet.sum', { count: rows.length, credits })
  const heads = [
    t('housekeeping.column.room'),
    t('housekeeping.column.state'),
    t('housekeeping.column.work'),
    t('housekeeping.sheet.for'),
  ]
  const blanks = [
    ...linenKinds.map((kind) => ['n', t(`housekeeping.linenKind.${kind}`)] as const),
    ['done', t('housekeeping.sheet.done')] as const,
  ]
  const head = [
    ...heads.map((text) => `<th>${escaped(text)}</th>`),
    ...blanks.map(([kind, text]) => `<th class="${kind}">${escaped(text)}</th>`),
  ].join('')
  return `<section class="sheet" lang="${language}">
${sheetHead(t('housekeeping.sheet.of', { name }), sheet, [dayText(date, language), `${sum} · ${madeOn(sheet)}`])}
<table class="lines"><thead><tr>${head}</tr></thead>
${rows.map((row) => `<tbody>${lineOf(row, t)}${askLine(asks.get(row.id), language, heads.length + blanks.length)}</tbody>`).join('\n')}</table>
</section>`
}

function lineOf(row: BoardRow, t: Words): string {
  const cells = [row.number, stateText(row, t), workText(row, t), forText(row, t)]
  const counts = linenKinds.map((kind) => String(row.task?.counts[kind] ?? ''))
  return `<tr>${[...cells, ...counts, ''].map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`
}

/** What the guest of the room and other departments ask for, under the room: each is ticked where it is done. */
function askLine(asks: readonly Ask[] | undefined, language: Language, columns: number): string {
  if (!asks) return ''
  const texts = asks.map((ask) => `☐ ${escaped(askWhen(ask, language))}`)
  return `<tr class="asks"><td></td><td colspan="${columns - 1}">${texts.join('<br>')}</td></tr>`
}

function askWhen(ask: Ask, language: Language): string {
  const { overdue, dueOn, dueTime } = ask
  const when = [...(overdue ? ['!', dayText(dueOn, language)] : []), ...(dueTime === null ? [] : [dueTime])]
  return [...when, askText(ask, language)].join(' ')
}

type Words = (key: Key, params?: Record<string, string | number>) => string

function stateText(row: BoardRow, t: Words): string {
  return `${t(`shell.mark.${row.use}`)} · ${t(`shell.mark.${row.state}`)}`
}

function workText({ task, work, linenDue }: BoardRow, t: Words): string {
  const kind = work?.work ?? task?.work
  if (!kind) return ''
  const linen = kind === 'stay-over' && (work?.linen ?? linenDue)
  return [t(`housekeeping.work.${kind}`), ...(linen ? [t('housekeeping.linen')] : [])].join(' · ')
}

/** Whether one may knock, and who comes by when: no names on a sheet that lies on a trolley. */
function forText({ arrival, guest, task }: BoardRow, t: Words): string {
  return [
    ...(guest?.doNotDisturb ? [t('housekeeping.outcome.do-not-disturb')] : []),
    ...(guest ? [t('housekeeping.sheet.persons', { count: String(guest.persons) })] : []),
    ...(arrival ? [arrivalWords(t, arrival)] : []),
    ...(task?.note ? [task.note] : []),
  ].join(' · ')
}
