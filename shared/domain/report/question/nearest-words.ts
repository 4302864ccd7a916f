import { nearestWords } from '../../text/nearest.ts'
import type { ReportName } from '../catalogue.ts'
import type { FilterName } from './meanings.ts'
import { foldWord, isHan } from './text.ts'
import { type HotelValue, listed, type Vocabulary, type WordKind } from './vocabulary.ts'
import { cutWords, measureWords, memberWords, reportWords, type Words } from './words.ts'

/** So many words are named where one is not understood. */
const maxNearest = 3

/**
 * The words of the vocabulary that one may have been meant for, in the script it was typed in, those of a fitting kind before the
 * others. `around` are wider pieces that it may be a slip in: of 平均价房, 平均价 is a word and only 房 is not.
 */
export function nearestShown(
  text: string,
  around: readonly string[],
  { shown }: Pick<Vocabulary, 'shown'>,
  fits: (kind: WordKind) => boolean,
): string[] {
  const words = isHan(text) ? shown.chinese : shown.latin
  const fitting = words.filter(({ kind }) => fits(kind))
  const [wider] = around.flatMap((one) => nearestWords(foldWord(one), words, 1))
  const own = [fitting, words].flatMap((some) => nearestWords(foldWord(text), some, maxNearest))
  return [...new Set([...(wider === undefined || own.includes(wider) ? [] : [wider]), ...own])].slice(
    0,
    maxNearest,
  )
}

/** What “vs” may be followed by. */
export function someComparisons(question: string): string[] {
  return isHan(question)
    ? ['对比去年', '对比预算', '环比']
    : ['vs last year', 'vs budget', 'vs previous period']
}

/** The floors that there are. */
export function someFloors({ values }: Pick<Vocabulary, 'values'>, question: string): string[] {
  const floors = values.filter(({ name }) => name === 'floor').map(({ value }) => value)
  return floors.slice(0, maxNearest).map((floor) => (isHan(question) ? `${floor}楼` : `floor ${floor}`))
}

/** The first word of something in the language of a question. */
export function nameOf(words: Words, question: string): string {
  return listed(isHan(question) ? words.zh : words.en)[0] ?? ''
}

/** What reports are cut by, as one would type it. */
export function namesOfCuts(cuts: readonly string[], question: string): string[] {
  return cuts.flatMap((cut) => (cutWords[cut] ? [nameOf(cutWords[cut], question)] : []))
}

/** What a report is cut by, with its “by”. */
export function byName(cut: string, question: string): string {
  const [name] = namesOfCuts([cut], question)
  return isHan(question) ? `按${name}` : `by ${name}`
}

/** Reports as one would type them. */
export function namesOfReports(reports: readonly ReportName[], question: string): string[] {
  return reports.slice(0, maxNearest).map((report) => nameOf(wordsOfReport(report), question))
}

/** The words that name a report and nothing else. */
export function wordsOfReport(report: ReportName): Words {
  if (report === 'loyalty') return memberWords
  if (report === 'leadTime' || report === 'stayLength') return cutWords[report] as Words
  return reportWords[report]
}

/** A few of the subjects there are, for a question that names none. */
export function someSubjects(question: string): string[] {
  const some = [measureWords.occupancy, measureWords.cancelled, reportWords.repeatGuests]
  return some.flatMap((words) => (words ? [nameOf(words, question)] : []))
}

/** A value with what it is of before it, which says which is meant. */
export function qualifiedName(
  { name, value }: { name: FilterName; value: string },
  { values }: { values: readonly HotelValue[] },
  question: string,
): string {
  const known = values.find((one) => one.name === name && one.value === value)
  const called = known ? (isHan(question) ? known.zh : known.en) : value
  return `${nameOf(cutWords[name] as Words, question)} ${called || value}`
}
