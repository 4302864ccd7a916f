import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { type CashierHotel, cashierHotel, codeOf, type Person, personAt } from '#tests/support/cashier.ts'
import { codeIn } from '#tests/support/folio.ts'

let app: TestApp & { made: CashierHotel }
let mei: Person
let tom: Person
let boss: Person

beforeEach(async () => {
  app = await openFilledApp(import.meta.filename, cashierHotel)
  mei = personAt(app, 'mei')
  tom = personAt(app, 'tom')
  boss = personAt(app, 'boss')
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  await app.close()
})

const code = (name: string) => codeIn(app.made, name)
const payCash = (who: Person, amountMinor: number) =>
  who.call('folio.pay', { folioId: app.made.folio, codeId: code('CASH'), amountMinor })
const versionOf = async (who: Person) => (await who.must('shift.current', {})).shift?.version ?? 0
const undoLast = async (
  who: Person,
  operation: 'shift.open' | 'shift.drop' | 'shift.close' | 'folio.pay',
) => {
  const { rows } = await who.must('change.list', { operation })
  return who.call('change.undo', { change: rows[0]?.command as number })
}

describe('opening', () => {
  test('one shift a user, and cash only in one', async () => {
    expect(codeOf(await payCash(mei, 1_000))).toBe('SHIFT_NEEDED')
    await mei.must('shift.open', { floatMinor: 50_000 })
    expect(codeOf(await mei.call('shift.open', { floatMinor: 0 }))).toBe('SHIFT_OPEN')
    expect(codeOf(await payCash(mei, 1_000))).toBe('ok')
    expect(codeOf(await payCash(tom, 1_000))).toBe('SHIFT_NEEDED')
    await tom.must('shift.open', { floatMinor: 0 })
    expect((await app.must('shift.list', {})).rows).toMatchObject([
      { userName: 'Tom Ash', status: 'open', expectedMinor: null },
      { userName: 'Mei Lin', floatMinor: 50_000, overMinor: null },
    ])
  })

  test('is not for the command line, and nobody’s without a user', async () => {
    expect(codeOf((await app.deskAs('clerk').call('shift.open', { floatMinor: 0 })) as never)).toBe(
      'SHIFT_WITHOUT_USER',
    )
  })

  test('is taken back while nothing was posted, and can be opened again', async () => {
    await mei.must('shift.open', { floatMinor: 50_000 })
    expect(codeOf(await undoLast(mei, 'shift.open'))).toBe('ok')
    expect((await mei.must('shift.current', {})).shift).toBeNull()
    const { id } = await mei.must('shift.open', { floatMinor: 30_000 })
    await payCash(mei, 100)
    expect(codeOf(await undoLast(mei, 'shift.open'))).toBe('STANDS_ON')
    const closed = await mei.must('shift.close', {
      id,
      version: await versionOf(mei),
      counted: { CNY: { '10000': 3, '100': 1 } },
    })
    expect(closed).toMatchObject({ expectedMinor: 30_100, overMinor: 0 })
  })
})

describe('the count', () => {
  test('is blind: what should be there is said when it is stored', async () => {
    const { id } = await mei.must('shift.open', { floatMinor: 50_000 })
    await payCash(mei, 12_300)
    expect(JSON.stringify(await mei.must('shift.current', {}))).not.toContain('62300')
    expect(codeOf(await mei.call('shift.report', { id }))).toBe('SHIFT_NOT_COUNTED')
    expect(codeOf(await boss.call('shift.report', { id }))).toBe('SHIFT_NOT_COUNTED')
    const closed = await mei.must('shift.close', {
      id,
      version: await versionOf(mei),
      counted: { CNY: { '10000': 6, '1000': 2 } },
    })
    expect(closed).toMatchObject({ expectedMinor: 62_300, overMinor: -300 })
    expect(await mei.must('shift.report', { id })).toMatchObject({
      shift: { status: 'closed', closedBy: 'Mei Lin', overMinor: -300 },
      payments: [{ code: 'CASH', kind: 'payment', count: 1, amountMinor: 12_300 }],
      cash: [{ currency: 'CNY', expectedUnits: 62_300, countedUnits: 62_000, overUnits: -300 }],
      counted: [
        {
          currency: 'CNY',
          faces: [
            { faceMinor: 10_000, pieces: 6 },
            { faceMinor: 1_000, pieces: 2 },
          ],
        },
      ],
      toSafeMinor: 62_000,
    })
  })

  test.each([
    [{ CNY: { '10000': -1 } }, 'COUNT_NOT_WHOLE', { currency: 'CNY', faceMinor: 10_000, pieces: -1 }],
    [
      { CNY: { '10000': 1, '500': 1.5 } },
      'COUNT_NOT_WHOLE',
      { currency: 'CNY', faceMinor: 500, pieces: 1.5 },
    ],
    [{ CNY: { '300': 1 } }, 'COUNT_FACE', { currency: 'CNY', faceMinor: 300 }],
    [{ USD: { '10000': -2 } }, 'COUNT_NOT_WHOLE', { currency: 'USD', faceMinor: 10_000 }],
  ])('refuses %j by the name of the note', async (counted, wanted, params) => {
    const { id } = await mei.must('shift.open', { floatMinor: 0 })
    const reply = await mei.call('shift.close', { id, version: 1, counted: counted as never })
    expect(reply).toMatchObject({ refusal: { code: wanted, params } })
    expect((await mei.must('shift.current', {})).shift).not.toBeNull()
  })

  test('takes foreign cash by its own notes; only the difference is valued at the day’s rate', async () => {
    const { id } = await mei.must('shift.open', { floatMinor: 0 })
    const paid = { folioId: app.made.folio, codeId: code('CASH'), amountMinor: 1, currency: 'USD' }
    await mei.must('folio.pay', { ...paid, foreignMinor: 10_000 })
    await mei.must('folio.pay', { ...paid, foreignMinor: 1_001 })
    const closed = await mei.must('shift.close', {
      id,
      version: await versionOf(mei),
      counted: { USD: { '10000': 1, '1000': 1, '100': 1, '1': 1 } },
    })
    // 712.34 + 71.31 (71.305 rounded up); a dollar too much is 7.12
    expect(closed).toMatchObject({
      expectedMinor: 78_365,
      overMinor: 712,
      cash: [
        { currency: 'CNY', overUnits: 0 },
        { currency: 'USD', expectedUnits: 11_001, countedUnits: 11_101, overUnits: 100, overMinor: 712 },
      ],
    })
  })

  test('refuses foreign cash that nobody can value', async () => {
    const { id } = await mei.must('shift.open', { floatMinor: 0 })
    const reply = await mei.call('shift.close', { id, version: 1, counted: { EUR: { '1000': 1 } } })
    expect(reply).toMatchObject({ refusal: { code: 'RATE_MISSING', params: { currency: 'EUR' } } })
  })

  test('of somebody else is a manager’s, and of two desks one closes', async () => {
    const { id } = await mei.must('shift.open', { floatMinor: 10_000 })
    const count = { id, version: 1, counted: { CNY: { '10000': 1 } } }
    expect(codeOf(await tom.call('shift.close', count))).toBe('SHIFT_OTHERS')
    expect(codeOf(await boss.call('shift.close', { ...count, version: 7 }))).toBe('CONFLICT')
    const both = await Promise.all([mei.call('shift.close', count), boss.call('shift.close', count)])
    expect(both.map(codeOf).sort()).toEqual(['SHIFT_CLOSED', 'ok'])
    expect(codeOf(await undoLast(boss, 'shift.close'))).toBe('NOT_UNDOABLE')
  })
})

describe('a drop', () => {
  test('is no more than the drawer has, and lowers what is expected', async () => {
    expect(codeOf(await mei.call('shift.drop', { amountMinor: 100 }))).toBe('SHIFT_NEEDED')
    const { id } = await mei.must('shift.open', { floatMinor: 50_000 })
    expect(codeOf(await mei.call('shift.drop', { amountMinor: 50_001 }))).toBe('DROP_ABOVE_DRAWER')
    expect(codeOf(await mei.call('shift.drop', { amountMinor: 1, currency: 'USD' }))).toBe(
      'DROP_ABOVE_DRAWER',
    )
    await mei.must('shift.drop', { amountMinor: 20_000 })
    const { version } = await mei.must('shift.drop', { amountMinor: 10_000 })
    expect(codeOf(await undoLast(mei, 'shift.drop'))).toBe('ok')
    const closed = await mei.must('shift.close', {
      id,
      version: version + 1,
      counted: { CNY: { '10000': 3 } },
    })
    expect(closed).toMatchObject({ expectedMinor: 30_000, overMinor: 0 })
    const report = await mei.must('shift.report', { id })
    expect(report.drops.map(({ amountMinor }) => amountMinor)).toEqual([20_000, 10_000, -10_000])
  })

  test('stays where it is once the shift is closed', async () => {
    const { id } = await mei.must('shift.open', { floatMinor: 20_000 })
    const { version } = await mei.must('shift.drop', { amountMinor: 20_000 })
    await mei.must('shift.close', { id, version, counted: {} })
    expect(codeOf(await undoLast(boss, 'shift.drop'))).toBe('SHIFT_CLOSED')
  })
})

describe('a payment taken back', () => {
  test('comes out of its own shift while that is open, else out of the one of who takes it back', async () => {
    const { id } = await mei.must('shift.open', { floatMinor: 0 })
    await payCash(mei, 30_000)
    await mei.must('shift.close', { id, version: 1, counted: { CNY: { '10000': 3 } } })
    expect(codeOf(await undoLast(mei, 'folio.pay'))).toBe('SHIFT_NEEDED')
    const { id: next } = await mei.must('shift.open', { floatMinor: 50_000 })
    expect(codeOf(await undoLast(mei, 'folio.pay'))).toBe('ok')
    expect(
      await mei.must('shift.close', { id: next, version: 1, counted: { CNY: { '10000': 2 } } }),
    ).toMatchObject({
      expectedMinor: 20_000,
      overMinor: 0,
    })
    expect((await mei.must('shift.report', { id })).payments).toMatchObject([{ amountMinor: 30_000 }])
    expect((await mei.must('shift.report', { id: next })).payments).toMatchObject([{ amountMinor: -30_000 }])
  })
})

describe('the report on paper', () => {
  const textOf = (content: string) => Buffer.from(content, 'base64').toString('utf8')

  beforeEach(async () => {
    await app.must('chart.saveExchangeRate', { currency: 'VND', validFrom: '2026-03-01', rate: '0.00028' })
  })

  const closed = async () => {
    const { id } = await mei.must('shift.open', { floatMinor: 50_000 })
    await payCash(mei, 12_300)
    await mei.must('folio.pay', {
      folioId: app.made.folio,
      codeId: code('CASH'),
      currency: 'VND',
      foreignMinor: 500_000,
      amountMinor: 14_000,
    })
    await mei.must('shift.close', {
      id,
      version: await versionOf(mei),
      // Nothing is known of the notes of dong: one amount
      counted: { CNY: { '10000': 6, '1000': 2 }, VND: { '500000': 1 } },
    })
    return id
  }

  test.each(['a4', 'roll-80'] as const)('says in both languages what the screen says: %s', async (size) => {
    const id = await closed()
    const { shift } = await mei.must('shift.report', { id })
    expect(shift.overMinor).toBe(-300)
    const en = await mei.must('shift.file', { id, format: 'html', language: 'en', size })
    expect(en.name).toBe(`Shift ${id} 2026-03-02.html`)
    for (const said of [
      'Cashier shift report',
      'Mei Lin',
      'CNY\u00a0500.00',
      'VND\u00a0500,000',
      '-3.00',
      '123.00',
    ])
      expect(textOf(en.content)).toContain(said)
    const zh = await mei.must('shift.file', { id, format: 'html', language: 'zh', size })
    for (const said of ['收银交班报表', '长短款', '收款人签字']) expect(textOf(zh.content)).toContain(said)
    expect(textOf(zh.content)).not.toMatch(/shift\.|cashierScreen\./)
  })

  test('is one table for a spreadsheet, each figure on a line of its own', async () => {
    const id = await closed()
    const { name, content } = await mei.must('shift.file', { id, format: 'csv', language: 'en' })
    expect(name).toBe(`Shift ${id} 2026-03-02.csv`)
    const lines = textOf(content).split('\r\n')
    expect(lines[0]).toBe('\ufeffPart,Item,Detail,Currency,Count,Amount in its currency,Amount in CNY')
    expect(lines).toContain('Shift,Over or short,,CNY,,,-3.00')
    expect(lines).toContain('Payments,Cash,Payment,VND,1,500000,140.00')
    expect(lines).toContain('Drawer,Counted,,VND,,500000,')
    expect(lines).toContain('Counted,100.00,,CNY,6,600.00,')
  })

  test('is noted in the log as a file, and refused before the count', async () => {
    const id = await closed()
    await mei.must('shift.file', { id, format: 'csv', language: 'en' })
    const { rows } = await app.must('change.list', { operation: 'shift.file' })
    expect(rows[0]).toMatchObject({ entity: 'report', after: { report: 'shift', format: 'csv' } })
    const open = await mei.must('shift.open', { floatMinor: 0 })
    const asked = { id: open.id, format: 'html', language: 'en' } as const
    expect(codeOf(await boss.call('shift.file', asked))).toBe('SHIFT_NOT_COUNTED')
  })
})
