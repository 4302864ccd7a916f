import { readAttendants } from '#db/repositories/housekeeping/attendants.ts'
import { linenKinds } from '#shared/domain/housekeeping/work.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { dayText } from '#shared/i18n/day-text.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { paperStyle, paragraph, sellerOf, wholePage } from '../folio/public.ts'
import { reads } from '../kernel/handler.ts'
import { type BoardRow, readRows } from './board.ts'
import { housekeepingSettings } from './settings.ts'

/** The sheets of today, one attendant after the other, each in the attendant's language. */
export const sheets = reads('housekeeping.sheets', async (db, { size, attendantId }, ctx) => {
  const rows = await readRows(db, ctx.businessDate, await housekeepingSettings.read(db))
  const staff = (await readAttendants(db)).filter(({ id }) => attendantId === null || id === attendantId)
  const pages = staff.flatMap(({ id, image }) => {
    const own = rows
      .filter((row) => row.task?.attendantId === id)
      .toSorted((a, b) => (a.task?.position ?? 0) - (b.task?.position ?? 0))
    const language: Language = image.language === 'zh' ? 'zh' : 'en'
    return own.length > 0
      ? [sheet(own, { name: image.name, language, date: ctx.businessDate, hotel: ctx.hotel.hotelName })]
      : []
  })
  const title = words(ctx.language, 'housekeeping.sheet.title')
  const html = wholePage({
    language: ctx.language,
    title: [title, ctx.businessDate, ctx.hotel.hotelName],
    style: `${paperStyle({ language: ctx.language, running: title }, size, 0)}
.sheet+.sheet{break-before:page}.lines th{overflow-wrap:normal;font-size:.85em}.lines td:first-child{font-weight:600}.lines td{height:9mm;vertical-align:middle}.lines td+td{border-inline-start:.1mm solid #999}.lines tr>*{border-bottom:.1mm solid #999}`,
    body: pages,
  })
  return { html, pages: pages.length }
})

type Head = { name: string; language: Language; date: BusinessDate; hotel: string }

function sheet(rows: readonly BoardRow[], { name, language, date, hotel }: Head): string {
  const t = (key: Key, params: Record<string, string> = {}) => words(language, key, params)
  const credits = rows.reduce((sum, row) => sum + (row.task?.credits ?? 0), 0)
  const sum = t('housekeeping.sheet.sum', { rooms: String(rows.length), credits: String(credits) })
  const heads = [
    t('housekeeping.column.room'),
    t('housekeeping.column.state'),
    t('housekeeping.column.work'),
    t('housekeeping.sheet.for'),
    ...linenKinds.map((kind) => t(`housekeeping.linenKind.${kind}`)),
    t('housekeeping.sheet.done'),
  ]
  const lines = rows.map((row) => {
    const cells = [row.number, stateText(row, t), workText(row, t), forText(row, t)]
    const blank = [...linenKinds, 'done'].map((kind) => {
      const counted = kind === 'done' ? undefined : row.task?.counts[kind as keyof typeof row.task.counts]
      return counted === undefined ? '' : String(counted)
    })
    return `<tr>${[...cells, ...blank].map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`
  })
  return `<section class="sheet" lang="${language}">
<header>
${sellerOf(hotel, '', [])}
<div class="title">
<h1>${escaped(t('housekeeping.sheet.of', { name }))}</h1>
${paragraph(dayText(date, language, 'plain'), 'name')}${paragraph(sum)}</div>
</header>
<table class="lines"><thead><tr>${heads.map((head) => `<th>${escaped(head)}</th>`).join('')}</tr></thead>
<tbody>${lines.join('\n')}</tbody></table>
</section>`
}

type Words = (key: Key, params?: Record<string, string>) => string

function stateText(row: BoardRow, t: Words): string {
  return `${t(`shell.mark.${row.use}`)} · ${t(`shell.mark.${row.state}`)}`
}

function workText({ task, work, linenDue }: BoardRow, t: Words): string {
  const kind = work?.work ?? task?.work
  if (!kind) return ''
  const linen = kind === 'stay-over' && (work?.linen ?? linenDue)
  return [t(`housekeeping.work.${kind}`), ...(linen ? [t('housekeeping.linen')] : [])].join(' · ')
}

/** Who comes by when: no names on a sheet that lies on a trolley. */
function forText({ arrival, guest, task }: BoardRow, t: Words): string {
  return [
    ...(guest ? [t('housekeeping.sheet.persons', { count: String(guest.persons) })] : []),
    ...(arrival
      ? [
          t('housekeeping.sheet.arrival', {
            time: arrival.expectedTime ?? '—',
            count: String(arrival.persons),
          }),
        ]
      : []),
    ...(task?.note ? [task.note] : []),
  ].join(' · ')
}
