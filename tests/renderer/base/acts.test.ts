import { expect, test, vi } from 'vitest'
import { type Acts, actsFor, namesOf, runEach } from '#renderer/base/keys/acts.ts'

const acts = {
  save: { key: 'Ctrl+S', label: 'keys.save' },
  undo: { key: 'Ctrl+Z', label: 'keys.undo', when: (of) => of.changed },
} as const satisfies Acts<{ changed: boolean }>

test('an act is offered where it can be done, in the order of its list', () => {
  expect(namesOf(actsFor(acts, { changed: true }))).toEqual(['save', 'undo'])
  expect(namesOf(actsFor(acts, { changed: false }))).toEqual(['save'])
})

test('one run serves several acts, each by its name', () => {
  const run = vi.fn()
  const runs = runEach(acts, run)
  runs.undo()
  runs.save()
  expect(run.mock.calls).toEqual([['undo'], ['save']])
})
