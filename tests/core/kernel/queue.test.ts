import { expect, test, vi } from 'vitest'
import { createQueue, tooLong } from '#core/kernel/queue.ts'

const withoutEnd = Number.POSITIVE_INFINITY

test('work is done in the order it came, and what fails keeps nobody from their turn', async () => {
  const queue = createQueue()
  const { promise, resolve } = Promise.withResolvers<void>()
  const done: string[] = []
  const failing = queue.enter(async () => {
    await promise
    done.push('first')
    throw new Error('no disk')
  }, withoutEnd)
  const last = queue.enter(async () => done.push('second'), 60_000)
  resolve()
  await expect(failing).rejects.toThrow('no disk')
  expect(await last).toBe(2)
  expect(done).toEqual(['first', 'second'])
})

test('who waited longer than their patience leaves and is never run; who has time without end waits', async () => {
  const queue = createQueue()
  const { promise, resolve } = Promise.withResolvers<void>()
  const [ran, answers]: unknown[][] = [[], []]
  const enter = (name: string, patience: number) => {
    const work = async () => ran?.push(name)
    void queue.enter(work, patience).then((answer) => answers?.push(answer))
  }
  void queue.enter(() => promise, withoutEnd)
  enter('hasty', 1)
  enter('steady', withoutEnd)
  await vi.waitFor(() => expect(answers).toEqual([tooLong]))
  resolve()
  await vi.waitFor(() => expect(answers).toEqual([tooLong, 1]))
  expect(ran).toEqual(['steady'])
})

test('who has had their turn leaves no timer behind', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
  const before = timers()
  await createQueue().enter(async () => undefined, 60_000)
  expect(timers()).toBeLessThanOrEqual(before)
})
