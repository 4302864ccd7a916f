import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { tempFolder } from '#tests/support/app.ts'
import { keyrack, onlyLine } from './keyrack.ts'

const folder = tempFolder()
afterAll(() => folder.remove())

let files = 0
function written(content: string | Buffer): string {
  files += 1
  const file = join(folder.path, `file-${files}.csv`)
  writeFileSync(file, content)
  return file
}

const insight = async (...args: string[]) => await keyrack(['insight', ...args])
async function answer(...args: string[]) {
  const ran = await insight(...args)
  expect(ran.code, ran.stderr).toBe(0)
  return onlyLine(ran.stdout)
}

/** Two guests, three purchases: Li at 10.50 and 20, Wu at 5; the last on 2026-02-20. */
const plain = 'guest,date,amount\nLi,2026-01-10,10.50\nWu,2026-02-01,5\nLi,2026-02-20,20\n'

describe('purchases as exports write them are read as the plain file', () => {
  const shuffled = plain.split('\n')
  test.each([
    ['CRLF and a mark in front', `\ufeff${plain.replaceAll('\n', '\r\n')}`],
    ['no line end at the end', plain.trimEnd()],
    ['everything in quotes', plain.replace(/[^,\n]+/g, '"$&"')],
    ['blanks around cells', plain.replaceAll(',', ' , ').replaceAll('\n', ' \n')],
    [
      'headings in capitals and with blanks',
      plain.replace('guest,date,amount', 'Customer ID,Purchase Date,AMOUNT'),
    ],
    ['semicolons below an empty line', `\n${plain.replaceAll(',', ';')}`],
    ['tabs', plain.replaceAll(',', '\t')],
    ['empty lines between, and lines of commas below', `${plain.replaceAll('\n', '\n\n')},,\n , ,\n`],
    ['a comma at the end of each line', plain.replaceAll('\n', ',\n').replace('amount,', 'amount')],
    ['columns in another order with others between', reordered(plain)],
    ['a time behind the date', plain.replaceAll(/(\d{4}-\d\d-\d\d)/g, '$1 23:59:59')],
    ['an ISO time', plain.replaceAll(/(\d{4}-\d\d-\d\d)/g, '$1T08:26:00')],
    ['slashes', plain.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$1/$2/$3')],
    ['digits alone', plain.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$1$2$3')],
    ['months as words', plain.replaceAll('-01-', '-Jan-').replaceAll('-02-', '-Feb-')],
    ['Chinese dates', plain.replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$1年$2月$3日')],
    ['lines in another order', [shuffled[0], shuffled[3], shuffled[1], shuffled[2], ''].join('\n')],
    ['exponents', plain.replace('10.50', '1.05e1').replace(',20\n', ',2E+1\n')],
  ])('%s', async (_how, text) => {
    const [found, right] = [
      await answer('rfm', '--transactions', written(text)),
      await answer('rfm', '--transactions', written(plain)),
    ]
    expect(right.guests).toMatchObject([
      { guest: 'Li', recencyDays: 0, frequency: 2, monetary: 30.5 },
      { guest: 'Wu', recencyDays: 19, frequency: 1, monetary: 5 },
    ])
    expect({ ...found, guests: found.guests.toSorted(byGuest) }).toEqual(right)
  })

  test('small amounts in exponents are not rounded away', async () => {
    const found = await answer('rfm', '--transactions', written(plain.replace('10.50', '1.5e-3')))
    expect(found.guests[0].monetary).toBe(20.0015)
  })
})

function byGuest(a: { guest: string }, b: { guest: string }): number {
  return a.guest < b.guest ? -1 : 1
}

function reordered(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line, at) => {
      const [guest, date, amount] = line.split(',')
      return [at === 0 ? 'note' : 'x, y', amount, at === 0 ? '' : at, date, guest]
        .map((cell) => `"${cell}"`)
        .join(',')
    })
    .join('\n')
}

describe('what could be read in two ways is refused, naming the line', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['day and month', 'guest,date,amount\nLi,03/04/2026,5\n', /line 2, column date: “03\/04\/2026”/],
    ['a date of two', 'guest,date,amount\nLi,2026-01-02 to 2026-01-05,5\n', /line 2, column date/],
    ['an instant', 'guest,date,amount\nLi,2026-01-02T23:30:00Z,5\n', /line 2, column date/],
    ['thousands without quotes', 'guest,date,amount\nLi,2026-01-02,1,234.50\n', /line 2: 4 cells, .* 3/],
    ['thousands in quotes', 'guest,date,amount\nLi,2026-01-02,"1,234.50"\n', /line 2, column amount/],
    ['a decimal comma', 'guest;date;amount\nLi;2026-01-02;12,50\n', /line 2, column amount: “12,50”/],
    ['no amount', 'guest,date,amount\nLi,2026-01-02,\n', /line 2, column amount/],
    ['another encoding', Buffer.from([...Buffer.from(`${plain}`), 0xd5, 0xc5]), /is not UTF-8/],
    ['UTF-16', Buffer.from(`\ufeff${plain}`, 'utf16le'), /is not UTF-8/],
  ])('%s', async (_what, content, says) => {
    for (const part of ['rfm', 'clv', 'churn']) {
      const ran = await insight(part, '--transactions', written(content))
      expect([ran.code, ran.stdout]).toEqual([2, ''])
      expect(ran.stderr).toMatch(says)
    }
  })
})

describe('a table to divide into clusters', () => {
  const rows = ['1,1', '1,2', '2,1', '9,9', '9,8', '8,9']
  const right = async () =>
    await answer('clusters', '--table', written(`a,b\n${rows.join('\n')}\n`), '--k', '2')

  test('has neither row numbers without a heading, nor words, nor constant columns', async () => {
    const text = rows.map((row, at) => `${at},Guest ${at},${row},5,0x1F`).join('\r\n')
    const found = await answer('clusters', '--table', written(`"",name,a,b,same,hex\r\n${text}`), '--k', '2')
    expect(found).toEqual(await right())
    expect(found.columns).toEqual(['a', 'b'])
  })

  test('counts a cell without a value as the mean, however that is written', async () => {
    const of = async (missing: string) =>
      await answer('clusters', '--table', written(`a,b\n${rows.join('\n')}\n5,${missing}\n`), '--k', '2')
    const found = await of('')
    expect(found).toMatchObject({ rows: 7, columns: ['a', 'b'] })
    // 1, 1, 2, 9, 9, 8 and their mean 5, in either column
    for (const [a, b] of found.centres) expect(a).toBeCloseTo(b, 9)
    expect(found.centres.flat().toSorted().at(0)).toBeLessThan(2.5)
    for (const missing of [' ', 'NA', 'n/a', 'NaN', 'null', 'None', '?', '-', '""'])
      expect(await of(missing)).toEqual(found)
  })

  test('quotes a heading with a comma in its CSV', async () => {
    const table = written(`"stays, all",b\n${rows.join('\n')}\n`)
    const ran = await insight('clusters', '--table', table, '--k', '2', '--format', 'csv')
    expect(ran.stdout.split('\n')[0]).toBe('cluster,size,"stays, all",b')
  })

  test('of equal rows, or of fewer than clusters, is refused', async () => {
    for (const text of ['a,b\n1,2\n1,2\n1,2\n', 'a,b\n1,2\n']) {
      const ran = await insight('clusters', '--table', written(text), '--k', '2')
      expect([ran.code, ran.stdout]).toEqual([2, ''])
      expect(ran.stderr).toMatch(/same value in all rows/)
    }
    const two = await insight('clusters', '--table', written('a,b\n1,2\n1,3\n1,2\n'), '--k', '3')
    expect(two.stderr).toMatch(/fewer than 3 different rows/)
  })
})

describe('a table for a tree', () => {
  const lines = Array.from({ length: 400 }, (_, row) => {
    const stays = (row * 7) % 10
    return { stays, channel: ['web', 'phone', ''][row % 3], back: stays > 4 ? 'yes' : 'no', row }
  })
  const of = (line: (one: (typeof lines)[number]) => string, head = 'stays,channel,back') =>
    written(`${head}\n${lines.map(line).join('\n')}\n`)

  test('has the same rules however it is written', async () => {
    const right = await answer(
      'tree',
      '--table',
      of(({ stays, channel, back }) => `${stays},${channel},${back}`),
      '--target',
      'back',
    )
    expect(right).toMatchObject({ auc: 1, baseRate: 0.5, rows: 400 })
    const other = await answer(
      'tree',
      '--table',
      of(
        ({ stays, channel, back, row }) => `${row}; ${stays}.0 ;"${channel}";NA;${back}`,
        ';stays;channel;empty;back',
      ),
      '--target',
      'back',
    )
    expect({ ...other, leftOut: [] }).toEqual({ ...right, leftOut: [] })
    expect(other.leftOut.map(({ column }: { column: string }) => column)).toEqual(['', 'empty'])
  })

  test('counts rows without the target as not there', async () => {
    const some = of(({ stays, channel, back, row }) => `${stays},${channel},${row % 4 === 0 ? '' : back}`)
    expect(await answer('tree', '--table', some, '--target', 'back')).toMatchObject({
      rows: 300,
      rowsWithoutTarget: 100,
    })
  })
})

describe('baskets', () => {
  test('are the same with blanks, doubles, quotes, empty lines and any line end', async () => {
    const right = await answer(
      'rules',
      '--baskets',
      written('whole milk,rolls/buns\nwhole milk\nrolls/buns,"a, b"\n'),
    )
    for (const text of [
      '\ufeff whole milk , rolls/buns,whole milk\r\n\r\nwhole milk\r\nrolls/buns,"a, b"',
      '"rolls/buns","whole milk",,\rwhole milk,,,\r"a, b",rolls/buns,\r',
    ])
      expect(await answer('rules', '--baskets', written(text))).toEqual(right)
    expect(right).toMatchObject({ baskets: 3, itemsets: 5 })
  })
})
