import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { type Importing, openImporting, recognised, summaryOf } from './support.ts'

let hotel: Importing & { close: () => Promise<void> }
beforeEach(async () => {
  hotel = await openImporting()
})
afterEach(async () => {
  const { defects } = hotel.app
  await hotel.close()
  expect(defects).toEqual([])
})

const headings = '到店日期,离店日期,姓名,手机,身份证号,房型,房价,渠道,备注'
const rows = [
  '2026-03-05,2026-03-07,张伟,13800138000,,豪华大床房,588.00,携程,高楼层',
  '2026-04-05,2026-04-06,张伟,138-0013-8000,,标准双床房,488.00,携程,',
  '2026-05-05,2026-05-06,张伟,13900139000,,标准双床房,488.00,电话,',
  '2026-03-05,2026-03-06,李娜,,11010519491231002X,豪华大床房,588.00,官网,',
  '2026-06-05,2026-06-06,李 娜,,11010519491231002X,豪华大床房,588.00,官网,',
  '2026-07-05,2026-07-06,王芳,,11010519491231002X,豪华大床房,588.00,官网,',
  '2026-02-30,2026-03-06,赵敏,13700137000,,豪华大床房,588.00,携程,',
  '2026-03-05,2026-03-06,钱多,13600136000,,豪华大床房,588.00,携程,卡号 4111 1111 1111 1111',
]
const file = `${[headings, ...rows].join('\n')}\n`

async function importFile(name: string, content: string | Buffer, dryRun = false) {
  const token = hotel.give(name, content)
  const mapping = await recognised(hotel.app, token)
  return hotel.run({ file: token, profile: 'generic', mapping, dryRun })
}

test('a Chinese list in GBK: columns recognised, guests told apart, rows rejected with their field', async () => {
  const token = hotel.give('预订.csv', iconv.encode(file, 'gbk'))
  const inspected = await hotel.app.must('import.inspect', { file: token })
  expect(inspected).toMatchObject({ encoding: 'gb18030', profile: 'generic', delimiter: ',' })
  expect(inspected.columns.map(({ field }) => field)).toEqual([
    'arrival',
    'departure',
    'nativeName',
    'phone',
    'residentId',
    'roomType',
    'rate',
    'channel',
    'note',
  ])
  expect(inspected.preview[0]?.[2]).toBe('张伟')

  const ended = await importFile('预订.csv', iconv.encode(file, 'gbk'))
  const summary = summaryOf(ended)
  expect(summary).toMatchObject({
    rows: 8,
    imported: 6,
    rejected: { dateImpossible: 1, cardNumber: 1 },
    // 张伟 by name and telephone, another 张伟 of another number, 李娜 and her document, 王芳 beside whom it stands too.
    created: { guests: 4, bookings: 6, roomTypes: 2 },
    notes: { documentOfOther: 1 },
  })
  const found = await hotel.app.must('guest.search', { text: '张伟' })
  expect(found.rows).toHaveLength(2)
  expect((await hotel.app.must('guest.search', { text: '8000' })).rows).toHaveLength(1)
  expect(await hotel.look(async (rawReader) => (await examine({ rawReader }, () => 0)).findings)).toEqual([])

  const { rows: findings } = await hotel.app.must('import.findings', {
    source: `batch:${summary.batchId}`,
    kind: 'rejected',
  })
  expect(findings).toMatchObject([
    { line: 8, reason: 'dateImpossible', field: '到店日期', value: '2026-02-30' },
    { line: 9, reason: 'cardNumber', field: '备注', value: 'visa …1111' },
  ])
  // The number itself is nowhere in the store.
  expect(findings[1]?.row).toContain('visa …1111')
  expect(hotel.count('import_findings', "where row like '%4111 1111%'")).toBe(0)
})

test('the same list as a workbook gives the same bookings', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('三月')
  for (const line of [headings, ...rows.slice(0, 5)]) sheet.addRow(line.split(','))
  sheet.addRow([new Date('2026-08-01'), new Date('2026-08-03'), '孙悦', 13500135000, '', '豪华大床房', 588.5])
  for (const column of [1, 2]) sheet.getRow(7).getCell(column).numFmt = 'yyyy-mm-dd'
  const summary = summaryOf(await importFile('预订.xlsx', Buffer.from(await book.xlsx.writeBuffer())))
  expect(summary).toMatchObject({ rows: 6, imported: 6, rejected: {}, created: { guests: 4, roomNights: 8 } })
  expect(hotel.count('room_nights', "where night = '2026-08-02' and rate_minor = 58850 and live = 1")).toBe(1)
})

test('a second file finds the guest on file by document; room and plan on file are used, others are kept as words', async () => {
  summaryOf(await importFile('a.csv', file))
  const [type] = await hotel.app.must('room.listTypes', {})
  await hotel.app.must('room.save', {
    number: '1203',
    roomTypeId: type?.id as never,
    floor: 12,
    features: [],
    housekeeping: 'clean',
    outOfService: false,
    active: true,
  })
  const second = [
    '到店日期,离店日期,姓名,身份证号,房型,房号,房价码,房价',
    '2026-09-01,2026-09-03,李娜,11010519491231002X,豪华大床房,1203,BAR,600',
    '2026-09-02,2026-09-04,周杰,,豪华大床房,1203,BAR,600',
    '2026-09-03,2026-09-04,吴用,,豪华大床房,9999,BAR,600',
  ].join('\n')
  const summary = summaryOf(await importFile('b.csv', second))
  expect(summary).toMatchObject({
    imported: 2,
    rejected: { roomTaken: 1 },
    notes: { roomUnknown: 1 },
    created: { guests: 1, roomTypes: 0 },
  })
  const last = hotel.look((raw) =>
    raw.prepare('select source from bookings order by id desc limit 1').pluck().get(),
  )
  expect(JSON.parse(String(last))).toEqual({ line: 4, room: '9999', ratePlan: 'BAR' })
})

test('a mapping that leaves out what a booking needs, or gives a field twice, is refused', async () => {
  const token = hotel.give('a.csv', file)
  const refusal = async (columns: Record<string, string>) => {
    const reply = await hotel.app.call('import.start', {
      file: token,
      profile: 'generic',
      mapping: { columns: columns as never },
    })
    return !reply.ok && 'refusal' in reply ? reply.refusal : null
  }
  expect(await refusal({ 到店日期: 'arrival' })).toMatchObject({
    code: 'MAPPING_INCOMPLETE',
    params: { fields: 'departure, roomType' },
  })
  expect(await refusal({ 到店日期: 'arrival', 离店日期: 'arrival' })).toMatchObject({
    code: 'MAPPING_INCOMPLETE',
  })
  expect(await refusal({ Arrival: 'arrival' })).toMatchObject({
    code: 'FILE_COLUMNS_MISSING',
    params: { columns: 'Arrival' },
  })
  expect(
    await hotel.app.call('import.start', { file: token, profile: 'hotel-booking-demand' }),
  ).toMatchObject({ refusal: { code: 'FILE_COLUMNS_MISSING', params: { file: 'a.csv' } } })
  expect(await hotel.app.call('import.start', { file: 'elsewhere', profile: 'generic' })).toMatchObject({
    refusal: { code: 'FILE_UNKNOWN' },
  })
})

test('a kept mapping is offered where it fits', async () => {
  const token = hotel.give('a.csv', file)
  const mapping = await recognised(hotel.app, token)
  const { id } = await hotel.app.must('import.saveMapping', { name: '前台日报', mapping })
  await hotel.app.must('import.saveMapping', { name: 'other', mapping: { columns: { Arrival: 'arrival' } } })
  expect((await hotel.app.must('import.saveMapping', { name: '前台日报', mapping })).id).toBe(id)
  const { mappings } = await hotel.app.must('import.inspect', { file: token })
  expect(mappings.map(({ name, fits }) => [name, fits])).toEqual([
    ['other', false],
    ['前台日报', true],
  ])
})

test('says which column was read as which field, and which were not read', async () => {
  const summary = summaryOf(
    await importFile('a.csv', 'Arrival,Departure,Room Type,Shoe size\n2026-03-05,2026-03-06,KING,43\n'),
  )
  expect(summary.columns).toEqual({ Arrival: 'arrival', Departure: 'departure', 'Room Type': 'roomType' })
  expect(summary.notRead).toEqual(['Shoe size'])
})

test('a heading twice is refused where it is mapped, and passed over where it is not', async () => {
  const rows = 'Arrival,Departure,Room Type,X,X,Arrival\n2026-03-05,2026-03-06,KING,1,2,2026-04-05\n'
  expect(await importFile('a.csv', rows)).toMatchObject({
    refusal: { code: 'COLUMN_TWICE', params: { column: 'Arrival' } },
  })
  const without = await importFile('b.csv', rows.replace(/,[^,\n]*\n/g, '\n'))
  expect(summaryOf(without)).toMatchObject({ imported: 1, notRead: ['X', 'X (2)'] })
})

test('the amounts of a column settle its decimal sign, whatever row settles it; else the row is rejected', async () => {
  const rows = (...rates: string[]) =>
    [
      'Arrival;Departure;Room Type;Rate',
      ...rates.map((rate) => `2026-03-05;2026-03-06;KING;${rate}`),
      '',
    ].join('\n')
  const rates = () =>
    hotel.look((raw) => raw.prepare('select rate_minor from room_nights order by id').pluck().all())
  expect(summaryOf(await importFile('a.csv', rows('1.234', '88,50')))).toMatchObject({
    imported: 2,
    notes: {},
  })
  expect(summaryOf(await importFile('b.csv', rows('1,234', '88.50')))).toMatchObject({
    imported: 2,
    notes: {},
  })
  expect(rates()).toEqual([123_400, 8850, 123_400, 8850])
  for (const [name, ...open] of [
    ['c.csv', '1.234', '1,288', '88'],
    ['d.csv', '1.234', '88.5', '88,5'],
  ])
    expect(summaryOf(await importFile(name ?? '', rows(...open)))).toMatchObject({
      rejected: { rateAmbiguous: name === 'c.csv' ? 2 : 1 },
    })
  const file = hotel.give('e.csv', rows('1.235'))
  const mapping = { ...(await recognised(hotel.app, file)), decimalSign: 'comma' as const }
  expect(summaryOf(await hotel.run({ file, profile: 'generic', mapping, dryRun: false }))).toMatchObject({
    imported: 1,
  })
  expect(rates().at(-1)).toBe(123_500)
})

test('a workbook’s error, and a formula without a result, keep the row out in a column of the stay', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('a')
  sheet.addRow(['Arrival', 'Departure', 'Room Type', 'Rate', 'Guest Name', 'Shoe size'])
  const row = (rate: unknown, name: unknown = '张伟', size: unknown = 43) =>
    sheet.addRow(['2026-03-05', '2026-03-06', 'KING', rate, name, size])
  row({ error: '#DIV/0!' })
  row({ formula: 'A1*2' })
  row({ formula: 'A1*2', result: 588 })
  row(588, { error: '#N/A' })
  row(588, '李娜', { error: '#REF!' })
  row(75.125)
  const content = Buffer.from(await book.xlsx.writeBuffer())
  const summary = summaryOf(await importFile('a.xlsx', content))
  expect(summary).toMatchObject({
    imported: 4,
    rejected: { cellError: 1, cellFormula: 1 },
    notes: { rateRounded: 1, cellError: 1 },
  })
  const { rows: findings } = await hotel.app.must('import.findings', {
    source: `batch:${summary.batchId}`,
    kind: 'rejected',
  })
  expect(findings).toMatchObject([
    { line: 2, reason: 'cellError', field: 'Rate', value: '#DIV/0!' },
    { line: 3, reason: 'cellFormula', field: 'Rate', value: '=A1*2' },
  ])
  const { rows: noted } = await hotel.app.must('import.findings', {
    source: `batch:${summary.batchId}`,
    reason: 'cellError',
    kind: 'noted',
  })
  expect(noted).toMatchObject([{ line: 5, field: 'Guest Name', value: '#N/A' }])
})

test('nights to come that are sold beyond the rooms of their type are noted, each with what is sold and what there is', async () => {
  const type = await hotel.app.must('room.saveType', {
    code: 'KING',
    nameEn: 'King',
    nameZh: '大床',
    maxPersons: 2,
    baseRateMinor: 50_000,
  })
  for (const number of ['1', '2', '3'])
    await hotel.app.must('room.save', { number, roomTypeId: type.id, floor: 1 })
  const rows = (count: number, stay: string) => Array.from({ length: count }, () => stay)
  const content = [
    'Arrival,Departure,Room Type,Rate,Note',
    ...rows(4, '2026-04-05,2026-04-06,KING,100.00'),
    ...rows(3, '2026-04-06,2026-04-07,KING,100.00'),
    ...rows(9, '2025-04-06,2025-04-07,KING,100.00'),
    ...rows(9, '2026-04-06,2026-04-07,TWIN,100.00'),
  ].map((row, index) => (index === 0 ? row : `${row},${index}`))
  for (const dryRun of [true, false]) {
    const ended = await importFile('a.csv', `${content.join('\n')}\n`, dryRun)
    const summary = summaryOf(ended)
    expect(summary).toMatchObject({ imported: 25, notes: { overbooked: 1 } })
    const source = dryRun && 'job' in ended ? ended.job : `batch:${summary.batchId}`
    const { rows: found } = await hotel.app.must('import.findings', { source, reason: 'overbooked' })
    expect(found).toMatchObject([
      { line: 0, kind: 'noted', field: 'roomType', value: 'KING 2026-04-05: 4 / 3' },
    ])
  }
})
