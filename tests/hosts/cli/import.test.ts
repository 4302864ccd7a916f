import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tempFolder } from '#tests/support/app.ts'
import { keyrack, onlyLine } from './keyrack.ts'

const folder = tempFolder()
const at = (name: string) => join(folder.path, name)
afterAll(() => folder.remove())

const headings = '确认号,姓名,到店日期,离店日期,房型,房价'
writeFileSync(at('a.csv'), `${headings}\nK1,张伟,25/03/2026,27/03/2026,KING,"120,50"\n`)
const columns = {
  确认号: 'confirmationNo',
  姓名: 'nativeName',
  到店日期: 'arrival',
  离店日期: 'departure',
  房型: 'roomType',
  房价: 'rate',
}
writeFileSync(at('ymd.json'), JSON.stringify({ columns, dateOrder: 'ymd' }))
writeFileSync(at('dmy.json'), JSON.stringify({ columns, dateOrder: 'dmy' }))

const args = (mapping: string) => [
  'import',
  at('a.csv'),
  '--mapping',
  at(mapping),
  '--store',
  at('new.keyrack'),
]

test('an import that takes no row ends with 1 and says why; nothing is left but the list of rejected rows', async () => {
  const ran = await keyrack([...args('ymd.json'), '--rejected', at('rejected.csv')])
  expect(ran.code).toBe(1)
  expect(ran.stderr).toContain('No row could be imported')
  expect(ran.stderr).not.toContain('The store had no hotel')
  expect(ran.stdout).toContain('A date that cannot be read')
  expect(existsSync(at('new.keyrack'))).toBe(false)
  const [head, row] = readFileSync(at('rejected.csv'), 'utf8').slice(1).split('\r\n')
  expect(head).toBe('line,kind,reason,words,field,value,row')
  expect(row).toContain(
    '"2","rejected","dateForm","A date that cannot be read; if the day or the month comes first, choose how dates are written","到店日期","25/03/2026"',
  )

  const again = await keyrack([...args('dmy.json'), '--json'])
  expect(again.code).toBe(0)
  expect(onlyLine(again.stdout)).toMatchObject({ imported: 1, rejected: {}, notes: {} })
  expect(again.stderr).toContain('The store had no hotel')
})

test('a demo hotel says in which language it was made, and the machine’s makes no difference to a stated one', async () => {
  const demo = async (name: string, ...more: string[]) => {
    const sizes = ['--rooms', '5', '--years', '1', '--bookings', '40']
    const ran = await keyrack(['demo', ...sizes, '--json', '--store', at(name), ...more], {
      env: { LANG: name.startsWith('zh') ? 'zh_CN.UTF-8' : 'en_GB.UTF-8' },
    })
    expect(ran.code, ran.stderr).toBe(0)
    return onlyLine(ran.stdout)
  }
  const stated = await demo('zh-1.keyrack', '--language', 'en')
  const own = await demo('en-2.keyrack')
  expect(stated).toMatchObject({ language: 'en', hotel: own.hotel, changes: own.changes })
  expect(own.language).toBe('en')
})

test('whatever is refused is one line of JSON for a program', async () => {
  const taken = await keyrack([
    'demo',
    '--rooms',
    '5',
    '--years',
    '1',
    '--bookings',
    '900000',
    '--json',
    '--store',
    at('d.keyrack'),
  ])
  expect(taken.code).toBe(1)
  expect(onlyLine(taken.stdout)).toMatchObject({ ok: false, refusal: { code: 'DEMO_TOO_DENSE' } })
  expect(existsSync(at('d.keyrack'))).toBe(false)
})

test('nothing is no input: null is told apart from leaving it out', async () => {
  const ran = await keyrack(['call', 'guest.search', 'null', '--store', at('new.keyrack')])
  expect(ran.code).toBe(1)
  expect(onlyLine(ran.stdout)).toMatchObject({ ok: false, fault: { code: 'INVALID_INPUT' } })
})
