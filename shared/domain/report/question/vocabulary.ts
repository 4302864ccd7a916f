import { addDays, monthOf, yearOf } from '../../../values/index.ts'
import type { KnownWord } from '../../text/nearest.ts'
import type { PeriodWord, ReportName } from '../catalogue.ts'
import { type Festival, festivals } from '../festivals.ts'
import { type FigureName, figureHeadings, figuresOfReport } from '../figures.ts'
import { type Period, periodOf } from '../period.ts'
import { type Calendar, unitPeriod } from './dates.ts'
import { reportsInOrder } from './figure-reports.ts'
import { genericWords } from './generic-words.ts'
import type { DatePart, Direction, FilterName, Meaning } from './meanings.ts'
import {
  againstWords,
  dayWords,
  halfWords,
  joinWords,
  monthWords,
  orderWords,
  spanWords,
  unitWords,
} from './small-words.ts'
import { foldWord, isHan } from './text.ts'
import {
  choiceWords,
  cutWords,
  doubleWords,
  festivalWords,
  measureWords,
  memberWords,
  reportWords,
  sharedCutWords,
  unspokenHeadings,
  type Words,
} from './words.ts'

/** Something on file that a report may be restricted to: what the filter takes, its names, and what else it is called. */
export type HotelValue = {
  name: FilterName
  value: string
  en: string
  zh: string
  also?: readonly string[]
}

/** A word as the vocabulary has it: what it means, on a business date. */
type Entry = Meaning | ((calendar: Calendar) => Meaning)

/** What a shown word is of: a report or figure, what reports are cut by, a time, a value on file, anything else. */
export type WordKind = 'subject' | 'cut' | 'time' | 'other' | FilterName

type ShownWord = KnownWord & { kind: WordKind }
type Shown = { latin: readonly ShownWord[]; chinese: readonly ShownWord[] }

export type Vocabulary = {
  /** By folded word. */
  words: ReadonlyMap<string, readonly Entry[]>
  /** Units of the longest word. */
  longest: number
  /** Words as they are shown and as they are compared, for the nearest one. */
  shown: Shown
  values: readonly HotelValue[]
  /** Of each value the folded words, in the order of values. */
  foldedValues: readonly (readonly string[])[]
  /** What heads the figures of reports. */
  headings: Headings
  /** Words that alone are not enough of a name on file. */
  generic: ReadonlySet<string>
}

type OwnWords = Pick<Vocabulary, 'words' | 'shown' | 'generic'>

let folded: OwnWords | undefined

/** The grammar's own words; a hotel's are added by `vocabularyOf`. Folded for the first question, not at each start. */
function grammar(): OwnWords {
  folded ??= ownWords()
  return folded
}

/** Headings of columns in both languages, by their keys. */
export type Headings = { readonly [heading: string]: Words }

/** The words that a question may be made of in this hotel, with those that head the reports' figures. */
export function vocabularyOf(values: readonly HotelValue[], headings: Headings): Vocabulary {
  const own = grammar()
  const words = new Map(own.words)
  const foldedValues = values.map(wordsOfValue)
  const heads = headingEntries(headings)
  for (const head of heads)
    for (const one of /[a-z]$/.test(head.word) && !head.word.endsWith('s') ? ['', 's'] : [''])
      addFigure(words, foldWord(`${head.word}${one}`), head)
  for (const [at, { name, value }] of values.entries()) {
    // A floor's bare number would be taken for a day: it is typed as a floor
    if (name === 'floor') continue
    for (const word of foldedValues[at] ?? [])
      words.set(word, [...(words.get(word) ?? []), { is: 'value', name, value }])
  }
  const names = values
    .filter(({ name }) => name !== 'floor')
    .flatMap(({ name, en, zh }) => [en, zh].map((word) => ({ word, kind: name })))
  // “Rooms, low” is nothing that one would type
  const figures = heads
    .filter(({ word }) => !word.includes(','))
    .map(({ word }) => ({ word, kind: 'subject' as const }))
  return {
    words,
    longest: Math.max(...[...words.keys()].map((word) => word.length)) + 4,
    shown: known([...figures, ...names], own.shown),
    values,
    foldedValues,
    headings,
    generic: own.generic,
  }
}

type Heading = { word: string; figure: FigureName; report: ReportName }

/** The words that head the figures of reports, in the order in which reports are opened for a word that several have. */
function headingEntries(headings: Headings): Heading[] {
  const unspoken = new Set(unspokenHeadings)
  return reportsInOrder
    .flatMap((report) =>
      figuresOfReport(report).flatMap((figure) => {
        const { en = '', zh = '' } = headings[figureHeadings[report]?.[figure] ?? figure] ?? {}
        return [en, zh].map((word) => ({ word, figure, report }))
      }),
    )
    .filter(({ word }) => word !== '' && !unspoken.has(word))
}

/** Figures that some report heads otherwise: their headings are of the reports alone that have them. */
const otherwise = new Set(Object.values(figureHeadings).flatMap((of) => Object.keys(of)))

function addFigure(words: Map<string, readonly Entry[]>, word: string, { figure, report }: Heading): void {
  const before = words.get(word) ?? []
  const at = before.findIndex(
    (entry) => typeof entry !== 'function' && entry.is === 'measure' && entry.measure === figure,
  )
  const known = before[at]
  if (known === undefined)
    words.set(word, [
      ...before,
      { is: 'measure', measure: figure, ...(otherwise.has(figure) ? { reports: [report] } : {}) },
    ])
  else if (typeof known !== 'function' && known.is === 'measure' && known.reports)
    words.set(word, before.with(at, { ...known, reports: [...known.reports, report] }))
}

/** What a folded word means on a business date. */
export function meaningsOf(vocabulary: Vocabulary, word: string, calendar: Calendar): readonly Meaning[] {
  const entries = vocabulary.words.get(word) ?? []
  return entries.map((entry) => (typeof entry === 'function' ? entry(calendar) : entry))
}

/** The words of a list that is parted by commas. */
export function listed(words: string): string[] {
  return words.split(',').map((word) => word.trim())
}

/** Its names and its code; not the code of a country: “can you show” is not about Canada. */
function wordsOfValue({ name, value, en, zh, also = [] }: HotelValue): string[] {
  const code = name === 'country' ? [] : [value]
  return [...new Set([en, zh, ...code, ...also].map(foldWord))].filter((word) => word !== '')
}

function ownWords(): OwnWords {
  const words = new Map<string, Entry[]>()
  const shown: { word: string; kind: WordKind }[] = []
  const put = (word: string, entry: Entry) => {
    const folded = foldWord(word)
    words.set(folded, [...(words.get(folded) ?? []), entry])
  }
  for (const { words: both, entries, kind } of ownEntries()) {
    for (const word of [...listed(both.en), ...listed(both.zh)]) {
      if (word === '') continue
      for (const entry of entries) put(word, entry)
      if (kind !== null) shown.push({ word, kind })
    }
    for (const word of listed(both.en))
      for (const entry of entries) if (kind !== null && !word.endsWith('s')) put(`${word}s`, entry)
  }
  return {
    words,
    shown: known(shown),
    generic: genericWords(words.keys()),
  }
}

/** Words to show, each once, after those that are shown already. */
function known(words: readonly { word: string; kind: WordKind }[], before?: Shown): Shown {
  const had = [...(before?.latin ?? []), ...(before?.chinese ?? [])]
  const all = new Map(had.map((one) => [`${one.folded} ${one.kind}`, one]))
  for (const { word, kind } of words) {
    const folded = foldWord(word)
    if (!all.has(`${folded} ${kind}`)) all.set(`${folded} ${kind}`, { word, kind, folded })
  }
  const shown = [...all.values()]
  return {
    latin: shown.filter(({ word }) => !isHan(word)),
    chinese: shown.filter(({ word }) => isHan(word)),
  }
}

/** `kind` null: a small word, which nobody is shown. */
type OwnEntry = { words: Words; entries: readonly Entry[]; kind: WordKind | null }

function ownEntries(): OwnEntry[] {
  const entry =
    (kind: WordKind) =>
    (words: Words, ...entries: Entry[]): OwnEntry => ({ words, entries, kind })
  const [subject, cutEntry, other] = [entry('subject'), entry('cut'), entry('other')]
  return [
    ...entriesOf(reportWords).map(([report, words]) => subject(words, { is: 'report', report })),
    ...entriesOf(measureWords).map(([measure, words]) => subject(words, measureOf(measure))),
    ...entriesOf(cutWords).map(([cut, words]) =>
      cutEntry(
        words,
        { is: 'cut', cuts: [cut] },
        ...(doubleWords[cut] ? [{ is: 'report', report: doubleWords[cut] } as const] : []),
      ),
    ),
    ...sharedCutWords.map(({ cuts, words }) => cutEntry(words, { is: 'cut', cuts })),
    subject(
      memberWords,
      { is: 'report', report: 'loyalty' },
      { is: 'choice', name: 'guests', value: 'members' },
    ),
    ...choiceWords.map(({ name, value, words }) => other(words, { is: 'choice', name, value })),
    ...timeEntries().map((one): OwnEntry => ({ ...one, kind: 'time' })),
    ...entriesOf(orderWords).map(([direction, words]) => other(words, orderOf(direction))),
    ...againstWords.map(({ what, words }) => other(words, { is: 'against', what })),
    ...entriesOf(joinWords).map(
      ([is, words]): OwnEntry => ({
        words,
        entries: [{ is }],
        kind: is === 'by' || is === 'versus' ? 'other' : null,
      }),
    ),
  ]
}

function timeEntries(): Pick<OwnEntry, 'words' | 'entries'>[] {
  return [
    ...entriesOf(spanWords).map(([word, words]) => ({ words, entries: [spanEntry(word)] })),
    ...dayWords.map(({ days, words }) => ({ words, entries: [dayEntry(days)] })),
    ...unitWords.map(({ unit, away, words }) => ({ words, entries: [unitEntry(unit, away)] })),
    ...monthWords.map((en, at) => ({ words: { en, zh: '' }, entries: [partOf({ month: at + 1 })] })),
    ...halfWords.map(({ half, words }) => ({ words, entries: [partOf({ half })] })),
    ...festivals.map((festival: Festival) => ({
      words: festivalWords[festival],
      entries: [partOf({ festival })],
    })),
  ]
}

function measureOf(measure: FigureName): Meaning {
  return { is: 'measure', measure }
}

function orderOf(direction: Direction): Meaning {
  return { is: 'order', direction, rows: null }
}

function partOf(part: DatePart): Meaning {
  return { is: 'part', part }
}

function spanEntry(word: PeriodWord): Entry {
  return ({ today, starts }) => {
    const period = periodOf(word, today, starts)
    const unit = word.slice(word.indexOf('-') + 1)
    return { is: 'span', word, ...period, ...partOfUnit(unit, period) }
  }
}

function unitEntry(unit: (typeof unitWords)[number]['unit'], away: number): Entry {
  return (calendar) => {
    const period = unitPeriod(unit, away, calendar)
    return { is: 'span', word: null, ...period, ...partOfUnit(unit, period) }
  }
}

function partOfUnit(unit: string, { from }: Period): { part?: DatePart } {
  const year = yearOf(from)
  if (unit === 'year') return { part: { year } }
  if (unit === 'month') return { part: { year, month: monthOf(from) } }
  if (unit === 'quarter') return { part: { year, quarter: Math.ceil(monthOf(from) / 3) } }
  return {}
}

function dayEntry(days: number): Entry {
  return ({ today }) => ({
    is: 'span',
    word: null,
    from: addDays(today, days),
    to: addDays(today, days + 1),
  })
}

function entriesOf<K extends string, V>(map: Readonly<Partial<Record<K, V>>>): [K, V][] {
  return Object.entries(map) as [K, V][]
}
