import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { tempFolder } from '#tests/support/app.ts'
import { keyrack } from './keyrack.ts'

const folder = tempFolder()
afterAll(() => folder.remove())

function written(name: string, text: string | Buffer): string {
  const file = join(folder.path, name)
  writeFileSync(file, text)
  return file
}

const baskets = written(
  'baskets.txt',
  '\ufefftea, cake\r\ntea,cake,tea,jam\r\ntea\r\n\r\njam,\r\n"cake, iced",tea',
)

describe('baskets of a file', () => {
  test('are counted by line, without blanks, doubles and empty lines', async () => {
    const ran = await keyrack(['insight', 'rules', '--baskets', baskets, '--support', '0.4'])
    expect(ran.code, ran.stderr).toBe(0)
    // 5 baskets: tea 4, cake 2, jam 2, tea with cake 2; two of five is 0.4 exactly
    expect(ran.stdout.trim()).toBe(
      '{"baskets":5,"itemsets":4,"rules":[' +
        '{"if":["cake"],"then":"tea","support":0.4,"confidence":1,"lift":1.25},' +
        '{"if":["tea"],"then":"cake","support":0.4,"confidence":0.5,"lift":1.25}]}',
    )
  })

  test('come out as a table too', async () => {
    const ran = await keyrack([
      'insight',
      'rules',
      '--baskets',
      baskets,
      '--support',
      '.4',
      '--format',
      'csv',
    ])
    expect(ran.stdout.trim().split('\n')).toEqual([
      'if,then,support,confidence,lift',
      'cake,tea,0.4,1,1.25',
      'tea,cake,0.4,0.5,1.25',
    ])
  })

  test.each([
    ['a share above one', ['--support', '2'], '--support: “2” is not a share'],
    ['a share of nothing', ['--confidence', '0'], '--confidence: “0” is not a share'],
    ['words', ['--confidence', 'half'], '--confidence: “half” is not a share'],
    ['a date for a file', ['--as-of', '2026-03-01'], 'exactly one of --baskets, --store'],
  ])('%s is wrong use', async (_what, args, said) => {
    const ran = await keyrack(['insight', 'rules', '--baskets', baskets, ...args])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(said)
  })

  test('a file without an item, and one in another encoding, are said', async () => {
    const empty = await keyrack(['insight', 'rules', '--baskets', written('empty.txt', '\n , \n')])
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining('has no basket')])
    const gbk = await keyrack([
      'insight',
      'rules',
      '--baskets',
      written('gbk.txt', Buffer.from([0xb4, 0xf3, 0x2c])),
    ])
    expect([gbk.code, gbk.stderr]).toEqual([2, expect.stringContaining('is not UTF-8')])
  })
})
