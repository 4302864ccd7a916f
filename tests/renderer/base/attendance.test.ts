import { expect, test } from 'vitest'
import { attendance } from '#renderer/base/attendance.ts'

/** Everything that is told while the clock goes on second by second; input at the seconds named. */
function heard({ seconds, inputs, idle = 900 }: { seconds: number; inputs: number[]; idle?: number }) {
  let clock = 0
  const told: [string, number][] = []
  const { input, look } = attendance({
    tell: () => told.push(['tell', clock / 1000]),
    left: () => told.push(['left', clock / 1000]),
    idleMs: () => idle * 1000,
    now: () => clock,
  })
  for (let second = 1; second <= seconds; second++) {
    clock = second * 1000
    if (inputs.includes(second)) input()
    if (second % 5 === 0) look()
  }
  return told
}

test('whoever is at the desk is told of at once, then every 20 seconds at most, and once after the last input', () => {
  const inputs = [1, 2, 3, 22, 23]
  expect(heard({ seconds: 100, inputs })).toEqual([
    ['tell', 1],
    ['tell', 22],
    ['tell', 45],
  ])
})

test('a desk where nobody touches anything tells nothing but that it began, and is asked once whether it is over', () => {
  expect(heard({ seconds: 200, inputs: [], idle: 60 })).toEqual([
    ['tell', 5],
    ['left', 60],
  ])
})

test('whoever comes back is asked for again', () => {
  expect(heard({ seconds: 200, inputs: [70], idle: 60 }).filter(([what]) => what === 'left')).toEqual([
    ['left', 60],
    ['left', 130],
  ])
})
