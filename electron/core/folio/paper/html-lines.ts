import type { PaperContent, PaperLine } from '#shared/domain/folio/paper.ts'
import { linesOf } from '#shared/domain/folio/paper-sums.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { words } from '#shared/i18n/index.ts'
import { sumMoney } from '#shared/values/index.ts'
import { amountText, paperDay, quantityText, ratesText } from './wording.ts'

/** Lines of one room, or of none; `roomNo` null where the paper is not divided by rooms. */
type Group = { roomNo: string | null; lines: PaperLine[] }

/** Lines by room where the paper has several (a party's bill), each group in the order of the paper. */
function groupsOf(lines: readonly PaperLine[]): Group[] {
  const rooms = [...new Set(lines.map(({ roomNo }) => roomNo))].sort((a, b) =>
    // What belongs to no room comes last
    a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'en', { numeric: true }),
  )
  if (rooms.filter((room) => room !== '').length < 2) return [{ roomNo: null, lines: [...lines] }]
  return rooms.map((roomNo) => ({ roomNo, lines: lines.filter((line) => line.roomNo === roomNo) }))
}

/** The charges as a table with its heads on every sheet. Empty where nothing is charged. */
export function linesTable(content: PaperContent): string {
  const lines = linesOf(content.lines, 'charge')
  if (lines.length === 0) return ''
  const taxed = lines.some(({ taxes }) => taxes.length > 0)
  const { language } = content
  const head = (key: 'date' | 'text' | 'quantity' | 'unit' | 'net' | 'rate' | 'tax' | 'amount') =>
    escaped(words(language, `paper.column.${key}`))
  const ofTax = taxed
    ? `<th class="n">${head('net')}</th><th class="n">${head('rate')}</th><th class="n">${head('tax')}</th>`
    : ''
  const columns = taxed ? 8 : 5
  const body = groupsOf(lines)
    .map((group) => groupRows(group, content, columns, (line) => lineRow(line, content, taxed)))
    .join('\n')
  return `<table class="lines">
<thead><tr><th>${head('date')}</th><th>${head('text')}</th><th class="n">${head('quantity')}</th><th class="n">${head('unit')}</th>${ofTax}<th class="n">${head('amount')}</th></tr></thead>
<tbody>
${body}
</tbody>
</table>`
}

function groupRows(
  { roomNo, lines }: Group,
  { language, currency }: PaperContent,
  columns: number,
  rowOf: (line: PaperLine) => string,
): string {
  const rows = lines.map(rowOf).join('\n')
  if (roomNo === null) return rows
  const named = roomNo !== ''
  const name = named
    ? words(language, 'paper.ofRoom', { room: roomNo })
    : words(language, 'paper.withoutRoom')
  const total = named
    ? words(language, 'paper.roomTotal', { room: roomNo })
    : words(language, 'paper.restTotal')
  const sum = amountText(sumMoney(lines.map(({ grossMinor }) => grossMinor)), currency, language)
  return `<tr class="sub"><th colspan="${columns}" scope="rowgroup">${escaped(name)}</th></tr>
${rows}
<tr class="foot"><td colspan="${columns - 1}">${escaped(total)}</td><td class="n">${escaped(sum)}</td></tr>`
}

function lineRow(line: PaperLine, { language, currency }: PaperContent, taxed: boolean): string {
  const amount = (minor: number) => `<td class="n">${escaped(amountText(minor, currency, language))}</td>`
  const rates = `<td class="n">${escaped(ratesText(line.taxes))}</td>`
  const ofTax = taxed ? `${amount(line.netMinor)}${rates}${amount(line.taxMinor)}` : ''
  return `<tr><td class="d">${escaped(paperDay(line.date, language))}</td><td>${escaped(line.text)}</td><td class="n">${escaped(quantityText(line.quantity, language))}</td>${amount(line.unitMinor)}${ofTax}${amount(line.grossMinor)}</tr>`
}

/** The same for a narrow roll: the text has a row of its own, quantity and amount the one below. */
export function rollLines(content: PaperContent): string {
  const lines = linesOf(content.lines, 'charge')
  if (lines.length === 0) return ''
  const { language, currency } = content
  const rowOf = (line: PaperLine) => {
    const unit = amountText(line.unitMinor, currency, language)
    const rates = ratesText(line.taxes)
    const how = `${quantityText(line.quantity, language)} × ${unit}${rates === '' ? '' : ` · ${rates}`}`
    return `<tr><td colspan="2">${escaped(`${paperDay(line.date, language)} ${line.text}`)}</td></tr>
<tr class="how"><td>${escaped(how)}</td><td class="n">${escaped(amountText(line.grossMinor, currency, language))}</td></tr>`
  }
  return `<table class="lines">
<tbody>
${groupsOf(lines)
  .map((group) => groupRows(group, content, 2, rowOf))
  .join('\n')}
</tbody>
</table>`
}
