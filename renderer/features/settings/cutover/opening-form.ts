import type { InputOf } from '#shared/contract/index.ts'
import {
  type CutoverSection,
  cutoverSections,
  type OpeningLedger,
  type OpeningTotals,
  openingColumns,
  openingLedgers,
  readOpeningLines,
  totalsOfOpening,
  type WrongLine,
} from '#shared/domain/folio/cutover.ts'
import { type Currency, parseMoney } from '#shared/values/index.ts'

/** A line as it is typed: a text for each column of its section. */
export type Cells = readonly string[]
type TypedLines = { [S in CutoverSection]: readonly Cells[] }
type TypedAmounts = { readonly [L in OpeningLedger]: string }

export type TypedOpening = TypedLines & {
  /** The cash in the safe. */
  safe: string
  /** The trial balance of the system before. */
  trial: TypedAmounts
}

export function freshOpening(): TypedOpening {
  const trial = Object.fromEntries(openingLedgers.map((ledger) => [ledger, ''])) as TypedAmounts
  return { folios: [], deposits: [], items: [], vouchers: [], numbers: [], safe: '', trial }
}

export type Opening = Omit<InputOf<'cutover.preview'>, 'trial'>

export type ReadOpening = {
  /** All that can be read. */
  opening: Opening
  sums: OpeningTotals
  trial: OpeningTotals
  /** Fields of lines that can't be read. */
  wrong: WrongLine[]
  /** Amounts beside the lines that can't. */
  unread: readonly (OpeningLedger | 'safe')[]
}

/** What was typed, as the commands take it; lines are named by their place, the first being 1. */
export function readTyped(typed: TypedOpening, currency: Currency): ReadOpening {
  const wrong: WrongLine[] = []
  const rows = Object.fromEntries(
    cutoverSections.map((section) => {
      const lines = typed[section].map((cells, at) => ({ line: at + 1, cells }))
      const read = readOpeningLines(section, lines, currency)
      wrong.push(...read.wrong)
      return [section, read.rows]
    }),
  ) as unknown as Required<Pick<Opening, CutoverSection>>
  const unread: (OpeningLedger | 'safe')[] = []
  const amount = (name: OpeningLedger | 'safe', text: string) => {
    const minor = text.trim() === '' ? 0 : parseMoney(text, currency)
    if (minor === null) unread.push(name)
    return minor ?? 0
  }
  const safeMinor = amount('safe', typed.safe)
  const trial = Object.fromEntries(
    openingLedgers.map((ledger) => [ledger, amount(ledger, typed.trial[ledger])]),
  ) as OpeningTotals
  const opening = { ...rows, safeMinor }
  return { opening, sums: totalsOfOpening(opening as never), trial, wrong, unread }
}

/** A new line; what nearly all lines have is there already. */
export function freshCells(section: CutoverSection, year: string): string[] {
  const usual: { [field: string]: string } = { window: '1', kind: 'key', year }
  return openingColumns[section].map(({ field }) => usual[field] ?? '')
}

/** The heads of a section's columns, as a file may have them. */
export function headsOf(section: CutoverSection, language: 'en' | 'zh'): string[] {
  return openingColumns[section].map(
    ({ field, heads }) =>
      (language === 'zh' ? heads.find((head) => /\p{Script=Han}/u.test(head)) : heads[0]) ?? field,
  )
}
