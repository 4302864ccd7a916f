import { expect, test, vi } from 'vitest'
import { lazySections } from '#renderer/ui/lazy-sections.ts'

const Section = () => null

test('a section that was loaded before it is shown is drawn as it is, one that was not stays what waits for it', async () => {
  const load = vi.fn(async () => ({ Section }))
  const sections = lazySections(['shown', 'ahead'].map((name) => ({ name, load })))
  const waiting = sections.of('shown')
  sections.preload()
  await new Promise(setImmediate)
  expect(sections.of('ahead')).toBe(Section)
  expect(load).toHaveBeenCalledTimes(1)
  expect(waiting).not.toBe(Section)
  // Another component would lose what was typed in it
  expect(sections.of('shown')).toBe(waiting)
  expect(sections.of('none')).toBeUndefined()
})

test('a section whose files did not come ahead is loaded when it is shown', async () => {
  const load = vi.fn(async (): Promise<{ Section: typeof Section }> => Promise.reject(new Error('away')))
  const sections = lazySections([{ name: 'away', load }])
  sections.preload()
  await new Promise(setImmediate)
  expect(load).toHaveBeenCalledTimes(1)
  expect(sections.of('away')).toMatchObject({ $$typeof: Symbol.for('react.lazy') })
})
