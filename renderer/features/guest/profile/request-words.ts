import { type BookingStatus, isEnded } from '#shared/domain/booking/booking.ts'
import { isOpen, type RequestStatus } from '#shared/domain/request/request.ts'

type Dated = { status: RequestStatus; calledOff: boolean; dueOn: string; dueTime: string | null; id: number }

/** Somebody has to see to it: neither settled, nor of a stay that nobody comes for. */
export function isToDo({ status, calledOff }: Pick<Dated, 'status' | 'calledOff'>): boolean {
  return isOpen(status) && !calledOff
}

/** To do first, by when it is due; what is settled after it, latest first. */
export function byUrgency<R extends Dated>(requests: readonly R[]): { open: R[]; settled: R[] } {
  const due = (request: R) => `${request.dueOn} ${request.dueTime ?? '99'}`
  return {
    open: requests.filter(isToDo).sort((a, b) => due(a).localeCompare(due(b)) || a.id - b.id),
    settled: requests
      .filter((request) => !isToDo(request))
      .sort((a, b) => due(b).localeCompare(due(a)) || b.id - a.id),
  }
}

type Stay = { status: BookingStatus; arrival: string; id: number; role: string }

/** The stays a request may be made for: running first, then the next to come. */
export function staysAhead<B extends Stay>(bookings: readonly B[]): B[] {
  return bookings
    .filter((booking) => !isEnded(booking.status))
    .sort(
      (a, b) =>
        Number(b.status === 'in-house') - Number(a.status === 'in-house') ||
        a.arrival.localeCompare(b.arrival),
    )
}

/** The day a new request is due unless the clerk says otherwise: the arrival, or today for who is here already. */
export function usualDue(stay: { arrival: string; departure: string }, businessDate: string): string {
  const day = stay.arrival < businessDate ? businessDate : stay.arrival
  return day > stay.departure ? stay.departure : day
}
