import {
  type Parameters,
  type PeriodWord,
  periodWords,
  type ReportName,
} from '#shared/domain/report/catalogue.ts'
import { type FigureName, figureHeadings, figuresOfReport } from '#shared/domain/report/figures.ts'
import { readOrder } from '#shared/domain/report/order.ts'
import { specsOf } from '#shared/domain/report/question/choose-report.ts'
import { figureOf, isOfRows } from '#shared/domain/report/question/figure-reports.ts'
import type { FilterName } from '#shared/domain/report/question/meanings.ts'
import { wordsOfReport } from '#shared/domain/report/question/nearest-words.ts'
import { againstWords, joinWords, orderWords, spanWords } from '#shared/domain/report/question/small-words.ts'
import { foldWord } from '#shared/domain/report/question/text.ts'
import { listed, type Vocabulary } from '#shared/domain/report/question/vocabulary.ts'
import {
  choiceWords,
  cutWords,
  measureWords,
  memberWords,
  type Words,
} from '#shared/domain/report/question/words.ts'
import { addDays, addMonths, isBusinessDate, LAST_YEAR, yearOf } from '#shared/values/index.ts'

type Wording = { language: 'en' | 'zh'; vocabulary: Vocabulary }

/**
 * The question that opens a report with these parameters, which `readQuestion` reads back to them; null where the grammar has no
 * words for one of them: a value that is not on file, an order by a figure of its own.
 */
export function questionOf(
  report: ReportName,
  parameters: Parameters,
  language: 'en' | 'zh',
  vocabulary: Vocabulary,
): string | null {
  const wording: Wording = { language, vocabulary }
  const parts: (string | null)[] = [
    first(wordsOfReport(report), wording),
    timeText(parameters, wording),
    drawnText(report, parameters, wording),
  ]
  for (const spec of specsOf(report)) {
    if (spec.kind === 'period' || spec.name === 'figure') continue
    const value = parameters[spec.name] ?? ''
    if (value === '') continue
    if (spec.kind === 'choice') parts.push(choiceText(spec.name, value, wording))
    else if (spec.kind === 'filter') parts.push(filterText(spec.name as FilterName, value, wording))
    else if (spec.kind === 'order') parts.push(orderWording(report, value, wording))
    else if (spec.kind === 'moment')
      parts.push(`${first(joinWords.since, wording)} ${momentText(value, wording)}`)
    else parts.push(momentText(value, wording))
  }
  if (parts.includes(null)) return null
  return parts.filter((part) => part !== '').join(' ')
}

function first(words: Words, { language }: Wording): string {
  return listed(words[language])[0] ?? ''
}

/** The period, after the report: what comes before a “since” must not touch it. */
function timeText({ period = '', from = '', to = '' }: Parameters, wording: Wording): string {
  if (from !== '' || to !== '') return datesText(from || to, to || from, wording)
  return period === '' ? '' : momentText(period, wording)
}

function momentText(value: string, wording: Wording): string {
  const word = periodWords.find((one) => one === value)
  return word ? spanText(word, wording) : value
}

const chineseUnits: Readonly<Record<string, string>> = { days: '天', months: '个月' }

function spanText(word: PeriodWord, wording: Wording): string {
  const words = spanWords[word]
  if (words) return first(words, wording)
  if (wording.language === 'en') return word.replaceAll('-', ' ')
  const [way, count, unit = ''] = word.split('-')
  return `${way === 'last' ? '过去' : '未来'}${count}${chineseUnits[unit] ?? ''}`
}

/** Whole months and years as such, anything else by its days. */
function datesText(from: string, to: string, wording: Wording): string {
  if (from === to) return from
  const month = from.slice(0, 7)
  if (from.endsWith('-01') && isLastDay(from, to, 1))
    return wording.language === 'zh' ? chineseMonth(month) : month
  return isYear(from, to) ? from.slice(0, 4) : daysText(from, to, wording)
}

function daysText(from: string, to: string, { language }: Wording): string {
  return language === 'zh' ? `${from}至${to}` : `${from} to ${to}`
}

function isYear(from: string, to: string): boolean {
  return from.endsWith('-01-01') && isLastDay(from, to, 12)
}

function isLastDay(from: string, to: string, months: number): boolean {
  return (
    isBusinessDate(from) &&
    isBusinessDate(to) &&
    yearOf(from) < LAST_YEAR &&
    addDays(to, 1) === addMonths(from, months)
  )
}

function chineseMonth(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}

function choiceText(name: string, value: string, wording: Wording): string | null {
  if (name === 'by') return cutText(value, wording)
  if (name === 'compare' && value !== 'none') return comparisonText(value, wording)
  if (name === 'guests' && value === 'members') return first(memberWords, wording)
  const words = choiceWords.find((one) => one.name === name && one.value === value)?.words
  return words ? first(words, wording) : null
}

function cutText(cut: string, wording: Wording): string | null {
  const words = cutWords[cut]
  return words ? `${first(joinWords.by, wording)} ${first(words, wording)}` : null
}

function comparisonText(value: string, wording: Wording): string | null {
  const versus = first(joinWords.versus, wording)
  const [from = '', to] = value.split('..', 2)
  // A year alone would be the same days of that year
  if (to !== undefined)
    return `${versus} ${isYear(from, to) ? daysText(from, to, wording) : datesText(from, to, wording)}`
  if (value === 'budget') return `${versus} ${first(wordsOfReport('budget'), wording)}`
  const words = againstWords.find(({ what }) => what === value)?.words
  return words ? first(words, wording) : null
}

/** By its name between quotation marks, or by its code where another of its kind is called the same. */
function filterText(name: FilterName, value: string, wording: Wording): string | null {
  const { language, vocabulary } = wording
  if (name === 'floor') return language === 'zh' ? `${value}楼` : `floor ${value}`
  const values = vocabulary.values.filter((one) => one.name === name)
  const known = values.find((one) => one.value === value)
  const words = cutWords[name]
  if (!known || !words) return null
  const isAlone = (word: string) =>
    foldWord(word) !== '' &&
    !foldWord(word).includes('"') &&
    values.every(
      (one) =>
        one === known || ![one.en, one.zh, one.value].some((other) => foldWord(other) === foldWord(word)),
    )
  const word = [known[language], known.value].find(isAlone)
  return word === undefined ? null : `${first(words, wording)} "${word}"`
}

/** The figure that is drawn, before the one that rows are ordered by, which would be drawn if it were the first. */
function drawnText(
  report: ReportName,
  { figure = 'usual', order = '' }: Parameters,
  wording: Wording,
): string | null {
  if (figure !== 'usual' && figure !== '') return figureText(report, figure, wording)
  return readOrder(order)?.column ? choiceText('figure', 'usual', wording) : ''
}

/** A word for a figure that means it in this report. */
function figureText(report: ReportName, figure: string, { language, vocabulary }: Wording): string | null {
  const known = figuresOfReport(report).find((one) => one === figure)
  if (!known) return null
  const heading = vocabulary.headings[figureHeadings[report]?.[known] ?? known]
  const own = measureWords[known]
  const words = [...(own ? listed(own[language]) : []), ...(heading ? [heading[language]] : [])]
  return words.find((word) => figureCalled(report, word, vocabulary) === known) ?? null
}

function figureCalled(report: ReportName, word: string, { words }: Vocabulary): FigureName | null {
  const entries = words.get(foldWord(word)) ?? []
  return figureOf(
    entries.filter((entry) => typeof entry !== 'function'),
    report,
  )
}

function orderWording(report: ReportName, value: string, wording: Wording): string | null {
  const order = readOrder(value)
  if (!order) return null
  const { column, direction, rows } = order
  const isOrdered = figuresOfReport(report).some((one) => one === column && isOfRows(report, one))
  const figure =
    column === null ? first(joinWords.first, wording) : isOrdered ? figureText(report, column, wording) : null
  if (figure === null) return null
  if (rows === null) return `${figure} ${first(orderWords[direction], wording)}`
  if (wording.language === 'zh') return `${figure} ${direction === 'most' ? '前' : '后'}${rows}名`
  return `${figure} ${direction === 'most' ? 'top' : 'bottom'} ${rows}`
}
