import { expect, test } from 'vitest'
import { createHeavy } from '#core/heavy/heavy.ts'

const code = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ task }) => task === 'ends' && process.exit(3))`

function open() {
  const file = { file: 'x', trouble: null, renew: () => undefined }
  return createHeavy({
    thread: new URL(`data:text/javascript,${encodeURIComponent(code)}`),
    store: 'x',
    nativeBinding: undefined,
    insight: file,
    report: file,
    onDefect: () => undefined,
  })
}
const nobodyCancels = { progress: () => undefined, cancelled: false }

test('what is at work when the store is closed is cancelled, and no defect', async () => {
  const heavy = open()
  const working = heavy.report('lasts', {}, nobodyCancels)
  await new Promise(setImmediate)
  await heavy.close()
  expect(await working).toEqual({ failure: { code: 'CANCELLED', params: {} } })
})

test('a worker that ends by itself is a defect', async () => {
  const heavy = open()
  await expect(heavy.report('ends', {}, nobodyCancels)).rejects.toThrow('the worker ended: exit code 3')
  await heavy.close()
})
