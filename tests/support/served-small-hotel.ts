import { expect, type Page, test } from '@playwright/test'
import { type Served, serveHotel } from './served.ts'
import { type SmallHotel, smallHotel } from './small-hotel.ts'

/** What just happened, in the status line. */
export const status = (page: Page) => page.locator('.k-status-last')

/** Serves a small hotel of its own to the journeys of a file; after them no defect may have been logged. */
export function servedToJourneys(take: (hotel: Served, made: SmallHotel) => void): void {
  let hotel: Served
  test.beforeAll(async () => {
    let made: SmallHotel | undefined
    hotel = await serveHotel({
      seed: async (app) => {
        made = await smallHotel(app)
      },
    })
    take(hotel, made as SmallHotel)
  })
  test.afterAll(async () => {
    expect(hotel.defects).toEqual([])
    await hotel.close()
  })
}
