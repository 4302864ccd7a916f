import type { TestApp } from './app.ts'
import { openRealHotel } from './real-hotel.ts'

/** The real City Hotel: 79,330 bookings of 2015 to 2017 without rooms, business date 2026-03-02. */
export async function openCityHotel(): Promise<TestApp> {
  return await openRealHotel(import.meta.filename, 'City Hotel')
}
