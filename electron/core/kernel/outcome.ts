import type { EntityKind } from '#shared/contract/index.ts'
import type { Difference, Image } from '#shared/domain/change/change.ts'
import { difference } from '#shared/domain/change/change.ts'
import { type BookingId, type BusinessDate, type Refused, refuse } from '#shared/values/index.ts'
import type { EndedSessions } from './sessions.ts'

/** A changed thing as a command reports it; run-command writes it to the change log. */
export type Change = Difference & { entity: EntityKind; id: number; bookingId?: BookingId }

/**
 * What a command did. The rest is for the few that know better than their context: change.undo names what it
 * undoes, signing in names the one who signed in, the first run the business date it opened the books with, a new
 * password whose sessions end.
 */
export type Done<O> = {
  done: true
  output: O
  changes: Change[]
  undoes?: number
  actor?: string
  businessDate?: BusinessDate
  /** Sessions that end with it, but for the one that asked. */
  ends?: EndedSessions
}
/** A “no” whose changes are committed all the same: a wrong password is counted. */
export type RefusedAfterChanges<C extends string = string> = { answer: Refused<C>; changes: Change[] }
/** Somebody changed it since it was read. */
export type Conflicted = { conflict: EntityKind; id: number }

/** What was not done. A plain refusal and a conflict roll the command's transaction back. */
export type NotDone<C extends string = string> = Refused<C> | RefusedAfterChanges<C> | Conflicted

/** What a command returns. */
export type Outcome<O, C extends string = string> = Done<O> | NotDone<C>

export function done<O>(output: O, changes: Change[]): Done<O> {
  return { done: true, output, changes }
}

/** Undo alone answers so: something was made upon the change since, or what it names no longer exists. */
export function dependentExists(what: string, why: 'on' | 'gone' = 'on'): Refused<'STANDS_ON'> {
  return refuse('STANDS_ON', { why, what })
}

export function conflict(entity: EntityKind, id: number): Conflicted {
  return { conflict: entity, id }
}

/** The change row between two images; none when they are the same. */
export function changeOf(
  entity: EntityKind,
  id: number,
  before: Image | null,
  after: Image | null,
  bookingId?: BookingId,
): Change[] {
  const found = difference(before, after)
  return found ? [{ entity, id, ...found, ...(bookingId ? { bookingId } : {}) }] : []
}
