// What the pure tests import as `vitest` while they are run by runner.ts: it collects them instead of running them.
import { expect as expectOfVitest } from 'vitest'

export const expect = expectOfVitest

export interface CollectedTest {
  name: string
  run: () => unknown
}

type Body<Row extends unknown[]> = (...row: Row) => unknown

let collected: CollectedTest[] = []
let path: string[] = []

/** What was collected since the last call. */
export function takeTests(): CollectedTest[] {
  const tests = collected
  collected = []
  path = []
  return tests
}

export function describe(name: string, body: () => void): void {
  path.push(name)
  body()
  path.pop()
}

export function test(name: string, body: () => unknown): void {
  collected.push({ name: [...path, name].join(' > '), run: body })
}

/** A row that is a list becomes the arguments, any other the one argument. Rows are numbered: names must differ. */
test.each = (rows: readonly unknown[]) => (name: string, body: Body<unknown[]>) => {
  for (const [i, row] of rows.entries()) {
    test(`${name} [${i}]`, () => body(...(Array.isArray(row) ? row : [row])))
  }
}
