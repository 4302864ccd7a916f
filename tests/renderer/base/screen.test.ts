import { expect, test } from 'vitest'
import { paths } from '#renderer/base/route/paths.ts'
import { loadScreen, pageOf, type Screen } from '#renderer/base/route/screen.ts'

const Page = () => null
const screen = (): Screen => ({ path: paths.guests, title: 'guest.title', load: async () => ({ Page }) })

test('a screen that is loaded is drawn as it is, and stays the same component', async () => {
  const guests = screen()
  await loadScreen(guests)
  expect(pageOf(guests)).toBe(Page)
  expect(pageOf(guests)).toBe(Page)
})

test('a screen drawn before it was loaded stays the same component once it is', async () => {
  const guests = screen()
  const first = pageOf(guests)
  expect(first).not.toBe(Page)
  await loadScreen(guests)
  expect(pageOf(guests)).toBe(first)
})
