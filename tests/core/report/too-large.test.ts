import { expect, test } from 'vitest'
import { createHeavy } from '#core/heavy/heavy.ts'
import { isWorkerEnded } from '#core/kernel/heavy.ts'
import { maxRows, rowsWithin, TooManyRows } from '#db/queries/report/rows-within.ts'

test('rows are read as far as a report holds them, and not one further', () => {
  let read = 0
  function* rows(count: number) {
    for (; read < count; read++) yield read
  }
  expect(rowsWithin(rows(3))).toEqual([0, 1, 2])
  read = 0
  expect(() => rowsWithin(rows(Number.POSITIVE_INFINITY))).toThrow(TooManyRows)
  expect(read).toBe(maxRows)
})

test('a report that fills the memory of its worker is refused in words, and the next one has a new worker; a job has ended', async () => {
  const code = `
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ task }) => {
      if (task === 'small') return parentPort.postMessage({ result: 1 })
      const kept = []
      for (;;) kept.push(Array.from({ length: 1000 }, (_, at) => ({ at })))
    })`
  const heavy = createHeavy({
    thread: new URL(`data:text/javascript,${encodeURIComponent(code)}`),
    store: 'x',
    nativeBinding: undefined,
    insight: { file: 'x', trouble: null, renew: () => undefined },
    report: { file: 'x', trouble: null, renew: () => undefined },
    onDefect: () => undefined,
  })
  const nobodyCancels = { progress: () => undefined, cancelled: false }
  expect(await heavy.report('large', {}, nobodyCancels)).toEqual({
    failure: { code: 'REPORT_TOO_LARGE', params: {} },
  })
  expect(await heavy.report('small', {}, nobodyCancels)).toMatchObject({ result: 1 })
  const job = await heavy.run('large', {}, nobodyCancels).catch((error: unknown) => error)
  expect(isWorkerEnded(job)).toBe(true)
  await heavy.close()
}, 60_000)
