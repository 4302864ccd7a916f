import { describe, expect, it } from 'vitest'
import { fieldOfRefusal, patched } from '#renderer/features/report/schedules/schedule-form.ts'
import { nextText, whenText } from '#renderer/features/report/schedules/schedule-words.ts'
import { saveSchedule } from '#shared/contract/report-files.ts'

describe('when a report is written', () => {
  it.each([
    { hours: [6], weekdays: [], en: 'Every day 06:00', zh: '每天 06:00' },
    {
      hours: [0, 18],
      weekdays: [0, 1, 2, 3, 4, 5, 6],
      en: 'Every day 00:00, 18:00',
      zh: '每天 00:00、18:00',
    },
    { hours: [6], weekdays: [0, 1, 5], en: 'Mon, Fri, Sun 06:00', zh: '周一、周五、周日 06:00' },
  ])('$en', ({ en, zh, ...when }) => {
    expect(whenText(when, 'en')).toBe(en)
    expect(whenText(when, 'zh')).toBe(zh)
  })

  it('names the next hour with its weekday', () => {
    expect(nextText('2026-03-02T06', 'en')).toBe('Mon 2 Mar 06:00')
    expect(nextText('2026-03-02T18', 'zh')).toBe('03/02 周一 18:00')
  })
})

it('keeps no parameter that was let go', () => {
  expect(patched({ period: 'last-month', by: 'day' }, { period: '', from: '2026-03-01' })).toEqual({
    by: 'day',
    from: '2026-03-01',
  })
})

it('puts each refusal beside the field that it is about', () => {
  const beside = Object.fromEntries(saveSchedule.refusals.map((code) => [code, fieldOfRefusal(code)]))
  expect(beside).toMatchObject({
    SCHEDULE_NAME_TAKEN: 'name',
    FILE_FOLDER_RELATIVE: 'folder',
    FILE_FOLDER_MISSING: 'folder',
    FILE_NO_ACCESS: 'folder',
    REPORT_PERIOD_BACKWARDS: 'parameters',
    SCHEDULE_UNKNOWN: null,
  })
})
