// What tests import as `vitest` while they are run by runner.ts: it collects them instead of running them.
import { expect as expectOfVitest } from 'vitest'

export const expect = expectOfVitest

type Act = () => unknown
type When = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll'

/** A `describe`, or the file itself, with what is done before and after its tests. */
type Group = Record<When, Act[]>

interface CollectedTest {
  name: string
  /** The groups it is in, the file first. */
  groups: readonly Group[]
  body: Act
}

/** What runs by itself: one test, or all tests of a file that share something (`beforeAll`). */
export interface Unit {
  name: string
  run: () => Promise<void>
}

type Body<Row extends unknown[]> = (...row: Row) => unknown

let collected: CollectedTest[] = []
let groups: Group[] = [emptyGroup()]
let names: string[] = []
let shared = false

/** What was collected since the last call. */
export function takeUnits(): Unit[] {
  const tests = collected
  const whole = shared
  collected = []
  groups = [emptyGroup()]
  names = []
  shared = false
  if (whole) return [{ name: 'all', run: () => runTests(tests) }]
  return tests.map((one) => ({ name: one.name, run: () => runTests([one]) }))
}

export function describe(name: string, body: () => void): void {
  groups.push(emptyGroup())
  names.push(name)
  body()
  names.pop()
  groups.pop()
}

export function test(name: string, body: Act): void {
  collected.push({ name: [...names, name].join(' > '), groups: [...groups], body })
}

/** A row that is a list becomes the arguments, any other the one argument. Rows are numbered: names must differ. */
test.each = (rows: readonly unknown[]) => (name: string, body: Body<unknown[]>) => {
  for (const [i, row] of rows.entries()) {
    test(`${name} [${i}]`, () => body(...(Array.isArray(row) ? row : [row])))
  }
}

test.runIf = (wanted: boolean) => (wanted ? test : () => undefined)
test.skipIf = (unwanted: boolean) => test.runIf(!unwanted)

/** Vitest's other name of it. */
export const it = test

export const beforeAll = hook('beforeAll')
export const beforeEach = hook('beforeEach')
export const afterEach = hook('afterEach')
export const afterAll = hook('afterAll')

const realTimeout = globalThis.setTimeout
let waiting: Act[] = []

/** Vitest’s own asks for its worker. With these timers, any time that passes is long enough. */
export const vi = {
  waitFor: async (act: Act) => {
    for (const end = performance.now() + 1000; ; await new Promise(setImmediate)) {
      try {
        return await act()
      } catch (error) {
        if (performance.now() > end) throw error
      }
    }
  },
  useFakeTimers: () => {
    waiting = []
    globalThis.setTimeout = ((act: Act) => waiting.push(act)) as never
  },
  useRealTimers: () => {
    globalThis.setTimeout = realTimeout
  },
  advanceTimersByTime: () => {
    for (const act of waiting.splice(0)) act()
  },
}

function emptyGroup(): Group {
  return { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] }
}

function hook(when: When) {
  return (act: Act) => {
    groups.at(-1)?.[when].push(act)
    if (when === 'beforeAll' || when === 'afterAll') shared = true
  }
}

/** Runs tests in turn, as Vitest would, up to the first that fails: it throws, after all that comes after the tests. */
async function runTests(tests: readonly CollectedTest[]): Promise<void> {
  const open: Group[] = []
  try {
    for (const { groups: path, body } of tests) {
      await leave(open, path)
      for (const group of path.slice(open.length)) {
        open.push(group)
        await inTurn(group.beforeAll)
      }
      try {
        for (const group of path) await inTurn(group.beforeEach)
        await body()
      } finally {
        for (const group of path.toReversed()) await inTurn(group.afterEach.toReversed())
      }
    }
  } finally {
    await leave(open, [])
  }
}

/** Ends the groups that the next test is not in, the innermost first. */
async function leave(open: Group[], path: readonly Group[]): Promise<void> {
  for (let last = open.at(-1); last && !path.includes(last); last = open.at(-1)) {
    open.pop()
    await inTurn(last.afterAll.toReversed())
  }
}

async function inTurn(acts: readonly Act[]): Promise<void> {
  for (const act of acts) await act()
}
