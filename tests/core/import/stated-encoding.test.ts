import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Encoding } from '#shared/domain/import/encodings.ts'
import { closeHotel, column, hotel, openHotel } from './lists.ts'
import { summaryOf } from './support.ts'

beforeEach(openHotel)
afterEach(async () => {
  expect(await closeHotel()).toEqual([])
})

const headings = 'Guest name,Arrival,Departure,Room type,Rate'
const list = (names: readonly string[]) =>
  [headings, ...names.map((name) => `${name},2026-03-05,2026-03-07,DBL,300`), ''].join('\r\n')
const mapping = {
  columns: {
    'Guest name': 'nativeName',
    Arrival: 'arrival',
    Departure: 'departure',
    'Room type': 'roomType',
    Rate: 'rate',
  },
} as const

const start = (file: string, encoding?: Encoding) =>
  hotel.run({ file, profile: 'generic', mapping, ...(encoding ? { encoding } : {}) } as never)
const names = () => column('select native_name from guests order by id')

test('Korean names are Korean, and the summary and the look say how they were read', async () => {
  const file = hotel.give('k.csv', iconv.encode(list(['김민준', '박서연']), 'euc-kr'))
  expect(await hotel.app.must('import.inspect', { file })).toMatchObject({ encoding: 'euc-kr' })
  expect(summaryOf(await start(file))).toMatchObject({ imported: 2, encoding: 'euc-kr' })
  expect(names()).toEqual(['김민준', '박서연'])
})

test('what is not clear is refused with the choices, and read as a person says', async () => {
  const guests = ['Иванов Иван', 'Ольга Смирнова']
  const file = hotel.give('r.csv', iconv.encode(list(guests), 'windows-1251'))
  const reply = await hotel.app.call('import.inspect', { file })
  expect(reply).toMatchObject({
    refusal: { code: 'FILE_ENCODING', params: { file: 'r.csv', why: 'choices', at: headings.length + 2 } },
  })
  expect(String('refusal' in reply && reply.refusal.params.choices)).toContain('windows-1251')
  expect(await start(file)).toMatchObject({ refusal: { code: 'FILE_ENCODING' } })
  expect(await hotel.app.must('import.inspect', { file, encoding: 'windows-1251' })).toMatchObject({
    encoding: 'windows-1251',
    preview: [[guests[0]], [guests[1]]].map((cells) => expect.arrayContaining(cells)),
  })
  expect(summaryOf(await start(file, 'windows-1251'))).toMatchObject({ encoding: 'windows-1251' })
  expect(names()).toEqual(guests)
})

test('a guess can be overruled', async () => {
  const file = hotel.give('k.csv', iconv.encode(list(['김민준', '박서연']), 'euc-kr'))
  const { preview } = await hotel.app.must('import.inspect', { file, encoding: 'gb18030' })
  expect(preview[0]?.[0]).toBe('辫刮霖')
  expect((await hotel.app.must('import.inspect', { file })).preview[0]?.[0]).toBe('김민준')
})

test.each<[Encoding, Buffer, number]>([
  ['utf-8', iconv.encode(list(['Müller']), 'latin1'), headings.length + 3],
  [
    'big5',
    Buffer.concat([Buffer.from(`${headings}\n`), Buffer.of(0xa4, 0x40, 0xff, 0x0a)]),
    headings.length + 3,
  ],
  ['gb18030', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(list(['Zoë']))]), 0],
  [
    'windows-1252',
    Buffer.concat([Buffer.from(list(['Anna'])), Buffer.of(0x81, 0x0a)]),
    list(['Anna']).length,
  ],
  ['utf-16le', Buffer.from(list(['Zoë'])).subarray(0, 61), 60],
])(
  'a text that is not %s, though a person says so, is refused with its first wrong byte',
  async (encoding, bytes, at) => {
    const file = hotel.give('x.csv', bytes)
    const refusal = { code: 'FILE_ENCODING', params: { file: 'x.csv', why: 'stated', at, encoding } }
    expect(await hotel.app.call('import.inspect', { file, encoding })).toMatchObject({ refusal })
    expect(await start(file, encoding)).toMatchObject({ refusal })
  },
)

test('UTF-16 without a mark is read where a person says so', async () => {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const file = hotel.give('u.csv', iconv.encode(list(['Анна 张伟']), encoding))
    expect(await hotel.app.call('import.inspect', { file })).toMatchObject({
      refusal: { code: 'FILE_BINARY' },
    })
    const { preview } = await hotel.app.must('import.inspect', { file, encoding })
    expect(preview[0]?.[0]).toBe('Анна 张伟')
  }
})

test('a large file whose later lines are no text of its first ones’ encoding is refused', async () => {
  const many = Array.from({ length: 6000 }, (_, index) => `王伟${index % 10}`)
  const bytes = iconv.encode(list(many), 'gb18030')
  const whole = hotel.give('g.csv', bytes)
  expect(await hotel.app.must('import.inspect', { file: whole })).toMatchObject({ encoding: 'gb18030' })
  const broken = hotel.give('b.csv', Buffer.concat([bytes, Buffer.of(0x61, 0xff, 0x0a)]))
  expect(await hotel.app.call('import.inspect', { file: broken })).toMatchObject({
    refusal: { code: 'FILE_ENCODING', params: { why: 'none', at: bytes.length + 1 } },
  })
})

test('columns are recognised anew when a person states another encoding', async () => {
  const lines = '客人姓名,入住日期,离店日期,房型,房价\r\n张伟,2026-03-05,2026-03-07,DBL,300\r\n'
  const file = hotel.give('g.csv', iconv.encode(lines, 'gb18030'))
  const begin = (encoding: Encoding) =>
    hotel.app.call('import.start', { file, profile: 'generic', encoding, dryRun: true })
  expect(await begin('windows-1252')).toMatchObject({ refusal: { code: 'MAPPING_INCOMPLETE' } })
  expect(await begin('gb18030')).toMatchObject({ ok: true })
})
