import { expect, test } from 'vitest'
import { paths } from '#renderer/base/route/paths.ts'
import { nextStepActs } from '#renderer/parts/hotel/acts.ts'
import { screens } from '#renderer/shell/screens.ts'

/** Keys that the frame has for itself (app/frame/frame.tsx). */
const framesOwn = ['F1', 'Ctrl+F1', 'Ctrl+K', 'F8', 'Ctrl+Z', 'Esc']

const twice = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) < at)

test('no two screens have one key or one address, and none has a key of the frame', () => {
  expect(screens.length).toBeGreaterThan(5)
  expect(twice(screens.map((screen) => screen.path))).toEqual([])
  expect(twice([...framesOwn, ...screens.flatMap((screen) => screen.key ?? [])])).toEqual([])
})

test('screens stand in the rail one after the other', () => {
  expect(twice(screens.flatMap((screen) => String(screen.rail?.order ?? screen.path)))).toEqual([])
})

test('the next step of an empty hotel has a key of its own on the screens that offer it', () => {
  for (const path of [paths.today, paths.guests, paths.newBooking]) {
    const screen = screens.find((one) => one.path === path)
    const keys = (screen?.acts ?? []).flatMap((acts) => Object.values(acts).map(({ key }) => key))
    expect(keys.length).toBeGreaterThan(0)
    expect(keys).not.toContain(nextStepActs.next.key)
  }
})
