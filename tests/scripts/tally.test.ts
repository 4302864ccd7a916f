import { describe, expect, it } from 'vitest'
import {
  inWords,
  slowestOf,
  sum,
  tallyOfExit,
  tallyOfPlaywright,
  tallyOfVitest,
} from '../../scripts/lib/tally.ts'

describe('the sum at the end of npm test', () => {
  it('adds up all runners', () => {
    const total = sum([{ passed: 3, failed: 0, skipped: 1 }, tallyOfExit(0), tallyOfExit(2)])
    expect(inWords(total)).toBe('4 passed, 1 failed, 1 skipped')
  })

  it('counts what Vitest says', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [],
    }
    expect(tallyOfVitest(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 })
  })

  it('counts a test file that could not be loaded as a failure', () => {
    const report = { numPassedTests: 5, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(tallyOfVitest(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
  })

  it('names the slowest tests with their files', () => {
    const file = (name: string, ...tests: [string, number | null][]) => ({
      name,
      status: 'passed',
      assertionResults: tests.map(([fullName, duration]) => ({ status: 'passed', fullName, duration })),
    })
    const testResults = [
      file('/k/tests/a.test.ts', ['quick', 10], ['slow', 2500]),
      file('/k/tests/b.test.ts', ['slower', 9000], ['skipped', null]),
    ]
    expect(slowestOf({ testResults }, 2, '/k')).toEqual([
      { name: 'tests/b.test.ts: slower', seconds: 9 },
      { name: 'tests/a.test.ts: slow', seconds: 2.5 },
    ])
    expect(slowestOf(null, 2, '/k')).toEqual([])
  })

  it('never turns a bad exit into a pass', () => {
    expect(tallyOfVitest({ numPassedTests: 5, testResults: [] }, 1).failed).toBe(1)
    expect(tallyOfVitest(null, 0).failed).toBe(1)
    expect(tallyOfPlaywright(null, 0).failed).toBe(1)
    const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }
    expect(tallyOfPlaywright({ stats, errors: [] }, 1)).toEqual({ passed: 2, failed: 1, skipped: 0 })
  })

  it('counts a journey that passed only the second time as failed', () => {
    const stats = { expected: 2, unexpected: 1, flaky: 1, skipped: 3 }
    expect(tallyOfPlaywright({ stats }, 1)).toEqual({ passed: 2, failed: 2, skipped: 3 })
  })
})
