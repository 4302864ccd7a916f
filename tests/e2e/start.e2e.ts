import { expect } from '@playwright/test'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { smallHotel } from '../support/small-hotel.ts'

let hotel: Served

test.beforeAll(async () => {
  hotel = await serveHotel({ seed: (app) => smallHotel(app) })
})

test.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

const beginsWith = ['setup.state', 'access.session', 'hotel.state', 'guest.search']

for (const address of ['/guests', '/guests?in=1']) {
  test(`the start asks its questions before the program is loaded, each once: ${address}`, async ({
    page,
  }) => {
    const asked: string[] = []
    const allAsked = new Promise<void>((resolve) => {
      page.on('request', (request) => {
        if (!request.url().endsWith('/rpc')) return
        asked.push((request.postDataJSON() as { operation: string }).operation)
        if (beginsWith.every((name) => asked.includes(name))) resolve()
      })
    })
    // The program is held back until it has been asked for it all
    await page.route(/\/assets\/(?!boot)[\w-]+\.js$/, async (route) => {
      await allAsked
      await route.continue()
    })
    await hotel.visit(page, address)
    await expect(page.getByRole('searchbox', { name: 'Find a guest' })).toBeFocused()
    await expect(page.getByRole('status').filter({ hasText: /guest/ })).toBeVisible()
    for (const name of beginsWith)
      expect(
        asked.filter((one) => one === name),
        name,
      ).toEqual([name])
  })
}
