import { expect, test } from 'vitest'
import { createAgenda } from '#core/demo/agenda.ts'

/** An agenda that notes the name and the time of whatever runs. */
function noting() {
  const agenda = createAgenda()
  const ran: [string, number][] = []
  return {
    agenda,
    ran,
    add: (day: number, seconds: number, name: string, then?: () => void) =>
      agenda.add(day, seconds, (now) => {
        ran.push([name, now])
        then?.()
      }),
  }
}

test('a day runs in the order of its times; of equal times the first put down comes first', () => {
  const { agenda, ran, add } = noting()
  add(5, 300, 'late')
  add(5, 100, 'early')
  add(5, 200, 'one')
  add(5, 200, 'two')
  add(6, 50, 'tomorrow')
  agenda.runDay(5, 1000)
  expect(ran).toEqual([
    ['early', 100],
    ['one', 200],
    ['two', 200],
    ['late', 300],
  ])
  agenda.runDay(6, 1000)
  expect(ran.at(-1)).toEqual(['tomorrow', 50])
  agenda.runDay(5, 1000)
  expect(ran).toHaveLength(5)
})

test('what is added on the way takes its place by its time, behind what has the same', () => {
  const { agenda, ran, add } = noting()
  add(5, 100, 'first', () => {
    add(5, 300, 'same as the second')
    add(5, 250, 'between')
    add(5, 900, 'last')
    add(5, 100, 'now')
    add(6, 10, 'tomorrow')
    add(4, 999, 'yesterday')
  })
  add(5, 300, 'second')
  add(5, 400, 'third')
  agenda.runDay(5, 1000)
  expect(ran.map(([name]) => name)).toEqual([
    'first',
    'now',
    'between',
    'second',
    'same as the second',
    'third',
    'last',
  ])
  agenda.runDay(6, 1000)
  expect(ran.at(-1)).toEqual(['tomorrow', 10])
  expect(ran.some(([name]) => name === 'yesterday')).toBe(false)
})

test('for an hour that has passed it happens at once: the clock does not go back', () => {
  const { agenda, ran, add } = noting()
  add(5, 500, 'noon', () => add(5, 100, 'this morning'))
  add(5, 600, 'afternoon')
  agenda.runDay(5, 1000)
  expect(ran).toEqual([
    ['noon', 500],
    ['this morning', 500],
    ['afternoon', 600],
  ])
})

test('the end of a day is not in it, and a past day is forgotten', () => {
  const { agenda, ran, add } = noting()
  add(5, 999, 'within')
  add(5, 1000, 'at the end')
  agenda.runDay(5, 1000)
  expect(ran).toEqual([['within', 999]])
  add(5, 10, 'after all')
  add(4, 10, 'before')
  agenda.runDay(6, 1000)
  agenda.runDay(4, 1000)
  expect(ran).toHaveLength(1)
})

test('before anything has run on a day its times are taken as they are', () => {
  const { agenda, ran, add } = noting()
  agenda.runDay(5, 0)
  add(5, 20, 'b')
  add(5, 10, 'a')
  expect(ran).toEqual([])
  add(7, 30, 'd')
  add(7, 20, 'c')
  agenda.runDay(7, 1000)
  expect(ran).toEqual([
    ['c', 20],
    ['d', 30],
  ])
})
