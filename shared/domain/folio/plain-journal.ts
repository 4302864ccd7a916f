/**
 * The ledger as a plain-text journal that hledger and beancount read: what another program can add up again. Account names
 * are ASCII and begin as beancount asks; the hotel's own names stand in comments.
 */
import { type Currency, minorDigits } from '../../values/index.ts'
import type { AccountClass } from './chart.ts'

export const journalFormats = ['hledger', 'beancount'] as const
export type JournalFormat = (typeof journalFormats)[number]

export type JournalAccount = { id: number; code: string; nameEn: string; nameZh: string; class: AccountClass }

/** `foreignMinor`: in minor units of `currency`, of cash that is not the hotel's own. */
export type JournalEntry = {
  accountId: number
  amountMinor: number
  currency: string | null
  foreignMinor: number | null
}

export type JournalPosting = {
  id: number
  date: string
  kind: string
  /** What stands on its lines. */
  lines: readonly { code: string; text: string; folioId: number; window: number; grossMinor: number }[]
  entries: readonly JournalEntry[]
}

const roots: Readonly<Record<AccountClass, string>> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  revenue: 'Income',
  expense: 'Expenses',
}

/** Names by account id: `Assets:112201-Guests-in-house`. Two whose names come out the same are told apart by their ids. */
export function accountNames(accounts: readonly JournalAccount[]): Map<number, string> {
  const names = new Map<number, string>()
  const taken = new Set<string>()
  for (const { id, code, nameEn, class: of } of accounts) {
    const part = `${code} ${nameEn}`.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
    const name = `${roots[of]}:${/^[A-Z0-9]/.test(part) ? part : `A-${part}`}`
    const own = taken.has(name.toLowerCase()) ? `${name}-${id}` : name
    taken.add(own.toLowerCase())
    names.set(id, own)
  }
  return names
}

/** An amount with its commodity: `-53.00 CNY`, `5000 JPY`. */
export function amountText(minor: number, currency: string): string {
  const digits = minorDigits(currency as Currency)
  const whole = String(Math.abs(minor)).padStart(digits + 1, '0')
  const text = digits === 0 ? whole : `${whole.slice(0, -digits)}.${whole.slice(-digits)}`
  return `${minor < 0 ? '-' : ''}${text} ${currency}`
}

export type JournalHead = {
  accounts: readonly JournalAccount[]
  /** The hotel's own first. */
  currencies: readonly string[]
  from: string
  /** Balances before the first day, by account; together they are zero. */
  opening: readonly { accountId: number; amountMinor: number }[]
}

/** What stands above the postings: accounts, commodities, and the balances that the books began the period with. */
export function journalHead(format: JournalFormat, head: JournalHead): string {
  const names = accountNames(head.accounts)
  const [home = ''] = head.currencies
  const lines =
    format === 'hledger'
      ? [
          ...head.currencies.map(
            (one) =>
              `commodity ${minorDigits(one as Currency) === 0 ? '1000.' : `1000.${'0'.repeat(minorDigits(one as Currency))}`} ${one}`,
          ),
          ...head.accounts.map((one) => `account ${names.get(one.id)}  ; ${safe(one.nameZh)}`),
        ]
      : [
          `option "operating_currency" "${home}"`,
          // What is converted may be off by less than half of the smallest unit
          `option "inferred_tolerance_default" "${home}:${halfUnit(home)}"`,
          ...head.accounts.map((one) => `1900-01-01 open ${names.get(one.id)} ; ${safe(one.nameZh)}`),
        ]
  const opening = head.opening.map((one) => ({ ...one, currency: null, foreignMinor: null }))
  const first =
    opening.length === 0
      ? ''
      : `\n${title(format, head.from, 'Opening balances')}\n${entriesText(opening, names, home)}`
  return `${lines.join('\n')}\n${first}`
}

/** One transaction for each posting, its lines as comments; a posting that moved nothing is a comment alone. */
export function journalPosting(
  format: JournalFormat,
  { id, date, kind, lines, entries }: JournalPosting,
  names: ReadonlyMap<number, string>,
  home: string,
): string {
  const comments = lines.map(
    ({ code, text, folioId, window, grossMinor }) =>
      `  ; ${safe(code)} ${safe(text)} ${amountText(grossMinor, home)}, folio ${folioId}, window ${window}`,
  )
  if (entries.length === 0) return `\n; ${date} P${id} ${kind}, nothing moved\n`
  return `\n${[title(format, date, `P${id} ${kind}`), ...comments].join('\n')}\n${entriesText(entries, names, home)}`
}

function title(format: JournalFormat, date: string, text: string): string {
  return format === 'hledger' ? `${date} * ${text}` : `${date} * "${text}"`
}

function entriesText(
  entries: readonly JournalEntry[],
  names: ReadonlyMap<number, string>,
  home: string,
): string {
  return entries
    .map(({ accountId, amountMinor, currency, foreignMinor }) => {
      const own = amountText(amountMinor, home)
      const amount =
        currency === null || !foreignMinor
          ? own
          : `${amountText(foreignMinor, currency)} @@ ${amountText(Math.abs(amountMinor), home)}`
      return `  ${names.get(accountId)}  ${amount}\n`
    })
    .join('')
}

/** In a comment hledger reads `date: …` and `[2026-03-02]` as dates of the transaction. */
function safe(text: string): string {
  return text.replaceAll(/[\s:[\]]+/g, ' ').trim()
}

function halfUnit(currency: string): string {
  const digits = minorDigits(currency as Currency)
  return digits === 0 ? '0.5' : `0.${'0'.repeat(digits)}5`
}
