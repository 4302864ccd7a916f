import { expect, test } from 'vitest'
import * as contract from '#shared/contract/request-board.ts'
import {
  boardActions,
  boardDays,
  boardDepartments,
  boardSorts,
  boardStates,
  isOverdue,
} from '#shared/domain/request/board.ts'
import { departments } from '#shared/domain/request/request.ts'
import type { BusinessDate } from '#shared/values/index.ts'

test('the rules and the contract know the same words', () => {
  const { state, day, sort } = contract.board.input.shape
  expect(state.unwrap().options).toEqual(boardStates)
  expect(day.unwrap().options).toEqual(boardDays)
  expect(sort.unwrap().options).toEqual(boardSorts)
  expect(contract.markTogether.input.shape.action.options).toEqual(boardActions)
  expect(boardDepartments.slice(1)).toEqual(departments)
})

test.each([
  ['2026-03-01', null, '2026-03-02', '00:00', true],
  ['2026-03-02', null, '2026-03-02', '23:59', false],
  ['2026-03-02', '14:00', '2026-03-02', '13:59', false],
  ['2026-03-02', '14:00', '2026-03-02', '14:00', false],
  ['2026-03-02', '14:00', '2026-03-02', '14:01', true],
  // After midnight, before the day is closed
  ['2026-03-02', '23:00', '2026-03-03', '01:00', true],
  ['2026-03-02', null, '2026-03-03', '01:00', false],
  ['2026-03-03', '00:30', '2026-03-03', '01:00', true],
  ['2026-03-03', '06:00', '2026-03-03', '01:00', false],
] as const)('due %s %s on 2 March at %s %s: overdue %s', (dueOn, dueTime, date, time, expected) => {
  const on = (text: string) => text as BusinessDate
  expect(isOverdue({ dueOn: on(dueOn), dueTime }, on('2026-03-02'), { date: on(date), time })).toBe(expected)
})
