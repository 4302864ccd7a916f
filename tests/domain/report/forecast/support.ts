import { NEVER, type PaceBookings } from '#shared/domain/report/forecast/curves.ts'

/** `gone` null: it did not fall away. Day numbers. */
export type PaceRow = { created: number; gone: number | null; arrival: number; departure: number }

export function paceOf(rows: readonly PaceRow[]): PaceBookings {
  const column = (of: (row: PaceRow) => number) => Int32Array.from(rows, of)
  return {
    count: rows.length,
    created: column(({ created }) => created),
    gone: column(({ gone }) => gone ?? NEVER),
    arrival: column(({ arrival }) => arrival),
    departure: column(({ departure }) => departure),
  }
}

/** The next number is the same in every run. */
export function chance(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** A hotel of some sixty arrivals on a Friday and twenty on other days, a fifth of them cancelled, booked up to forty days before. */
export function madeUp(seed: number, days: number): PaceRow[] {
  const next = chance(seed)
  return Array.from({ length: days }, (_, arrival) =>
    Array.from({ length: (arrival % 7 === 4 ? 55 : 16) + Math.floor(next() * 10) }, () => {
      const created = arrival - Math.floor(next() * next() * 40)
      const gone = next() < 0.2 ? created + Math.floor(next() * (arrival - created + 1)) : null
      return { created, gone, arrival, departure: arrival + 1 + Math.floor(next() * 3) }
    }),
  ).flat()
}
