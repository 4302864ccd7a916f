import type { TestApp } from './app.ts'
import { openRealHotel } from './real-hotel.ts'

/** The real Resort Hotel: 40,059 bookings of 2015 to 2017 without rooms (one has a rate below zero), business date 2026-03-02. */
export async function openResortHotel(): Promise<TestApp> {
  return await openRealHotel(import.meta.filename, 'Resort Hotel')
}
