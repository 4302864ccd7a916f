import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { progressBar } from '#hosts/cli/progress.ts'
import { canKeepFilesIn } from '#hosts/host/folder.ts'
import { systemLanguage } from '#hosts/host/language.ts'
import { storeToOpen, userDataFolder, workstation } from '#hosts/host/places.ts'
import { troubleWords } from '#hosts/host/trouble-words.ts'
import { asksForDebugging, ownArguments, windowWishes } from '#hosts/main/arguments.ts'
import { fitBounds } from '#hosts/main/bounds.ts'
import { watchLongWork } from '#hosts/main/long-work.ts'
import { menuTemplate } from '#hosts/main/menu-template.ts'
import { pageError } from '#hosts/main/page-errors.ts'
import { recall, remember } from '#hosts/main/remembered.ts'
import { troublePage } from '#hosts/main/trouble-page.ts'
import { nearest } from '#shared/domain/text/nearest.ts'
import { tempFolder } from '#tests/support/app.ts'

const folder = tempFolder()
afterAll(() => folder.remove())

describe('what was given to the program', () => {
  test.each<[string[], boolean, string[]]>([
    [['keyrack', '--store', 'a'], true, ['--store', 'a']],
    [['keyrack', '--remote-debugging-port=0', 'doctor'], true, ['doctor']],
    [['electron', '.', 'serve', '--port', '1'], false, ['serve', '--port', '1']],
    [['electron', '--inspect=0', '--remote-debugging-port=0', '/p', '--store', 'a'], false, ['--store', 'a']],
    [['electron', '.', '--', 'doctor'], false, ['doctor']],
    [['electron', '.'], false, []],
    [['keyrack'], true, []],
  ])('%j', (argv, packaged, own) => expect(ownArguments(argv, packaged)).toEqual(own))

  test.each<[string[], ReturnType<typeof windowWishes>]>([
    [[], {}],
    [['--store', 'import'], { store: 'import' }],
    [['--store=a=b', '--disable-gpu'], { store: 'a=b' }],
    [['--lang', 'zh', '--store', 'a'], { lang: 'zh', store: 'a' }],
    // For the command line, which says what is wrong where somebody can read it.
    [['import', 'a.csv'], null],
    [['imprt'], null],
    [['--version'], null],
    [['--bogus'], null],
    [['--lang', 'zh', 'doctor'], null],
    [['--store', 'a', 'doctor'], null],
    [['--store'], null],
    [['--store', '--lang'], null],
    [['--store='], null],
    [['--store', 'a', '--store', 'b'], null],
    [['--lang', 'fr'], null],
  ])('%j opens a window with %j', (own, wishes) => expect(windowWishes(own)).toEqual(wishes))

  test('a debugger is noticed', () => {
    expect(asksForDebugging(['keyrack', '--remote-debugging-port=0'])).toBe(true)
    expect(asksForDebugging(['keyrack', '--remote-debugging-pipe'])).toBe(true)
    expect(asksForDebugging(['keyrack', '--store', 'remote'])).toBe(false)
  })
})

describe('where the window opens', () => {
  const [main, second] = [
    { x: 0, y: 25, width: 1366, height: 743 },
    { x: 1366, y: 0, width: 1920, height: 1080 },
  ]
  test.each([
    ['in the middle, when nothing is remembered', null, [main], { x: 0, y: 25, width: 1366, height: 743 }],
    [
      'where it was',
      { x: 1400, y: 50, width: 1200, height: 800 },
      [main, second],
      { x: 1400, y: 50, width: 1200, height: 800 },
    ],
    [
      'on the first, when its screen is gone',
      { x: 1400, y: 50, width: 1200, height: 800 },
      [main],
      { x: 0, y: 25, width: 1366, height: 743 },
    ],
    [
      'no larger than the screen',
      { x: 0, y: 25, width: 5000, height: 5000 },
      [main],
      { x: 0, y: 25, width: 1366, height: 743 },
    ],
    [
      'no smaller than can be worked in',
      { x: 0, y: 25, width: 200, height: 100 },
      [main],
      { x: 0, y: 25, width: 1024, height: 640 },
    ],
    [
      'with its title inside',
      { x: 100, y: -300, width: 1100, height: 700 },
      [main],
      { x: 0, y: 25, width: 1366, height: 743 },
    ],
  ])('%s', (_what, saved, screens, wanted) => expect(fitBounds(saved, screens)).toEqual(wanted))
})

test('what is remembered survives, and a damaged note is as good as none', () => {
  const file = join(folder.path, 'deep', 'window.json')
  const nothing = { bounds: null, maximized: false, language: null, theme: null, store: null }
  expect(recall(file)).toEqual(nothing)
  const state = {
    bounds: { x: 1, y: 2, width: 3, height: 4 },
    maximized: true,
    language: 'zh',
    theme: 'night',
    store: '/a',
  } as const
  remember(file, state)
  expect(recall(file)).toEqual(state)
  for (const broken of ['', '{', '[]', 'null', '{"bounds":{"x":"1"},"language":"fr","theme":1,"store":5}']) {
    writeFileSync(file, broken)
    expect(recall(file), broken).toEqual(nothing)
  }
  expect(readFileSync(file, 'utf8')).toContain('fr')
})

describe('the start-up window', () => {
  const params = { file: '/tmp/<b>"x"&.keyrack', process: 77 }
  test('says it in both languages, without a script, and text stays text', () => {
    for (const language of ['en', 'zh'] as const) {
      const page = troublePage({ kind: 'store', trouble: { code: 'STORE_LOCKED', params } }, language, null)
      expect(page).toContain('77')
      expect(page).not.toMatch(/<script|<b>|onclick/)
      expect(page).toContain('&#60;b&#62;')
      for (const action of ['retry', 'choose', 'quit', 'language'])
        expect(page).toContain(`formaction="/${action}"`)
      expect(page.match(/autofocus/g)).toHaveLength(1)
    }
  })

  test('is set in a Latin face before a Chinese one, whatever the system', () => {
    const page = troublePage({ kind: 'crashed' }, 'en', null)
    const faces = /font: [^}]*/.exec(page)?.[0] ?? ''
    const chinese = faces.indexOf('PingFang')
    for (const latin of ['Segoe UI', 'Helvetica Neue', 'Liberation Sans', 'DejaVu Sans']) {
      expect(faces, latin).toContain(`'${latin}'`)
      expect(faces.indexOf(latin), latin).toBeLessThan(chinese)
    }
  })

  test('offers to make a store only where there is none', () => {
    const of = (code: 'STORE_MISSING' | 'STORE_NEWER') =>
      troublePage({ kind: 'store', trouble: { code, params } }, 'en', 'night')
    expect(of('STORE_MISSING')).toContain('/create')
    expect(of('STORE_NEWER')).not.toContain('/create')
  })
})

describe('the start-up window', () => {
  const stands = { kind: 'store', trouble: { code: 'STORE_FOLDER_MISSING', params: { file: 'F' } } } as const
  test('leads back to the usual store, and says when it was tried again in vain', () => {
    const tried = new Date(2026, 2, 2, 14, 3, 22)
    const page = troublePage(stands, 'en', null, { usualIsElse: true, tried })
    expect(page).toContain('/usual')
    expect(page).toContain('Tried again at 14:03:22')
    expect(troublePage(stands, 'zh', null, { usualIsElse: true, tried })).toContain('14:03:22')
    const first = troublePage(stands, 'en', null, { usualIsElse: false, tried: null })
    expect(first).not.toMatch(/usual|Tried again/)
  })

  test('names the incident of a defect, and the folder that can’t be written', () => {
    const defect = { kind: 'defect', incident: 'ab12cd34', logFolder: '/l' } as const
    const barred = { kind: 'folder', folder: '/u' } as const
    for (const language of ['en', 'zh'] as const) {
      expect(troublePage(defect, language, null)).toContain('ab12cd34')
      const page = troublePage(barred, language, null, { usualIsElse: true, tried: null })
      expect(page).toContain('/u')
      expect(page).not.toMatch(/\/(choose|usual|create)"/)
    }
  })
})

describe('the menu', () => {
  const parts = {
    packaged: true,
    print: vi.fn(),
    openStore: vi.fn(),
    restore: vi.fn(),
    showLog: vi.fn(),
    press: vi.fn(),
  }
  const template = (language: 'en' | 'zh', mac: boolean) =>
    menuTemplate({ ...parts, language }, mac).flatMap(
      ({ submenu }) => submenu as ReturnType<typeof menuTemplate>,
    )

  test('has what every system’s programs have, and the page’s own keys', () => {
    for (const mac of [true, false]) {
      const items = template('en', mac)
      for (const role of ['about', 'close', 'quit', 'zoomIn'])
        expect(
          items.some((item) => item.role === role),
          `${role} ${mac}`,
        ).toBe(true)
      for (const key of ['F1', 'F8']) {
        const item = items.find(({ accelerator }) => accelerator === key)
        // The page hears the key by itself; registered it would hear it twice or never.
        expect(item?.registerAccelerator).toBe(false)
        item?.click?.(undefined as never, undefined, undefined as never)
        expect(parts.press).toHaveBeenLastCalledWith(key)
      }
    }
  })

  test('zooms by the number block too', () => {
    const keys = template('en', false).map(({ accelerator }) => accelerator)
    for (const key of ['Plus', '=', 'numadd', '-', 'numsub', '0', 'num0'])
      expect(keys).toContain(`CmdOrCtrl+${key}`)
  })

  test('opens by Alt no menu whose letter the page has', () => {
    const letters = menuTemplate({ ...parts, language: 'en' }, false).map(
      ({ label }) => /&(\w)/.exec(label ?? '')?.[1],
    )
    expect(letters).toEqual(['F', undefined, 'V', 'H'])
  })
})

describe('long works in the log', () => {
  test('begin and end, by codes and figures', () => {
    const noted: string[] = []
    const note = (text: string) => void noted.push(text)
    const work = watchLongWork({ info: note, warn: note }, () => ({
      code: 'INTERNAL',
      params: { incident: 'ab12' },
    }))
    const tell = (job: string, state: 'running' | 'done' | 'failed' | 'cancelled', done: number) =>
      work.hear({ type: 'job', progress: { job, kind: 'import', state, done, total: 9 } })
    tell('import-1', 'running', 1)
    tell('import-1', 'running', 2)
    expect(work.now()).toMatchObject({ job: 'import-1', done: 2 })
    tell('import-1', 'cancelled', 2)
    expect(work.now()).toBeNull()
    tell('import-2', 'running', 1)
    tell('import-2', 'failed', 1)
    tell('import-3', 'done', 9)
    expect(noted).toEqual([
      'import-1 begins',
      'import-1 cancelled at 2 of 9',
      'import-2 begins',
      'import-2 failed at 1 of 9: INTERNAL ab12',
      'import-3 done at 9 of 9',
    ])
  })

  test('an error of the page is noted by its place, never with its text', () => {
    const told = {
      level: 'error',
      message: 'TypeError: 李雷 is not a function\n    at x (app://keyrack/assets/guest-a1.js:3:44)',
      lineNumber: 12,
      sourceId: 'app://keyrack/assets/index-b2.js',
    }
    expect(pageError(told)).toBe('the page: TypeError at index-b2.js:12 < assets/guest-a1.js:3:44')
    expect(pageError({ ...told, level: 'warning' })).toBeNull()
  })
})

test('a folder that can’t be written is told from one that can', () => {
  expect(canKeepFilesIn(join(folder.path, 'new', 'deep'))).toBe(true)
  writeFileSync(join(folder.path, 'file'), '')
  expect(canKeepFilesIn(join(folder.path, 'file', 'below'))).toBe(false)
})

test('every trouble has its words and a remedy in both languages', () => {
  const codes = [
    'STORE_MISSING',
    'STORE_FOLDER_MISSING',
    'STORE_IS_FOLDER',
    'STORE_NOT_A_STORE',
    'STORE_EXISTS',
    'STORE_LOCKED',
    'STORE_NEWER',
    'STORE_DAMAGED',
    'STORE_READ_ONLY',
    'STORE_NETWORK',
    'STORE_NO_ACCESS',
    'STORE_LINKED',
    'STORE_REMAINS',
    'STORE_FULL',
    'STORE_UNAVAILABLE',
  ] as const
  for (const code of codes) {
    for (const language of ['en', 'zh'] as const) {
      const found = troubleWords({ code, params: { file: 'F', process: 0, found: 9, known: 1 } }, language)
      expect(found.happened, code).toContain('F')
      expect(`${found.happened} ${found.remedy}`, code).not.toMatch(/store\.[A-Z]|\{\{|process 0|进程 0/)
      expect(found.remedy.length, code).toBeGreaterThan(8)
    }
  }
})

describe('places and languages', () => {
  test('this user’s folder is where Electron keeps it', () => {
    expect(userDataFolder({}, 'linux', '/home/a')).toBe('/home/a/.config/Keyrack')
    expect(userDataFolder({ XDG_CONFIG_HOME: '/x' }, 'linux', '/home/a')).toBe('/x/Keyrack')
    expect(userDataFolder({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Application Support/Keyrack')
    expect(userDataFolder({ APPDATA: '/r' }, 'win32', '/u')).toBe('/r/Keyrack')
  })

  test('a named store comes before the environment’s, and that before the user’s own', () => {
    expect(storeToOpen('a', '/u', { KEYRACK_STORE: 'b' })).toEqual({ file: 'a', own: false })
    expect(storeToOpen(undefined, '/u', { KEYRACK_STORE: 'b' })).toEqual({ file: 'b', own: false })
    expect(storeToOpen(undefined, '/u', { KEYRACK_STORE: '' })).toEqual({
      file: join('/u', 'hotel.keyrack'),
      own: true,
    })
  })

  test('the system’s language by the order of POSIX', () => {
    expect(systemLanguage({ LANG: 'zh_CN.UTF-8' })).toBe('zh')
    expect(systemLanguage({ LANG: 'zh_CN.UTF-8', LC_ALL: 'de_DE.UTF-8' })).toBe('en')
    expect(workstation('cli')).toMatch(/^[\p{L}\p{N}._-]+\/cli$/u)
  })
})

describe('the command line', () => {
  test('finds what was meant', () => {
    const known = ['import', 'init', 'serve', 'doctor', 'demo']
    expect(['imprt', 'ipmort', 'serv', 'docter', 'demp', 'do'].map((word) => nearest(word, known))).toEqual([
      'import',
      'import',
      'serve',
      'doctor',
      'demo',
      'doctor',
    ])
    expect(nearest('xyzzy', known)).toBeNull()
    expect(nearest('', known)).toBeNull()
  })

  test('draws a bar on a terminal and nothing into a pipe', () => {
    const written: string[] = []
    const write = (text: string) => void written.push(text)
    const piped = progressBar({ write }, 'Import', 'en')
    piped.show(1, 2)
    piped.end()
    expect(written).toEqual([])
    const bar = progressBar({ isTTY: true, columns: 80, write }, '导入', 'zh')
    bar.show(39_665, 79_330)
    bar.end()
    expect(written[0]).toMatch(/导入 █+░+ 50 % .*39,665.*79,330/)
    expect([...(written[0] ?? '')].length).toBeLessThan(90)
    expect(written.at(-1)).toBe('\r\u001b[2K')
  })
})
