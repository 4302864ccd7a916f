import { capitalsOf } from '#shared/domain/folio/capitals.ts'
import { isReceipt, type PaperContent } from '#shared/domain/folio/paper.ts'
import { linesOf, taxTableOf } from '#shared/domain/folio/paper-sums.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { words } from '#shared/i18n/index.ts'
import { amountText, paperDay, paymentNotes, sumText } from './wording.ts'

/** The tax table and the totals, kept together on one sheet. */
export function sumsOf(content: PaperContent): string {
  if (isReceipt(content.kind)) return receivedOf(content)
  return `<section class="sums">${taxTable(content)}${totalsOf(content)}</section>`
}

/** Net, tax and gross by rate; a tax on another base than the net of its row says which. */
function taxTable(content: PaperContent): string {
  const { rows, untaxedMinor } = taxTableOf(content.lines)
  if (rows.length === 0) return ''
  const { language, currency, netMinor, taxMinor, grossMinor } = content
  const text = (minor: number) => amountText(minor, currency, language)
  const amount = (minor: number | null) => `<td class="n">${minor === null ? '' : escaped(text(minor))}</td>`
  const line = (name: string, amounts: (number | null)[], mark = '') =>
    `<tr${mark}><td>${escaped(name)}</td>${amounts.map(amount).join('')}</tr>`
  const body = rows.map((row) => {
    const name = row.rate === '' || row.name.includes(`${row.rate}%`) ? row.name : `${row.name} ${row.rate}%`
    const isOnBase = row.rate !== '' && row.baseMinor !== row.netMinor
    const whole = isOnBase ? words(language, 'paper.onBase', { tax: name, base: text(row.baseMinor) }) : name
    return line(whole, [row.netMinor, row.taxMinor, row.grossMinor])
  })
  if (untaxedMinor !== 0) body.push(line(words(language, 'paper.untaxed'), [untaxedMinor, 0, untaxedMinor]))
  const total = line(words(language, 'paper.total'), [netMinor, taxMinor, grossMinor], ' class="foot"')
  const head = (key: 'taxes' | 'net' | 'tax' | 'gross') => escaped(words(language, `paper.${key}`))
  return `<table class="taxes">
<thead><tr><th>${head('taxes')}</th><th class="n">${head('net')}</th><th class="n">${head('tax')}</th><th class="n">${head('gross')}</th></tr></thead>
<tbody>
${body.join('\n')}
${total}
</tbody>
</table>`
}

function totalsOf(content: PaperContent): string {
  const { kind, language, currency, netMinor, taxMinor, grossMinor, roundingMinor, paidMinor, dueMinor } =
    content
  const row = (name: string, minor: number, mark = '') =>
    `<tr${mark}><td>${escaped(name)}</td><td class="n">${escaped(sumText(minor, currency, language))}</td></tr>`
  const rows: string[] = []
  if (taxMinor !== 0)
    rows.push(row(words(language, 'paper.net'), netMinor), row(words(language, 'paper.taxTotal'), taxMinor))
  if (kind === 'credit-note') {
    rows.push(row(words(language, 'paper.credited'), grossMinor, ' class="foot strong"'))
    return totalsTable(rows)
  }
  rows.push(row(words(language, 'paper.total'), grossMinor, ' class="foot strong"'))
  if (roundingMinor !== 0) {
    rows.push(row(words(language, 'paper.rounding'), roundingMinor))
    rows.push(row(words(language, 'paper.toPay'), grossMinor + roundingMinor, ' class="foot"'))
  }
  if (paidMinor !== 0) rows.push(row(words(language, 'paper.paid'), 0 - paidMinor))
  const due = words(language, dueMinor < 0 ? 'paper.credit' : 'paper.due')
  rows.push(row(due, Math.abs(dueMinor), ' class="foot strong"'))
  return totalsTable(rows)
}

function totalsTable(rows: readonly string[]): string {
  return `<table class="totals"><tbody>
${rows.join('\n')}
</tbody></table>`
}

/** What a receipt is for: the sum, in capitals too where Chinese paper asks for them. */
function receivedOf({ paidMinor, currency, language }: PaperContent): string {
  const name = words(language, paidMinor < 0 ? 'paper.refunded' : 'paper.received')
  const sum = Math.abs(paidMinor)
  const capitals = language === 'zh' && currency === 'CNY' ? capitalsOf(sum) : ''
  return `<section class="sums">${totalsTable([
    `<tr class="strong"><td>${escaped(name)}</td><td class="n">${escaped(sumText(sum, currency, language))}</td></tr>`,
    ...(capitals === '' ? [] : [`<tr><td colspan="2" class="words">${escaped(capitals)}</td></tr>`]),
  ])}</section>`
}

/** The payments with how they were made; empty where nothing was paid. A credit note has none. */
export function paymentsOf(content: PaperContent): string {
  const { language, currency, kind } = content
  const lines = linesOf(content.lines, 'payment')
  if (lines.length === 0 || kind === 'credit-note') return ''
  const rows = lines.map((line) => {
    const notes = paymentNotes(line, content)
    const note = notes.length > 0 ? ` <span class="note">(${escaped(notes.join('; '))})</span>` : ''
    const text = `<td class="d">${escaped(paperDay(line.date, language))}</td><td>${escaped(line.text)}${note}</td>`
    return `<tr>${text}<td class="n">${escaped(amountText(0 - line.grossMinor, currency, language))}</td></tr>`
  })
  return `<table class="payments">
<thead><tr><th colspan="2">${escaped(words(language, 'paper.payments'))}</th><th class="n">${escaped(words(language, 'paper.column.amount'))}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}
