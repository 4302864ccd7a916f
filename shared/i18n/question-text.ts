import type { Problem, Understanding } from '../domain/report/question/read-question.ts'
import { isBusinessDate, isMoment } from '../values/index.ts'
import { daysText, dayText } from './day-text.ts'
import { momentText } from './figure-text.ts'
import { isKey, type Key, words } from './index.ts'
import { choiceText, wordOrder } from './report-facts.ts'
import { columnHeading } from './report-text.ts'
import type { Language } from './types.ts'

export type QuestionContext = {
  language: Language
  locale: string
  timeZone: string
  /** Of values, by name and code: `roomType:DLX`. */
  names: { readonly [value: string]: { en: string; zh: string } }
}

/** What a piece of a question was understood as, as reports word it. */
export function understandingText(as: Understanding, context: QuestionContext): string {
  const { language, names } = context
  const say = (key: Key, params?: Record<string, string | number>) => words(language, key, params)
  switch (as.kind) {
    case 'report':
      return say(`report.name.${as.report}`)
    case 'measure':
      return columnHeading({ key: as.measure }, language)
    case 'period':
      return as.word ? say(`report.period.${as.word}`) : daysText(as.from, as.to, language)
    case 'against':
      return say('reportAsk.against', { period: daysText(as.from, as.to, language) })
    case 'filter': {
      const value = names[`${as.name}:${as.value}`]?.[language] ?? as.value
      return say('reportAsk.filter', { name: say(`report.parameter.${as.name}`), value })
    }
    case 'choice':
      return chosenText(as.name, as.value, language)
    case 'since':
      return say('reportAsk.since', { moment: sinceText(as.value, context) })
    case 'order':
      return wordOrder({ ...as, column: as.measure }, language)
  }
}

/** What is wrong with a question, and what may have been meant. */
export function problemText({ why, text }: Problem, language: Language): string {
  return words(language, `reportAsk.problem.${why}`, { text })
}

function chosenText(name: string, value: string, language: Language): string {
  const choice = choiceText(name, value, { language })
  if (name === 'by')
    return words(language, 'reportAsk.cut', { cut: language === 'en' ? choice.toLowerCase() : choice })
  if (name === 'compare') return words(language, 'reportAsk.against', { period: choice })
  const label = `report.parameter.${name}`
  return words(language, 'reportAsk.filter', {
    name: isKey(label) ? words(language, label) : name,
    value: choice,
  })
}

function sinceText(value: string, { language, locale, timeZone }: QuestionContext): string {
  if (isBusinessDate(value)) return dayText(value, language)
  if (isMoment(value)) return momentText(value, locale, timeZone)
  const key = `report.period.${value}`
  return isKey(key) ? words(language, key) : value
}
