import { afterAll, beforeAll, expect } from 'vitest'
import type { DemoTruth } from '#core/demo/truth.ts'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openKnownHotel } from '#tests/support/demo-truth.ts'

/** The known hotel, there once the tests of a file begin; `made`: what its generator says of it. */
export type KnownHotel = TestApp & { made: DemoTruth; raw: RawDatabase }

/** The known hotel for the tests of a file, with statements of their own over it; at the end nothing went wrong. */
export function knownHotel() {
  const t = {} as KnownHotel
  // The hotel is made here where no other test has made it before
  beforeAll(async () => {
    const hotel = await openKnownHotel()
    Object.assign(t, hotel, { raw: openRaw(hotel.file, { readonly: true }) })
  }, 180_000)
  afterAll(async () => {
    t.raw.close()
    await t.close()
    expect(t.defects).toEqual([])
  })
  return {
    t,
    all: <T>(sql: string) => t.raw.prepare(sql).all() as T[],
    one: (sql: string) => t.raw.prepare(sql).pluck().get() as number,
  }
}

/** A share is what chance gives of so many. */
export function near(found: number, of: number, share: number): void {
  expect(Math.abs(found / of - share), `${found} of ${of}`).toBeLessThan(
    4 * Math.sqrt((share * (1 - share)) / of),
  )
}
