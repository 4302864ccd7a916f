import { expect, test } from 'vitest'
import { fitting } from '#renderer/ui/use-fitting.ts'

test('a list has the columns it has room for', () => {
  const cell = () => null
  const column = (key: string, when: { from?: number; below?: number } = {}) => ({
    key,
    head: key,
    width: '1fr',
    cell,
    ...when,
  })
  const columns = [
    column('name'),
    column('requests', { from: 600 }),
    column('alerts', { from: 600 }),
    column('marks', { below: 600 }),
    column('middle', { from: 400, below: 800 }),
  ]
  const at = (width: number) => fitting(columns, width).map(({ key }) => key)
  expect(at(599)).toEqual(['name', 'marks', 'middle'])
  expect(at(600)).toEqual(['name', 'requests', 'alerts', 'middle'])
  expect(at(399)).toEqual(['name', 'marks'])
  // Before the list is measured it is taken for a wide one
  expect(at(Number.POSITIVE_INFINITY)).toEqual(['name', 'requests', 'alerts'])
})
