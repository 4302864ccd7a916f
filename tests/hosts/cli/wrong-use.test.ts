import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tempFolder } from '#tests/support/app.ts'
import { keyrack, keyrackProcess, onlyLine } from './keyrack.ts'

const folder = tempFolder()
const at = (name: string) => join(folder.path, name)
const table = 'arrival,departure\n2026-01-01,2026-01-02\n'

beforeAll(async () => {
  writeFileSync(at('table.csv'), table)
  writeFileSync(at('broken.json'), '{')
  writeFileSync(at('text.keyrack'), 'hello '.repeat(100))
  mkdirSync(at('folder'))
  const made = await keyrack(['init', '--hotel', 'Seagull', '--store', at('hotel.keyrack')])
  expect(made.code).toBe(0)
})
afterAll(() => folder.remove())

/** Names and sizes of everything in the folder: what “nothing written” is held against. */
const present = () => readdirSync(folder.path).map((name) => `${name} ${statSync(at(name)).size}`)

describe('wrong use: exit code 2, named, with a remedy, nothing written', () => {
  test.each<[string, string[], RegExp]>([
    ['an unknown command', ['imprt', 'x'], /“imprt”.*“import”/],
    ['an unknown command without a neighbour', ['xyzzy'], /“xyzzy”.*keyrack help/],
    ['an unknown option', ['serve', '--stor', 'x'], /--stor.*--store/],
    [
      'an unknown option without a neighbour',
      ['doctor', '--frobnicate'],
      /--frobnicate.*keyrack help doctor/,
    ],
    ['an option of another command', ['doctor', '--port', '1'], /doctor has no option --port/],
    ['an option twice', ['doctor', '--json', '--json'], /--json is given twice/],
    ['an option without its value', ['doctor', '--store'], /--store needs a value: --store FILE/],
    ['an option in the place of a value', ['doctor', '--store', '--json'], /--store needs a value/],
    ['a value where none belongs', ['doctor', '--json=yes'], /--json takes no value/],
    ['a word too many', ['doctor', 'x'], /Unexpected argument “x”/],
    ['an operation that is missing', ['call'], /keyrack call OPERATION/],
    ['a language that there is none of', ['doctor', '--lang', 'fr'], /--lang: “fr”.*en or zh/],
    ['a port that is no number', ['serve', '--port', 'http'], /--port: http.*0 to 65535/],
    ['a port out of range', ['serve', '--port', '70000'], /--port: 70000/],
    ['no hotel', ['init'], /--hotel is missing/],
    ['a login that will not do', ['init', '--hotel', 'H', '--login', 'a b'], /User name: use 2 to 40/],
    ['a currency that is none', ['init', '--hotel', 'H', '--currency', 'yuan'], /Currency: .*CNY/],
    [
      'a time zone that is none',
      ['init', '--hotel', 'H', '--time-zone', 'Mars'],
      /Time zone: .*Asia\/Shanghai/,
    ],
    [
      'a date that is none',
      ['init', '--hotel', 'H', '--business-date', '2026-02-30'],
      /Business date: .*no such date/,
    ],
    ['a name of 10,000 characters', ['init', '--hotel', 'x'.repeat(10_000)], /Hotel’s name: too long/],
    ['control characters in a name', ['init', '--hotel', 'a\u0007b'], /control characters/],
    ['a seed that is no number', ['demo', '--seed', 'seven'], /--seed: seven/],
    ['a hotel of no rooms', ['demo', '--rooms', '0'], /--rooms: 0.*5 to 2000/],
    ['a file that is not there', ['import', '/no/such.csv'], /no file \/no\/such\.csv/],
    ['a profile that is not there', ['import', at('table.csv'), '--profile', 'opera'], /“opera”.*generic/],
    ['a filter that is none', ['import', at('table.csv'), '--where', 'City'], /--where: “City”/],
    ['a mapping that is no JSON', ['import', at('table.csv'), '--mapping', at('broken.json')], /--mapping/],
    ['an operation that is not there', ['contract', 'guest.serch'], /“guest.serch”.*“guest.search”/],
    ['a request id that is none', ['call', 'setup.state', '--request-id', 'a b'], /--request-id: “a b”/],
    ['broken JSON for a call', ['call', 'setup.state', '{"a":'], /not JSON: .*single quotes/],
    ['an option that no command has', ['--bogus'], /--bogus.*keyrack help/],
    ['an unknown option before a command', ['--bogus', 'doctor'], /--bogus.*keyrack help/],
    ['a store without its name, alone', ['--store'], /--store needs a value/],
    ['a store without its name, before a command', ['--store', '--json', 'doctor'], /--store needs a value/],
    ['a file for a call', ['call', 'import.inspect', '{}', '--file', '/no/such'], /no file \/no\/such/],
    ['a call in another language', ['call', 'setup.state', '--lang', 'xx'], /--lang: “xx”/],
    ['a demo for a program', ['demo', '--rooms', '99999', '--json'], /--rooms: 99999/],
    ['a demo in another language', ['demo', '--language', 'fr'], /--language: “fr”.*en or zh/],
    ['an import for a program', ['import', '/no/such.csv', '--json'], /no file \/no\/such\.csv/],
    [
      'a user who is not there',
      ['call', 'setup.state', '--as', 'nobody', '--store', at('hotel.keyrack')],
      /“nobody”/,
    ],
  ])('%s', async (_what, args, complaint) => {
    const before = present()
    const named =
      args.includes('--store') || args[0] === 'contract' ? args : [...args, '--store', at('new.keyrack')]
    const sent = args.at(-1) === '--store' || args[0] === 'xyzzy' ? args : named
    const { code, stdout, stderr } = await keyrack(sent)
    expect(stderr).toMatch(complaint)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(code).toBe(2)
    // A program that asked for JSON, and anyone who calls an operation, gets one line of it too.
    const asked = args.includes('--json') || args[0] === 'call'
    if (asked) expect(onlyLine(stdout)).toMatchObject({ ok: false, fault: { code: 'WRONG_USE' } })
    else expect(stdout).toBe('')
    expect(present()).toEqual(before)
  })

  test('the complaint comes in the chosen language, and in the system’s', async () => {
    const { code, stderr } = await keyrackProcess(['imprt', '--lang', 'zh'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('没有命令“imprt”')])
    expect((await keyrack(['imprt'], { env: { LANG: 'zh_CN.UTF-8' } })).stderr).toContain('没有命令')
  })

  test('no command shows the help and is wrong use', async () => {
    const { code, stdout } = await keyrack([])
    expect(code).toBe(2)
    for (const command of ['serve', 'init', 'demo', 'import', 'call', 'contract', 'doctor'])
      expect(stdout).toContain(`  ${command}`)
  })
})

describe('a store that can’t be opened: exit code 3, with a remedy, nothing written', () => {
  test.each<[string, string, string]>([
    ['that is not there', 'none.keyrack', 'STORE_MISSING'],
    ['in a folder that is not there', 'no/hotel.keyrack', 'STORE_FOLDER_MISSING'],
    ['that is a folder', 'folder', 'STORE_IS_FOLDER'],
    ['that is no store', 'text.keyrack', 'STORE_NOT_A_STORE'],
    ['on a network share', '//server/share/hotel.keyrack', 'STORE_NETWORK'],
  ])('%s', async (_what, name, code) => {
    const file = name.startsWith('//') ? name : at(name)
    const before = present()
    for (const args of [
      ['doctor'],
      ['call', 'setup.state', '{}'],
      ['serve'],
      ['call', 'setup.state', '--lang', 'zh'],
    ]) {
      const ran = await keyrack([...args, '--store', file])
      expect(ran.code, ran.stderr).toBe(3)
      const said = args[0] === 'call' ? onlyLine(ran.stdout) : null
      if (said) expect(said).toMatchObject({ ok: false, fault: { code, params: { file } } })
      const message: string = said ? said.message : ran.stderr
      expect(message).toContain(file)
      expect(message.includes('。')).toBe(args.includes('zh'))
    }
    expect(present()).toEqual(before)
  })

  test('init leaves a store that is there as it is', async () => {
    const before = present()
    const { code, stderr } = await keyrack(['init', '--hotel', 'Other', '--store', at('hotel.keyrack')])
    expect(code).toBe(3)
    expect(stderr).toContain('already')
    expect(present()).toEqual(before)
  })

  test('neither does demo write into it', async () => {
    expect((await keyrack(['demo', '--store', at('hotel.keyrack')])).code).toBe(3)
  })
})

describe('a call that is refused: one line of JSON, exit code 1', () => {
  test.each<[string, string[], string, RegExp]>([
    ['an unknown operation', ['guest.serch', '{}'], 'UNKNOWN_OPERATION', /“guest.search”/],
    ['a wrong type', ['guest.search', '{"text":5}'], 'INVALID_INPUT', /\w/],
    ['a field that is not known', ['setup.state', '{"x":1}'], 'INVALID_INPUT', /x: unknown field/],
    ['something that is no object', ['setup.state', '"hello"'], 'INVALID_INPUT', /\w/],
  ])('%s', async (_what, args, code, message) => {
    const ran = await keyrack(['call', ...args, '--store', at('hotel.keyrack')])
    expect(ran.code).toBe(1)
    const reply = onlyLine(ran.stdout)
    expect(reply).toMatchObject({ ok: false, fault: { code } })
    expect(reply.message).toMatch(message)
  })

  test('the role of another user is held to', async () => {
    const user = { login: 'lin', name: 'Lin', role: 'clerk', language: 'zh', password: 'long enough' }
    const store = ['--store', at('hotel.keyrack')]
    expect((await keyrack(['call', 'access.createUser', JSON.stringify(user), ...store])).code).toBe(0)
    const ran = await keyrack(['call', 'access.listUsers', '{}', '--as', 'lin', ...store])
    expect(ran.code).toBe(1)
    expect(onlyLine(ran.stdout)).toMatchObject({ fault: { code: 'NOT_PERMITTED' } })
  })
})
