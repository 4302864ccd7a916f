import { expect, test } from 'vitest'
import { paths } from '#renderer/base/route/paths.ts'
import { askAheadOf, loadScreen, pageOf, type Screen } from '#renderer/base/route/screen.ts'

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

test('a screen that is loaded begins to read with the step to it, one that is not loads first', async () => {
  const asked: string[] = []
  const guests: Screen = {
    ...screen(),
    load: async () => ({ Page, ahead: async ({ query }) => void asked.push(query.text ?? '') }),
  }
  askAheadOf(guests, { params: {}, query: { text: 'early' } })
  await loadScreen(guests)
  askAheadOf(guests, { params: {}, query: { text: 'wang' } })
  expect(asked).toEqual(['wang'])
})
