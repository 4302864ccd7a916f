import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { smallHotel } from '#tests/support/small-hotel.ts'

let t: TestApp
beforeAll(async () => {
  t = await openFilledApp(import.meta.filename, smallHotel)
  await t.must('account.save', { kind: 'agency', code: 'CTRIP', name: 'Ctrip International' })
})
afterAll(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

const ask = (text: string) => t.must('report.ask', { text })

test('a question opens a report with the hotel’s own values, which are named in both languages', async () => {
  const { question, names } = await ask('adr 上周 套房 agency Ctrip 8楼')
  expect(question).toMatchObject({
    report: 'occupancy',
    parameters: { period: 'last-week', roomType: 'STE', agency: 'CTRIP', floor: '8' },
    problems: [],
  })
  expect(names).toEqual({
    'roomType:STE': { en: 'Suite', zh: '套房' },
    'agency:CTRIP': { en: 'Ctrip International', zh: 'Ctrip International' },
    'floor:8': { en: '8', zh: '8' },
  })
})

test('what it opens is a report that runs', async () => {
  const { question } = await ask('top 1 room types by revenue 2026-03-02 to 2026-03-15')
  if (question.report === null) throw new Error(JSON.stringify(question.problems))
  const { tables, notes } = await t.must('report.run', {
    name: question.report,
    parameters: question.parameters,
  })
  expect(tables[0].rows).toMatchObject([{ roomRevenue: 640_000 }])
  expect(tables[0].total).toMatchObject({ roomsSold: 12 })
  expect(notes).toContainEqual({ code: 'onlyRows', params: { shown: 1, all: 2 } })
})

test.each([
  ['revenue from germany this year', { country: 'DEU' }],
  ['营收 香港 今年', { country: 'HKG' }],
  ['nights UK this year', { country: 'GBR' }],
  ['adr no agency this year', { agency: 'none' }],
  ['adr saudi this year', { country: 'SAU' }],
  ['间夜 沙特 今年', { country: 'SAU' }],
  ['can you show adr this month', null],
])('%s', async (text, parameters) => {
  const { question } = await ask(text)
  if (parameters) expect(question).toMatchObject({ report: 'occupancy', parameters })
  else expect(question.problems).toMatchObject([{ text: 'can', why: 'unknown' }, { text: 'you' }])
})

test.each([
  'city',
  'central',
  'islands',
  'republic',
  'own',
  'room',
  'weekend',
  'african',
  'american',
  '群岛',
  '共和国',
  '罗马',
  '黎加',
])('“%s” alone is no country and nothing on file', async (word) => {
  const { question } = await ask(`adr ${word}`)
  expect(question).toMatchObject({ report: null, problems: [{ why: 'unknown', text: word }] })
})

test('a type that is new is known at once', async () => {
  expect((await ask('adr loft')).question.report).toBeNull()
  await t.must('room.saveType', {
    code: 'LFT',
    nameEn: 'Loft',
    nameZh: '阁楼',
    maxPersons: 2,
    overbooking: 0,
    baseRateMinor: 90_000,
    position: 3,
    active: true,
  })
  expect((await ask('adr loft')).question).toMatchObject({ parameters: { roomType: 'LFT' } })
})

test('a report that the user may not open is not offered', async () => {
  const reply = await t.deskAs('clerk').call('report.ask', { text: 'audit last week' })
  expect(reply).toMatchObject({
    ok: true,
    output: { question: { report: null, problems: [{ why: 'not-permitted', text: 'audit last week' }] } },
  })
})

test('a figure that a report does not have is not what its rows are ordered by', async () => {
  const parameters = { by: 'roomType', order: 'cancelled:most' }
  const reply = await t.call('report.run', { name: 'occupancy', parameters })
  expect(reply).toMatchObject({ refusal: { code: 'REPORT_CHOICE_UNKNOWN', params: { parameter: 'order' } } })
})
