import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { type Importing, openImporting, recognised, summaryOf } from './support.ts'

let hotel: Importing & { close: () => Promise<void> }
beforeEach(async () => {
  hotel = await openImporting()
})
afterEach(async () => {
  const { defects } = hotel.app
  const examined = await hotel.look(async (rawReader) => (await examine({ rawReader }, () => 0)).findings)
  await hotel.close()
  expect(defects).toEqual([])
  expect(examined).toEqual([])
})

async function importLines(...lines: string[]) {
  const token = hotel.give('a.csv', `${lines.join('\n')}\n`)
  const mapping = await recognised(hotel.app, token)
  return summaryOf(await hotel.run({ file: token, profile: 'generic', mapping, dryRun: false }))
}

const stays = () =>
  hotel.look((raw) => raw.prepare('select arrival, departure from bookings order by id').raw().all())

describe('numbers that a spreadsheet spoilt', () => {
  test('order numbers rounded to the same are no reason to leave a stay out, this week or the next', async () => {
    const headings = '订单号,姓名,入住日期,离店日期,房型,手机号,房价'
    const first = await importLines(
      headings,
      '1.26031E+18,王一,2026-03-05,2026-03-07,大床房,13800138000,300',
      '1.26031E+18,李二,2026-03-05,2026-03-07,大床房,13800138001,300',
    )
    expect(first).toMatchObject({ imported: 2, notes: { numberRounded: 2 }, created: { guests: 2 } })
    const second = await importLines(
      headings,
      '1.26031E+18,赵三,2026-03-12,2026-03-14,大床房,13800138002,300',
    )
    expect(second).toMatchObject({ imported: 1, notes: { numberRounded: 1 }, created: { guests: 1 } })
  })

  test('a number is found as it is, not in the armour it came in', async () => {
    const summary = await importLines(
      'Confirmation No,Guest name,Arrival,Departure,Room type,Rate',
      '"=""000123456""",F One,2026-03-05,2026-03-07,DBL,300',
      "'000123457,F Two,2026-03-05,2026-03-07,DBL,300",
      '`000123458,F Three,2026-03-05,2026-03-07,DBL,300',
      '\t000123459\t,F Four,2026-03-05,2026-03-07,DBL,300',
    )
    expect(summary).toMatchObject({ imported: 4, notes: {} })
    for (const number of ['000123456', '000123457', '000123458', '000123459'])
      expect((await hotel.app.must('guest.search', { text: number })).rows).toHaveLength(1)
  })
})

test('dates and counts that have one reading come in by it, the others are refused with their reason', async () => {
  const dates = await importLines(
    'Guest name,Arrival,Departure,Room type,Rate',
    'D1,12-Mar-2026,14-Mar-2026,DBL,300',
    'D2,12-MAR-26,14-MAR-26,DBL,300',
    'D3,"Mar 12, 2026","Mar 14, 2026",DBL,300',
    'D4,"Thu, 12 Mar 2026","Sat, 14 Mar 2026",DBL,300',
    'D5,2026-03-12(周四),2026-03-14(周六),DBL,300',
    'D6,2026年3月12日 星期四,2026年3月14日,DBL,300',
    'D7,2026-03-12 14:00:00,2026-03-14 12:00:00,DBL,300',
    'D8,2026/3/12 下午2:00,2026/3/14 中午12:00,DBL,300',
    'D9,46093,46095,DBL,300',
  )
  expect(dates).toMatchObject({ rows: 9, imported: 8, rejected: { dateForm: 1 } })
  expect(stays()).toEqual(Array.from({ length: 8 }, () => ['2026-03-12', '2026-03-14']))
  const counts = await importLines(
    'Guest name,Arrival,Nights,Room type,Rate,Adults',
    'N1,2026-03-05,2晚,DBL,300,2人',
    'N2,2026-03-05,2 nights,DBL,300,2+1',
    'N3,2026-03-05,2.0,DBL,300,2.0',
    'N4,2026-03-05,2,DBL,300,2大1小',
    'N5,2026-03-05,,DBL,300,',
    'N6,2026-03-05,-1,DBL,300,1',
  )
  expect(counts).toMatchObject({ rows: 6, imported: 3, rejected: { numberForm: 2, departureMissing: 1 } })
  const persons = hotel.look((raw) =>
    raw.prepare('select adults, children from bookings order by id desc limit 3').raw().all(),
  )
  expect(persons).toEqual([
    [2, 1],
    [2, 0],
    [2, 0],
  ])
})

describe('a side field never costs a stay', () => {
  const contactsOf = (name: string) =>
    hotel.look((raw) =>
      raw
        .prepare(
          `select c.value from guest_contacts c join guests g on g.id = c.guest_id where g.native_name = ? order by c.id`,
        )
        .pluck()
        .all(name),
    )
  const sourceOf = (name: string) =>
    hotel.look((raw) =>
      JSON.parse(
        String(
          raw
            .prepare(
              'select b.source from bookings b join guests g on g.id = b.guest_id where g.native_name = ?',
            )
            .pluck()
            .get(name),
        ),
      ),
    ) as Record<string, unknown>

  test('whatever a telephone looks like', async () => {
    const phones: [string, string, string[]][] = [
      ['P Sci', '8.6138E+12', []],
      ['P Apos', "'13800138000", ['+8613800138000']],
      ['P Formula', '"=""13800138001"""', ['+8613800138001']],
      ['P Two', '13800138002/13900139000', ['+8613800138002', '+8613900139000']],
      ['P Masked', '138****8003', []],
      ['P Virtual', '13800138004转1234', []],
      ['P Ext', '010-82345678转1234', ['+861082345678']],
      ['P LRM', '\u202a+8613800138005\u202c', ['+8613800138005']],
      ['P Tab', '\t13800138006', ['+8613800138006']],
      ['P Label', 'Mobile: 13800138007', ['+8613800138007']],
      ['P Dash', '-', []],
      ['P NBSP', '138\u00a00013\u00a08009', ['+8613800138009']],
      ['P New192', '19212345678', ['+8619212345678']],
      ['P Float', '13800138011.0', ['+8613800138011']],
    ]
    const summary = await importLines(
      'Guest name,Arrival,Departure,Room type,Phone,Rate',
      ...phones.map(([name, phone]) => `${name},2026-03-05,2026-03-07,DBL,${phone},300`),
    )
    expect(summary).toMatchObject({ rows: 14, imported: 14, rejected: {}, created: { guests: 14 } })
    for (const [name, , kept] of phones) expect([name, ...contactsOf(name)]).toEqual([name, ...kept])
    expect(sourceOf('P Masked')).toMatchObject({ phoneText: '138****8003' })
    expect(sourceOf('P Virtual')).toMatchObject({ phoneText: '13800138004转1234' })
    expect(sourceOf('P Ext')).toMatchObject({ phoneText: '010-82345678转1234' })
    expect((await hotel.app.must('guest.search', { text: '13900139000' })).rows).toHaveLength(1)
  })

  test('whatever a name, a company, an address or a note holds', async () => {
    const summary = await importLines(
      'Guest name,Arrival,Departure,Room type,Rate,Company,Email,Notes',
      'T Mark,2026-03-05,2026-03-07,DBL,300,Probe® Hotels,,',
      'T Mark2,2026-03-05,2026-03-07,DBL,300,Probe® Hotels,,',
      'T Plain,2026-03-05,2026-03-07,DBL,300,Probe Hotels,,',
      '小明😊,2026-03-05,2026-03-07,DBL,300,,,',
      'محمد\u200f أحمد,2026-03-05,2026-03-07,DBL,300,,,',
      '"Anna Probe\nBert Probe",2026-03-05,2026-03-07,DBL,300,,,',
      'Doc Omo,2026-03-05,2026-03-07,DBL,300,,ab..c@docomo.ne.jp,',
      'Two Mails,2026-03-05,2026-03-07,DBL,300,,anna@x.com;bert@x.com,',
      'No Mail,2026-03-05,2026-03-07,DBL,300,,N/A,',
      `Long Note,2026-03-05,2026-03-07,DBL,300,,,"${'a very long special request '.repeat(27)}"`,
      `"${Array.from({ length: 6 }, (_, index) => `Guest Number${index} Familyname`).join(', ')}",2026-03-05,2026-03-07,DBL,300,,,`,
      'Bell\u0007 Ringer,2026-03-05,2026-03-07,DBL,300,,,a\u0001b',
    )
    expect(summary).toMatchObject({ rows: 12, imported: 12, rejected: {} })
    const names = hotel.look((raw) => raw.prepare('select native_name from guests order by id').pluck().all())
    expect(names.slice(3)).toEqual([
      '小明',
      'محمد أحمد',
      'Anna Probe',
      'Doc Omo',
      'Two Mails',
      'No Mail',
      'Long Note',
      'Guest Number0 Familyname',
      'Bell Ringer',
    ])
    expect(contactsOf('Two Mails')).toEqual(['anna@x.com', 'bert@x.com'])
    expect(sourceOf('Doc Omo')).toMatchObject({ emailText: 'ab..c@docomo.ne.jp' })
    expect(String(sourceOf('Long Note').noteText)).toHaveLength(755)
    // A company is what it calls itself, here and on screen; its code is what a code may be.
    const { rows } = await hotel.app.must('account.search', { kind: 'company' })
    expect(rows.map(({ code, name }) => [code, name])).toEqual([
      ['Probe Hotels', 'Probe Hotels'],
      ['Probe Hotels-1', 'Probe® Hotels'],
    ])
    const [, company] = rows
    if (!company) throw new Error('no company')
    await hotel.app.must('account.save', { ...company, name: 'Probe™ Hotels 😊' })
  })
})
