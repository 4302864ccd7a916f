import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { systemUser } from '#hosts/host/places.ts'
import { operations } from '#shared/contract/index.ts'
import { tempFolder } from '#tests/support/app.ts'
import { ask, enter } from '../loopback/ask.ts'
import { commandLine, keyrack, keyrackProcess, onlyLine, start } from './keyrack.ts'

const folder = tempFolder()
const at = (name: string) => join(folder.path, name)
const running = new Set<ReturnType<typeof start>>()

beforeAll(async () => {
  const args = [
    'init',
    '--hotel',
    '海鸥饭店',
    '--store',
    at('hotel.keyrack'),
    '--login',
    'mei',
    '--password-stdin',
    '--json',
  ]
  const made = await keyrackProcess(args, { input: 'correct horse\n' })
  expect(onlyLine(made.stdout)).toEqual({ store: at('hotel.keyrack'), hotel: '海鸥饭店', login: 'mei' })
})
afterEach(async () => {
  for (const child of running) if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit')
  running.clear()
})
afterAll(() => folder.remove())

async function serve(...args: string[]) {
  const child = start(['serve', '--json', '--store', at('hotel.keyrack'), ...args])
  running.add(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const nextLine = async () => JSON.parse((await lines.next()).value ?? 'null')
  return { child, first: await nextLine(), nextLine }
}

describe('output', () => {
  test.runIf(process.platform === 'linux')('that can’t be written is a failure, in one line', () => {
    const env = { ...process.env, LC_ALL: 'en_GB.UTF-8', NODE_OPTIONS: '' }
    const line = ['-c', '"$0" "$1" contract > /dev/full', process.execPath, commandLine]
    const { status, stderr } = spawnSync('sh', line, { env, encoding: 'utf8' })
    expect(stderr).toBe(
      'keyrack: The output could not be written: there is no space left where it goes (ENOSPC).\n',
    )
    expect(status).toBe(1)
  })

  test('that nobody reads any more ends it quietly', async () => {
    const child = start(['contract'])
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said += text.toString('utf8')))
    child.stdout.destroy()
    expect((await once(child, 'close'))[0]).toBe(0)
    expect(said).toBe('')
  })

  test('options of every command may come before it', async () => {
    const store = at('hotel.keyrack')
    const ran = await keyrack(['--store', store, '--json', '--lang=zh', 'call', 'setup.state'])
    expect(ran.code).toBe(0)
    expect(onlyLine(ran.stdout)).toMatchObject({ ok: true })
    const help = await keyrack(['--lang', 'zh', 'help', 'doctor'])
    expect(help.stdout).toContain('检查整个数据文件')
  })

  test.runIf(process.platform !== 'win32')('init leaves alone what a moved store left', async () => {
    const file = at('moved.keyrack')
    writeFileSync(`${file}-wal`, 'what was saved last')
    const ran = await keyrack(['init', '--hotel', 'H', '--store', file])
    expect(ran.code).toBe(3)
    expect(ran.stderr).toContain('Nothing was created or deleted')
    expect(readFileSync(`${file}-wal`, 'utf8')).toBe('what was saved last')
    rmSync(`${file}-wal`)
  })
})

describe('call', () => {
  test('answers with one line and exit code 0', async () => {
    const ran = await keyrackProcess(['call', 'setup.state', '{}', '--store', at('hotel.keyrack')])
    expect(ran.code).toBe(0)
    expect(onlyLine(ran.stdout)).toMatchObject({ ok: true, output: { needed: false, hotelName: '海鸥饭店' } })
    expect(ran.stderr).toBe('')
  })

  test('takes its input from standard input, and the store from the environment', async () => {
    const env = { KEYRACK_STORE: at('hotel.keyrack') }
    const ran = await keyrack(['call', 'access.listUsers', '-'], { input: '{}', env })
    expect(onlyLine(ran.stdout).output).toMatchObject([{ login: 'mei', role: 'administrator' }])
    const piped = await keyrack(['call', 'guest.search'], { input: '{"limit":"x"}\n', env })
    expect(onlyLine(piped.stdout).fault).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: ['limit'] }],
    })
    for (const input of ['', '\n'])
      expect((await keyrack(['call', 'setup.state'], { input, env })).code).toBe(0)
    const broken = await keyrack(['call', 'setup.state', '-'], { input: '', env })
    expect([broken.code, onlyLine(broken.stdout).fault.code]).toEqual([2, 'WRONG_USE'])
  })

  test('a pipe that is left open and sends nothing is waited for no longer than a moment', async () => {
    const child = start(['call', 'setup.state', '--store', at('hotel.keyrack')])
    running.add(child)
    expect(await once(child, 'close')).toEqual([0, null])
  })

  test('a request id makes a repetition harmless', async () => {
    const user = JSON.stringify({
      login: 'ann',
      name: 'Ann',
      role: 'clerk',
      language: 'en',
      password: 'long enough',
    })
    const args = ['call', 'access.createUser', user, '--request-id', 'once-1', '--store', at('hotel.keyrack')]
    const [first, second] = [await keyrack(args), await keyrack(args)]
    expect(onlyLine(second.stdout)).toEqual(onlyLine(first.stdout))
  })

  test('who did it stands in the change log', async () => {
    const store = ['--store', at('hotel.keyrack')]
    const user = JSON.stringify({
      login: 'bob',
      name: 'Bob',
      role: 'clerk',
      language: 'en',
      password: 'long enough',
    })
    const [own, asMei] = [
      await keyrack(['call', 'access.createUser', user, ...store]),
      await keyrack(['call', 'access.createUser', user.replaceAll('bob', 'rob'), '--as', 'mei', ...store]),
    ]
    expect([own.code, asMei.code]).toEqual([0, 0])
    const log = onlyLine((await keyrack(['call', 'change.list', '{}', ...store])).stdout)
    const rows = log.output.rows as { operation: string; actor: string; workstation: string }[]
    const made = rows.filter(({ operation }) => operation === 'access.createUser').slice(0, 2)
    expect(made).toMatchObject([
      { actor: 'mei', workstation: expect.stringMatching(new RegExp(`/cli \\(${systemUser()}\\)$`)) },
      { actor: `cli:${systemUser()}`, workstation: expect.stringMatching(/\/cli$/) },
    ])
  })
})

describe('one process owns a store', () => {
  test('another one is told who has it; call waits for a short one', async () => {
    const { child, first } = await serve()
    const refused = await keyrack(['doctor', '--store', at('hotel.keyrack')])
    expect(refused.code).toBe(3)
    expect(refused.stderr).toContain(String(first.process))
    const waiting = keyrack(['call', 'setup.state', '{}', '--store', at('hotel.keyrack')])
    // It is waiting by the time that the server has closed the store.
    child.kill('SIGTERM')
    expect((await once(child, 'exit'))[0]).toBe(0)
    expect((await waiting).code).toBe(0)
  })

  test('call gives up and says who has it', async () => {
    const { first } = await serve()
    const ran = await keyrack(['call', 'setup.state', '{}', '--store', at('hotel.keyrack')])
    expect(ran.code).toBe(3)
    const { fault, message } = onlyLine(ran.stdout)
    expect(fault).toMatchObject({ code: 'STORE_LOCKED', params: { process: first.process } })
    expect(message).toContain(String(first.process))
  })
})

describe('serve', () => {
  test('prints its links, lets browsers in, gives more on demand, and closes the store when it is asked to end', async () => {
    const { child, first, nextLine } = await serve('--links', '2')
    expect(first).toMatchObject({ origin: `http://127.0.0.1:${first.port}`, store: at('hotel.keyrack') })
    expect(first.links).toHaveLength(2)
    child.stdin.write('\n')
    const { url } = await nextLine()
    for (const link of [...first.links, url]) {
      const cookie = await enter(link)
      const reply = await ask(first.port, '/rpc', {
        method: 'POST',
        headers: { host: `127.0.0.1:${first.port}`, cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ operation: 'setup.state', input: {} }),
      })
      expect(reply.json()).toMatchObject({ output: { hotelName: '海鸥饭店' } })
    }
    child.kill('SIGINT')
    expect((await once(child, 'exit'))[0]).toBe(0)
    expect(readdirSync(folder.path).filter((name) => name.endsWith('-wal'))).toEqual([])
  })

  test('a port that is taken is named', async () => {
    const { first } = await serve()
    const ran = await keyrack([
      'serve',
      '--create',
      '--store',
      at('second.keyrack'),
      '--port',
      String(first.port),
    ])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain(String(first.port))
  })
})

describe('init', () => {
  test('draws a password when nobody gives one, and it signs in', async () => {
    const made = onlyLine(
      (await keyrack(['init', '--hotel', 'Gull', '--store', at('drawn.keyrack'), '--json'])).stdout,
    )
    expect(made.password).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    const input = JSON.stringify({ login: 'admin', password: made.password })
    const ran = await keyrack(['call', 'access.signIn', input, '--store', at('drawn.keyrack')])
    expect(onlyLine(ran.stdout)).toMatchObject({ ok: true, output: { user: { role: 'administrator' } } })
  })

  test('a password that is too short makes no store', async () => {
    const ran = await keyrack(['init', '--hotel', 'G', '--store', at('short.keyrack'), '--password-stdin'], {
      input: 'abc',
    })
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(/8 characters/)
    expect(existsSync(at('short.keyrack'))).toBe(false)
  })
})

describe('contract', () => {
  test('holds every operation with its schemas', async () => {
    const { code, stdout } = await keyrack(['contract'])
    expect(code).toBe(0)
    const described = JSON.parse(stdout).operations
    expect(described.map(({ name }: { name: string }) => name)).toEqual(Object.keys(operations).toSorted())
    for (const one of described) {
      // What takes one of several inputs (a kind of figures with its parameters) is a choice of objects
      for (const input of one.input.oneOf ?? [one.input])
        expect(input, one.name).toMatchObject({ type: 'object' })
      expect(one).toMatchObject({
        kind: expect.any(String),
        permission: expect.any(String),
        about: expect.any(String),
      })
      expect(one.refusals).toBeInstanceOf(Array)
      expect(one.output, one.name).toBeTypeOf('object')
    }
    const signIn = described.find(({ name }: { name: string }) => name === 'access.signIn')
    expect(signIn.input.required).toEqual(['login', 'password'])
    expect(signIn.refusals).toContain('WRONG_PASSWORD')
    const create = described.find(({ name }: { name: string }) => name === 'guest.create')
    expect(create.input.properties.familyName).toEqual({ type: 'string', maxLength: 60 })
    const book = described.find(({ name }: { name: string }) => name === 'booking.create')
    expect(book.input.properties.arrival).toEqual({ type: 'string', format: 'date' })
    const cancel = described.find(({ name }: { name: string }) => name === 'booking.cancel')
    expect(cancel.input.properties.reason).toEqual({ type: 'string', minLength: 1, maxLength: 500 })
  })

  test('a reader that has seen enough is no fault', async () => {
    const line = `"${process.execPath}" "${commandLine}" contract | head -c 10; echo " \${PIPESTATUS[0]}"`
    const said = await new Promise<string>((resolve, reject) =>
      execFile('bash', ['-c', line], (error, out, complaint) =>
        error || complaint ? reject(error ?? new Error(complaint)) : resolve(out),
      ),
    )
    expect(said).toMatch(/^\{\s+"prog.* 0\s*$/s)
  })
})

describe('doctor', () => {
  const spoil = (name: string, sql: string) => {
    const raw = new Sqlite(at(name))
    // Anyone who edits the file with another program can take the guards away first.
    const guards = raw.prepare("select name from sqlite_master where type = 'trigger'").pluck().all()
    for (const guard of guards) raw.exec(`drop trigger "${guard}"`)
    raw.exec(sql)
    raw.close()
  }

  test('a whole store is called whole', async () => {
    const ran = await keyrack(['doctor', '--json', '--store', at('hotel.keyrack')])
    expect(ran.code).toBe(0)
    expect(onlyLine(ran.stdout)).toMatchObject({ ok: true, findings: [] })
  })

  test.each([
    ['edited', "update changes set after = '{}' where seq = 1", 'CHANGE_EDITED', /Change 1 .*edited/],
    ['deleted', 'delete from changes where seq = 1', 'CHANGE_MISSING', /Changes 1 to 1 are missing/],
    ['cut off', 'delete from changes where seq = (select max(seq) from changes)', 'CHANGE_HEAD', /should be/],
    [
      'exchanged',
      'update changes set seq = -1 where seq = 1; update changes set seq = 1 where seq = 2; update changes set seq = 2 where seq = -1',
      'CHANGE_',
      /Change 1/,
    ],
  ])('a row of the change log that was %s is named', async (what, sql, code, sentence) => {
    const name = `${what.replace(' ', '-')}.keyrack`
    copyFileSync(at('hotel.keyrack'), at(name))
    spoil(name, sql)
    const ran = await keyrack(['doctor', '--json', '--store', at(name)])
    expect(ran.code).toBe(1)
    const { ok, findings } = onlyLine(ran.stdout)
    expect(ok).toBe(false)
    expect(findings.map((finding: { code: string }) => finding.code).join()).toContain(code)
    const said = await keyrack(['doctor', '--store', at(name)])
    expect(said.stdout).toMatch(sentence)
    expect((await keyrack(['doctor', '--store', at(name), '--lang', 'zh'])).stdout).toContain('变更')
  })
})

test('--version and help', async () => {
  expect((await keyrackProcess(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  const help = await keyrack(['help', 'import', '--lang', 'zh'])
  expect(help.code).toBe(0)
  expect(help.stdout).toContain('--dry-run')
  expect(help.stdout).toMatch(/\p{Script=Han}/u)
  for (const name of ['serve', 'init', 'demo', 'call', 'contract', 'doctor'])
    expect((await keyrack([name, '--help'])).stdout).not.toMatch(/cli\.option|cli\.about/)
})
