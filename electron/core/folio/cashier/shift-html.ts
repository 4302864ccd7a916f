import type { PaperContent } from '#shared/domain/folio/paper.ts'
import type { PaperSize } from '#shared/domain/folio/paper-size.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { momentText } from '#shared/i18n/figure-text.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import { shiftKindText } from '#shared/i18n/shift-text.ts'
import { paperStyle } from '../paper/html-style.ts'
import { paragraph, sellerOf, wholePage } from '../paper/whole-page.ts'
import { amountText, paperDay, sumText } from '../paper/wording.ts'
import type { Report } from './shift-report.ts'

type Frame = Pick<PaperContent, 'seller' | 'language' | 'currency' | 'issuedOn' | 'issuedAt'>
type Sheet = { size: PaperSize; timeZone: string }
/** A cell; figures stand at the right. */
type Cell = string | { figure: string }

/** The report of a shift as a page to print, on a sheet or down a roll. */
export function shiftHtml(report: Report, frame: Frame, sheet: Sheet): string {
  const { language, seller } = frame
  const title = words(language, 'shift.reportName.shift')
  const number = words(language, 'shift.paper.number', { id: report.shift.id })
  const running = [title, number, seller.name].filter((part) => part !== '').join(' · ')
  return wholePage({
    language,
    title: [title, number, report.shift.userName],
    style: `${paperStyle({ language, running }, sheet.size, 0)}\n.lines{margin-top:4mm}caption{text-align:start;font-weight:600}`,
    body: [
      `<header>\n${sellerOf(seller.name, seller.address, [])}\n<div class="title">\n<h1>${escaped(title)}</h1>\n${paragraph(number, 'name')}</div>\n</header>`,
      facts(report, frame, sheet),
      payments(report, frame),
      drops(report, frame, sheet),
      drawer(report, frame),
      ...report.counted.map((counted) => count(counted, frame)),
      signs(frame),
    ],
  })
}

function facts({ shift, toSafeMinor }: Report, frame: Frame, { timeZone }: Sheet): string {
  const { language, currency } = frame
  const moment = (at: string | null) => (at === null ? '' : momentText(at, localeOf(language), timeZone))
  const sum = (minor: number | null) => (minor === null ? '' : sumText(minor, currency, language))
  const of = (key: Key, value: string) =>
    value === '' ? '' : `<div><dt>${escaped(words(language, key))}</dt><dd>${escaped(value)}</dd></div>`
  const closedBy = shift.closedBy === '' ? '' : words(language, 'shift.paper.by', { name: shift.closedBy })
  const who = [
    of('cashierScreen.who', shift.userName),
    of('shift.paper.at', shift.workstation),
    of('cashierScreen.day', paperDay(shift.businessDate, language)),
    of('cashierScreen.since', moment(shift.openedAt)),
    of('cashierScreen.closedAt', [moment(shift.closedAt), closedBy].filter(Boolean).join(' · ')),
    of('shift.paper.printed', `${paperDay(frame.issuedOn, language)} ${frame.issuedAt}`),
  ]
  const cash = [
    of('cashierScreen.float', sum(shift.floatMinor)),
    of('cashierScreen.dropped', sum(shift.droppedMinor)),
    of('cashierScreen.expected', sum(shift.expectedMinor)),
    of('cashierScreen.over', sum(shift.overMinor)),
    of('cashierScreen.toSafe', sum(toSafeMinor)),
  ]
  return `<section class="parties">\n<dl>\n${who.join('\n')}\n</dl>\n<dl>\n${cash.join('\n')}\n</dl>\n</section>`
}

function payments({ payments: rows }: Report, { language, currency }: Frame): string {
  return table(
    words(language, 'cashierScreen.taken'),
    [
      words(language, 'cashierScreen.way'),
      { figure: words(language, 'cashierScreen.times') },
      { figure: words(language, 'cashierScreen.amount') },
    ],
    rows.map((row) => {
      const name = language === 'zh' ? row.nameZh : row.nameEn
      const foreign = row.foreignMinor === null ? '' : sumText(row.foreignMinor, row.currency, language)
      const how = [shiftKindText(row.kind, language), foreign].filter((part) => part !== '').join(' · ')
      return [
        `${name} · ${how}`,
        { figure: String(row.count) },
        { figure: amountText(row.amountMinor, currency, language) },
      ]
    }),
  )
}

function drops({ drops: rows }: Report, { language, currency }: Frame, { timeZone }: Sheet): string {
  return table(
    words(language, 'shift.paper.drops'),
    [words(language, 'shift.paper.detail'), { figure: words(language, 'cashierScreen.amount') }],
    rows.map(({ at, by, currency: own, units, amountMinor }) => {
      const foreign = own === currency ? '' : sumText(units, own, language)
      const what = [momentText(at, localeOf(language), timeZone), by, foreign]
      return [
        what.filter((part) => part !== '').join(' · '),
        { figure: amountText(amountMinor, currency, language) },
      ]
    }),
  )
}

function drawer({ cash }: Report, { language }: Frame): string {
  return table(
    words(language, 'cashierScreen.drawer'),
    [
      words(language, 'cashierScreen.currency'),
      { figure: words(language, 'cashierScreen.expected') },
      { figure: words(language, 'cashierScreen.counted') },
      { figure: words(language, 'cashierScreen.over') },
    ],
    cash.map(({ currency, expectedUnits, countedUnits, overUnits }) => [
      currency,
      ...[expectedUnits, countedUnits, overUnits].map((units) => ({
        figure: amountText(units, currency, language),
      })),
    ]),
  )
}

function count({ currency, faces }: Report['counted'][number], { language }: Frame): string {
  return table(
    `${words(language, 'cashierScreen.counted')} · ${currency}`,
    [
      { figure: words(language, 'shift.paper.face') },
      { figure: words(language, 'shift.paper.pieces') },
      { figure: words(language, 'shift.paper.total') },
    ],
    faces.map(({ faceMinor, pieces, totalMinor }) => [
      { figure: amountText(faceMinor, currency, language) },
      { figure: String(pieces) },
      { figure: amountText(totalMinor, currency, language) },
    ]),
  )
}

/** Empty where there is no row. */
function table(caption: string, heads: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return ''
  const cell = (tag: 'th' | 'td') => (of: Cell) =>
    typeof of === 'string'
      ? `<${tag}>${escaped(of)}</${tag}>`
      : `<${tag} class="n">${escaped(of.figure)}</${tag}>`
  return `<table class="lines">
<caption>${escaped(caption)}</caption>
<thead><tr>${heads.map(cell('th')).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map(cell('td')).join('')}</tr>`).join('\n')}
</tbody>
</table>`
}

function signs({ language }: Frame): string {
  const sign = (key: 'signCashier' | 'signReceiver') =>
    `<p>${escaped(words(language, `shift.paper.${key}`))}</p>`
  return `<section class="whole">\n<div class="signs">${sign('signCashier')}${sign('signReceiver')}</div>\n</section>`
}
