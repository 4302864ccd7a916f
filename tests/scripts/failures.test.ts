import { expect, test } from 'vitest'
import { failuresOfPlaywright, failuresOfVitest } from '../../scripts/lib/failures.ts'

test('failed tests of Vitest are named with their file and the first line of what they said', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'holds' },
    { status: 'failed', fullName: 'a rule', failureMessages: ['Error: 2 is not 3\n    at a.test.ts:4'] },
  ]
  const testResults = [
    { name: '/k/tests/a.test.ts', status: 'failed', assertionResults },
    { name: '/k/tests/b.test.ts', status: 'failed', message: 'no module c', assertionResults: [] },
    { name: '/k/tests/d.test.ts', status: 'passed', assertionResults: [] },
  ]
  expect(failuresOfVitest({ testResults }, '/k')).toEqual([
    { name: 'tests/a.test.ts: a rule', why: 'Error: 2 is not 3' },
    { name: 'tests/b.test.ts', why: 'no module c' },
  ])
  expect(failuresOfVitest(null, '/k')).toEqual([])
})

test('journeys of which any attempt failed are named, and what went wrong outside of them', () => {
  const specOf = (title: string, ...results: { status: string; error?: { message: string } }[]) => ({
    title,
    tests: [{ results }],
  })
  const red = `${String.fromCharCode(27)}[31mtoo slow${String.fromCharCode(27)}[39m\nstack`
  const specs = [
    specOf('passes', { status: 'passed' }),
    specOf('second time', { status: 'timedOut', error: { message: red } }, { status: 'passed' }),
    specOf('left out', { status: 'skipped' }),
  ]
  const suites = [{ title: 'a.e2e.ts', specs: [], suites: [{ title: 'inside', specs }] }]
  expect(failuresOfPlaywright({ suites, errors: [{ message: 'no browser' }] })).toEqual([
    { name: 'a.e2e.ts: inside: second time', why: 'too slow' },
    { name: 'outside of any journey', why: 'no browser' },
  ])
  expect(failuresOfPlaywright(null)).toEqual([])
})
