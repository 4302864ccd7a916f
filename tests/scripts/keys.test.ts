import { expect, test } from 'vitest'
import { keysOf } from '../../scripts/lib/keys.ts'

test('the keys of each task that was done, with the journey it belongs to', () => {
  const done = (title: string, keys: number, status = 'passed', text = 0) => ({
    title,
    tests: [
      {
        annotations: [
          { type: 'slow' },
          { type: 'keys', description: String(keys) },
          ...(text > 0 ? [{ type: 'text', description: String(text) }] : []),
        ],
        results: [{ duration: 1234, status }],
      },
    ],
  })
  const report = {
    suites: [
      {
        title: 'booking.e2e.ts',
        specs: [done('book', 12, 'passed', 7), done('broken', 3, 'failed')],
        suites: [{ title: 'a stay', specs: [done('lengthen', 4)] }],
      },
    ],
  }
  expect(keysOf(report)).toEqual([
    { task: 'booking.e2e.ts: book', keys: 12, text: 7, seconds: 1.2 },
    { task: 'booking.e2e.ts: a stay: lengthen', keys: 4, text: 0, seconds: 1.2 },
  ])
  expect(keysOf(null)).toEqual([])
})
