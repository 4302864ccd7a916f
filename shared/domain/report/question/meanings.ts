import type { BusinessDate } from '../../../values/index.ts'
import type { PeriodWord, ReportName } from '../catalogue.ts'
import type { Festival } from '../festivals.ts'
import type { FigureName } from '../figures.ts'

/** A part of a date as somebody types it: a year, a month, a day, a quarter, a half, a festival. Years may be told by this one. */
export type DatePart = {
  year?: number
  month?: number
  day?: number
  quarter?: number
  half?: 1 | 2
  festival?: Festival
}

/** What a filter takes. */
export type FilterName =
  | 'roomType'
  | 'floor'
  | 'segment'
  | 'channel'
  | 'agency'
  | 'company'
  | 'country'
  | 'ratePlan'

export type Direction = 'most' | 'least'

/** What a piece of a question may mean. */
export type Meaning =
  | { is: 'report'; report: ReportName }
  /** A figure, where it is stated only in some reports; a word that several figures have is each of them. */
  | { is: 'measure'; measure: FigureName; reports?: readonly ReportName[] }
  /** Choices of a report's `by`, of which it takes one. */
  | { is: 'cut'; cuts: readonly string[] }
  | { is: 'value'; name: FilterName; value: string }
  /** A word of its own parameter: basis, cohort, guests. */
  | { is: 'choice'; name: string; value: string }
  | { is: 'part'; part: DatePart }
  | { is: 'number'; number: number }
  /** A relative period. `part` is what it is by the calendar, where it is a month, quarter or year. */
  | { is: 'span'; word: PeriodWord | null; from: BusinessDate; to: BusinessDate; part?: DatePart }
  | { is: 'moment'; moment: string }
  | { is: 'order'; direction: Direction; rows: number | null }
  /** `to`, `and`: between two; `between`: makes of “and” a “to”; `first`: the figure that a report's rows have first. */
  | { is: 'by' | 'versus' | 'and' | 'to' | 'between' | 'since' | 'first' | 'little' }
  | { is: 'against'; what: 'none' | 'last-year' | 'same-weekday' | 'festival' | 'budget' | 'previous' }
  | { is: 'floor'; floor: string }
  /** Between quotation marks: a name or code of the hotel's own. */
  | { is: 'quoted'; text: string }

/** A piece of a question: units [from, to) of its folded text. */
export type Token = { from: number; to: number; meanings: readonly Meaning[] }

/** The meaning of a kind that a token may have. */
export function meaningOf<K extends Meaning['is']>(
  token: Token | undefined,
  is: K,
): Extract<Meaning, { is: K }> | undefined {
  return token?.meanings.find((meaning): meaning is Extract<Meaning, { is: K }> => meaning.is === is)
}

/** Whether a token may mean one of these. */
export function mayBe(token: Token | undefined, ...kinds: readonly Meaning['is'][]): boolean {
  return token?.meanings.some(({ is }) => kinds.includes(is)) ?? false
}

/** All meanings of a kind that a token may have. */
export function meaningsOfKind<K extends Meaning['is']>(token: Token, is: K): Extract<Meaning, { is: K }>[] {
  return token.meanings.filter((meaning): meaning is Extract<Meaning, { is: K }> => meaning.is === is)
}
