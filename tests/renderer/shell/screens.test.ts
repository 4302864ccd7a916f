import { expect, test } from 'vitest'
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
