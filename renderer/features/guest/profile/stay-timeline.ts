import type { BusinessDate } from '#shared/values/index.ts'

/** What is above a row of the stays: a year, or the line that says where today is. */
export type Divider = { kind: 'year'; year: string } | { kind: 'today'; upcoming: boolean }

type Stay = { arrival: string; status: string }
type Dated = Stay & { departure: string }

/** Still to come: the arrivals of later days, and those of today who are not here yet. */
function isAhead({ arrival, status }: Stay, businessDate: BusinessDate): boolean {
  return arrival > businessDate || (arrival === businessDate && revenueKind(status) === 'booked')
}

/** The latest arrival first, as the store gives them; of today’s those first that are still to come. */
export function alongTime<S extends Stay>(stays: readonly S[], businessDate: BusinessDate): S[] {
  const ahead = (stay: S) => Number(isAhead(stay, businessDate))
  return stays.toSorted((a, b) => b.arrival.localeCompare(a.arrival) || ahead(b) - ahead(a))
}

/**
 * The stay that the list begins at: the one in house, else the next arrival (who is late is awaited still), else the
 * last stay, else the last booking of the past.
 */
export function chosenStay<S extends Dated>(stays: readonly S[], businessDate: BusinessDate): S | undefined {
  const awaited = stays.filter(
    ({ status, departure }) => revenueKind(status) === 'booked' && departure >= businessDate,
  )
  const begun = stays.filter((stay) => !isAhead(stay, businessDate))
  return (
    stays.find(({ status }) => status === 'in-house') ??
    earliest(awaited) ??
    begun.find(({ status }) => revenueKind(status) === 'sold') ??
    begun[0] ??
    stays.at(-1)
  )
}

function earliest<S extends Stay>(stays: readonly S[]): S | undefined {
  return stays.reduce<S | undefined>(
    (first, stay) => (first && first.arrival <= stay.arrival ? first : stay),
    undefined,
  )
}

/** Whether the line of the business date is above a row of these: what began is among them. */
export function hasBegun(stays: readonly Stay[], businessDate: BusinessDate): boolean {
  return stays.some((stay) => !isAhead(stay, businessDate))
}

/**
 * The dividers above a booking of such a list. Today's line is between what is to come and what began; above
 * everything where nothing is to come.
 */
export function dividersAbove(stay: Stay, before: Stay | undefined, businessDate: BusinessDate): Divider[] {
  const year = yearOf(stay)
  const head: Divider[] = before && yearOf(before) === year ? [] : [{ kind: 'year', year }]
  const isFirstBegun = !isAhead(stay, businessDate) && (!before || isAhead(before, businessDate))
  if (!isFirstBegun) return head
  const today: Divider = { kind: 'today', upcoming: before !== undefined }
  return year === businessDate.slice(0, 4) ? [...head, today] : [today, ...head]
}

function yearOf({ arrival }: Stay): string {
  return arrival.slice(0, 4)
}

/** What a booking's rates are: sold and counted in the figures above, booked and still to come, or nothing any more. */
export function revenueKind(status: string): 'sold' | 'booked' | 'none' {
  if (status === 'checked-out' || status === 'in-house') return 'sold'
  return status === 'cancelled' || status === 'no-show' ? 'none' : 'booked'
}
