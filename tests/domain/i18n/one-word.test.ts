import { describe, expect, it } from 'vitest'
import { en } from '#shared/i18n/en/index.ts'
import { zh } from '#shared/i18n/zh/index.ts'

/** Every text of a catalogue with its key. */
function textsOf(part: object, path = ''): [string, string][] {
  return Object.entries(part).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as [string, string]]
      : textsOf(value as object, `${path}${name}.`),
  )
}

describe.each([
  ['English', en],
  ['Chinese', zh],
])('one word is one thing in %s', (_language, catalogue) => {
  const { report, reportColumn, reportDefinition, reportScreen } = catalogue

  it('a span is called alike in the choice of periods, on the dashboard and on the daily', () => {
    const { month, year } = reportScreen.dashboard.span
    expect([report.period['month-to-date'], report.period['year-to-date']]).toEqual([month, year])
    expect([report.span.month, report.span.year]).toEqual([month, year])
  })

  it('a request that is done is called alike on the dashboard and in the reports', () => {
    const { done } = reportScreen.dashboard.requests
    expect([reportColumn.requestsDone, reportColumn.doneRequests]).toEqual([done, done])
  })

  it('a definition says more than the name of what it defines', () => {
    const plain = (text: string) => text.toLowerCase().replace(/[.。]$/, '')
    const names = reportColumn as Record<string, string>
    const repeated = Object.entries(reportDefinition).filter(
      ([name, text]) => plain(text) === plain(names[name] ?? ''),
    )
    expect(repeated).toEqual([])
  })
})

it('a room-night and what has passed of a month and a year have one Chinese word each', () => {
  expect(textsOf(zh).filter(([, text]) => /房晚|本月至今|今年至今|本年至今/.test(text))).toEqual([])
})

it('a pillow is named as one where it stands alone, as in an offer', () => {
  expect(Object.values(en.guest.preference.value.pillow).filter((text) => !text.includes('pillow'))).toEqual(
    [],
  )
})
