import { isReceipt, type PaperContent } from '#shared/domain/folio/paper.ts'
import type { PaperSize } from '#shared/domain/folio/paper-size.ts'
import { serviceDates } from '#shared/domain/folio/paper-sums.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { daysText } from '#shared/i18n/day-text.ts'
import { words } from '#shared/i18n/index.ts'
import { linesTable, rollLines } from './html-lines.ts'
import { paperStyle } from './html-style.ts'
import { paymentsOf, sumsOf } from './html-sums.ts'
import { paragraph, sellerOf, wholePage } from './whole-page.ts'
import { paperDay, paperNotice, paperReason, paperTitle } from './wording.ts'

/** `copy` 0 is the original, then the number of the copy. */
export type PaperPrint = { size: PaperSize; copy: number }

/**
 * A paper of money as one page that is whole in itself: nothing is loaded, nothing runs, the fonts are the system's. It prints
 * on its sheet with heads and page numbers, or down a roll.
 */
export function paperHtml(content: PaperContent, { size, copy }: PaperPrint): string {
  return wholePage({
    language: content.language,
    title: [paperTitle(content), content.label, content.payee.name],
    style: paperStyle({ language: content.language, running: runningOf(content) }, size, copy),
    body: parts(content, size, copy),
  })
}

/** What sheets after the first say of which paper they are. */
function runningOf(content: PaperContent): string {
  return [paperTitle(content), content.label, content.seller.name].filter((part) => part !== '').join(' · ')
}

function parts(content: PaperContent, size: PaperSize, copy: number): string[] {
  return [
    headOf(content, copy),
    partiesOf(content),
    reversalOf(content),
    size === 'roll-80' ? rollLines(content) : linesTable(content),
    paymentsOf(content),
    sumsOf(content),
    endOf(content),
  ]
}

function headOf(content: PaperContent, copy: number): string {
  const { seller, language } = content
  const mark =
    copy > 0 ? `\n<p class="mark">${escaped(words(language, 'paper.copy', { number: copy }))}</p>` : ''
  const contacts = [
    seller.phone === '' ? '' : words(language, 'paper.phone', { phone: seller.phone }),
    seller.email,
  ]
  const numbers = [
    seller.taxNo === '' ? '' : words(language, 'paper.taxNo', { number: seller.taxNo }),
    seller.registration === '' ? '' : words(language, 'paper.registration', { number: seller.registration }),
  ]
  return `<header>
${sellerOf(seller.name, seller.address, [joined(contacts), joined(numbers)])}
<div class="title">
<h1>${escaped(paperTitle(content))}</h1>
${paragraph(content.label, 'name')}${mark}
</div>
</header>`
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' · ')
}

function partiesOf(content: PaperContent): string {
  const { payee, language } = content
  const heading = isReceipt(content.kind) ? (content.paidMinor < 0 ? 'paidTo' : 'from') : 'payee'
  const taxNo = payee.taxNo === '' ? '' : words(language, 'paper.taxNo', { number: payee.taxNo })
  return `<section class="parties">
<div class="payee">
<h2>${escaped(words(language, `paper.${heading}`))}</h2>
${paragraph(payee.name, 'name')}${paragraph(payee.address, 'lead')}${paragraph(taxNo)}${paragraph(payee.email)}</div>
<dl>
${factsOf(content)
  .map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`)
  .join('\n')}
</dl>
</section>`
}

/** Numbers, dates and facts of the stay that the paper has. */
function factsOf(content: PaperContent): [string, string][] {
  const { language, folioNo, window } = content
  const served = serviceDates(content.lines)
  const day = (date: PaperContent['arrival']) => (date === null ? '' : paperDay(date, language))
  const folio = window > 1 ? words(language, 'paper.folioWindow', { folio: folioNo, window }) : folioNo
  const issued = joined([day(content.issuedOn), content.issuedAt])
  const facts: [string, string][] = [
    [words(language, 'paper.issued'), issued],
    [words(language, 'paper.served'), served ? daysText(served.first, served.last, language, 'plain') : ''],
    [words(language, 'paper.businessDate'), day(content.businessDate)],
    [words(language, 'paper.guest'), content.guest],
    [words(language, 'paper.room'), content.roomNo],
    [words(language, 'paper.arrival'), day(content.arrival)],
    [words(language, 'paper.departure'), day(content.departure)],
    [words(language, 'paper.confirmation'), content.confirmationNo],
    [words(language, 'paper.folio'), folioNo === '' ? '' : folio],
    [words(language, 'paper.cashier'), content.cashier],
  ]
  return facts.filter(([, value]) => value !== '')
}

function reversalOf(content: PaperContent): string {
  const text = paperReason(content)
  return text === '' ? '' : `<p class="${content.reverses ? 'reverses' : 'reason'}">${escaped(text)}</p>`
}

function endOf(content: PaperContent): string {
  const { language, kind, seller, footer, dueMinor } = content
  const notice = paperNotice(content)
  const owes = (kind === 'invoice' || kind === 'pro-forma') && dueMinor > 0
  const bank = owes && seller.bank !== '' ? words(language, 'paper.bank', { bank: seller.bank }) : ''
  const sign = (key: 'signGuest' | 'signCashier') => `<p>${escaped(words(language, `paper.${key}`))}</p>`
  const signs = isReceipt(kind)
    ? `${sign('signCashier')}${sign('signGuest')}`
    : kind === 'bill' || (kind === 'invoice' && seller.country === 'CN')
      ? sign('signGuest')
      : ''
  const amounts = words(language, 'paper.amountsIn', { currency: content.currency })
  return `<section class="whole">
${paragraph(notice ?? '', 'notice')}${paragraph(bank, 'footer')}${paragraph(footer, 'footer')}${paragraph(amounts, 'note')}${signs === '' ? '' : `<div class="signs">${signs}</div>`}
</section>`
}
