import { describe, expect, test } from 'vitest'
import { createKeyWatch } from '#shared/domain/import/key-watch.ts'
import { isPlaceholder, isPlaceholderName, mayProve, plainKey } from '#shared/domain/import/placeholder.ts'
import { booking, notesOf, type Row, read } from './support.ts'

const name = (nativeName: string) => ({ nativeName, familyName: '', givenName: '' })

test.each([
  'N/A',
  'n.a.',
  '-',
  '--',
  '/',
  '?',
  '***',
  '0',
  '00',
  '000000000',
  '０００',
  '1',
  '9999',
  '111111',
  'E00000000',
  'G11111111',
  '1234',
  '12345678',
  '123456789',
  '0123456789',
  '987654321',
  '13800000000',
  '+86 138 0000 0000',
  '10000000000',
  'PENDING',
  'tba',
  'None',
  'null',
  'Test',
  'xxx',
  'XXXXXXXX',
  'aaaa',
  'abc123',
  'unknown',
  '无',
  '暂无',
  '没有',
  '未知',
  '是',
  '否',
  '待补',
  '同上',
  '测试',
  'Not available',
])('%s is a placeholder', (text) => {
  expect([isPlaceholder(text), mayProve(text)]).toEqual([true, false])
})

test.each([
  'C01X00T47',
  'H12345678',
  'E12345678',
  '11010519491231002X',
  '13800138000',
  '18888888880',
  '88001234',
  '20260101',
  'M001',
  '1001',
  'GD-2024-0001',
  '000123456',
  '135790',
])('%s may be a number of somebody', (text) => {
  expect([isPlaceholder(text), mayProve(text)]).toEqual([false, true])
})

test.each(['Gold', '金卡', '钻石会员', 'VIP1', 'Level 2', 'V3', 'Silver Elite'])(
  '%s proves nobody',
  (text) => {
    expect([isPlaceholder(text), mayProve(text)]).toEqual([false, false])
  },
)

test('an empty cell is no placeholder; names have their own', () => {
  expect(['', '  '].map(isPlaceholder)).toEqual([false, false])
  expect(['Guest', 'walk-in', 'TBA', '散客', 'xxx', '?'].map(isPlaceholderName)).toEqual(Array(6).fill(true))
  // 是 and 空 are given names too, and so is Nil where it is not alone.
  expect(['', '王一', '是', 'Nil Probe', 'Guest Maria'].map(isPlaceholderName)).toEqual(Array(5).fill(false))
  expect(plainKey(' ｃ01-x00 t47 ')).toBe('C01X00T47')
})

describe('a column', () => {
  const watched = (rows: readonly (readonly [string, string])[]) => {
    const watch = createKeyWatch()
    for (const [value, who] of rows) watch.see(value, name(who))
    return watch.verdict()
  }
  const people = ['王一', '李二', '赵三', '钱四', '孙五', '周六']

  test('of numbers that each stand beside one name is one of numbers, however often each comes', () => {
    const rows = people.flatMap((who, index) =>
      Array.from({ length: 9 }, () => [`M100${index}`, who] as const),
    )
    expect(watched(rows)).toEqual({ numbers: true, shared: new Set() })
    expect(watched([])).toEqual({ numbers: true, shared: new Set() })
  })

  test('whose repeated values stand beside several names each holds no numbers', () => {
    // Points, years of joining, levels.
    const rows = people.flatMap((who, index) => [[`${500 + 100 * (index % 3)}`, who] as const])
    expect(watched(rows)).toMatchObject({ numbers: false })
    // One slip among good numbers is a slip.
    const good = people.map((who, index) => [`M100${index}`, who] as const)
    expect(watched([...good, ...good, ['M1000', '李二']])).toEqual({ numbers: true, shared: new Set() })
  })

  test('of few values without names is one of levels; of many, of numbers', () => {
    const times = (values: readonly string[], each: number) =>
      values.flatMap((value) => Array.from({ length: each }, () => [value, ''] as const))
    expect(watched(times(['2001', '2002', '2003'], 9)).numbers).toBe(false)
    expect(watched(times(['2001', '2002', '2003'], 2)).numbers).toBe(true)
    const many = Array.from({ length: 40 }, (_, index) => `${2001 + index}`)
    expect(watched(times(many, 9)).numbers).toBe(true)
  })

  test('tells the numbers that many share, in any dress', () => {
    const rows = [
      ['138-0013-8000', '王一'],
      ['13800138000', '李二'],
      ['138 0013 8000', '赵三'],
      ['13900139000', '王一'],
      ['13900139000', '李二'],
      ['000000', '钱四'],
    ] as const
    expect([...watched(rows).shared]).toEqual(['13800138000'])
    // The same person in other dress is no second one.
    expect(
      watched([
        ['M1001', '张伟'],
        ['M1001', 'Zhang Wei'],
        ['M1001', '張偉'],
      ]).shared.size,
    ).toBe(0)
  })

  test('of any length is watched in flat memory; what many share is not lost', () => {
    const watch = createKeyWatch()
    for (let row = 0; row < 60_000; row++) {
      watch.see(`9${row}77`, name(`客${row}`))
      if (row % 100 === 0) watch.see('13800138000', name(people[(row / 100) % 6] ?? ''))
    }
    expect([...watch.verdict().shared]).toEqual(['13800138000'])
  })
})

describe('a row', () => {
  test.each<[Row, Record<string, string>, string[][]]>([
    [{ membershipNo: 'M-101' }, { membershipNo: 'M-101' }, []],
    [{ membershipNo: '是' }, { membershipNoText: '是' }, [['numberPlaceholder', 'membershipNo']]],
    [{ passportNo: 'N/A' }, { passportNoText: 'N/A' }, [['numberPlaceholder', 'passportNo']]],
    [
      { residentId: '000000000000000000' },
      { residentIdText: '000000000000000000' },
      [['numberPlaceholder', 'residentId']],
    ],
    [{ phone: '-' }, { phoneText: '-' }, [['numberPlaceholder', 'phone']]],
    // Bookings may have short numbers.
    [{ confirmationNo: '1234' }, { confirmationNo: '1234' }, []],
    [{ confirmationNo: '0000' }, { confirmationNoText: '0000' }, [['numberPlaceholder', 'confirmationNo']]],
  ])('%j keeps %j', (row, source, noted) => {
    expect(booking({ ...row, rate: '1' }).source).toEqual(source)
    expect(notesOf({ ...row, rate: '1' })).toEqual(noted)
    expect(booking(row).guest).toMatchObject({ passportNo: '', residentId: '', phone: '' })
  })

  test('whose number many share keeps a telephone, and a document as text', () => {
    const shared = (number: string) => ({ numbers: true, shared: new Set([number]) })
    const keys = { phone: shared('13800138000'), passportNo: shared('E87654320') }
    const answer = read({ phone: '138-0013-8000', passportNo: 'E8765 4320', rate: '1' }, { keys })
    expect(answer).toMatchObject({
      booking: {
        guest: { phone: '+8613800138000', phoneShared: true, passportNo: '' },
        source: { passportNoText: 'E8765 4320' },
      },
      notes: [{ reason: 'numberShared', field: 'passportNo' }],
    })
  })

  test('of a column without numbers keeps the text, without a note of its own', () => {
    const keys = { membershipNo: { numbers: false, shared: new Set<string>() } }
    expect(read({ membershipNo: '500', rate: '1' }, { keys })).toMatchObject({
      booking: { guest: { membershipNo: '' }, source: { membershipNoText: '500' } },
      notes: [],
    })
  })
})
