import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { atMoment } from '#renderer/base/at-moment.ts'

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-03-02T04:00:00Z') }))
afterEach(() => vi.useRealTimers())

const inMinutes = (minutes: number) => Date.now() + minutes * 60_000

test('runs at the moment and not before', () => {
  const run = vi.fn()
  const stop = atMoment(inMinutes(90), run)
  vi.advanceTimersByTime(90 * 60_000 - 1)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledTimes(1)
  stop()
  vi.advanceTimersByTime(60 * 60_000)
  expect(run).toHaveBeenCalledTimes(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('runs a minute after a machine woke up that slept past the moment', () => {
  const run = vi.fn()
  const stop = atMoment(inMinutes(90), run)
  vi.setSystemTime(inMinutes(8 * 60))
  vi.advanceTimersByTime(60_000)
  expect(run).toHaveBeenCalledTimes(1)
  stop()
})

test('runs at once for a moment that is over, then once a minute while nobody stops it', () => {
  const run = vi.fn()
  const stop = atMoment(inMinutes(-5), run)
  expect(run).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(59_999)
  expect(run).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledTimes(2)
  stop()
})
