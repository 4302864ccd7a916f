import type { Reader } from '#db/handles.ts'
import { type NameOf, readUserNames } from '#db/queries/change/labels.ts'
import {
  type Leaver,
  type ListedRegistration,
  readInHousePersons,
  readLeavers,
  readOpenRegistrations,
  readRegistrationsOn,
} from '#db/queries/registration/list.ts'
import { registrationImage } from '#db/repositories/registration/registrations.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { differingFields } from '#shared/domain/registration/fields.ts'
import { classOfData, deadlineOf, type RegistrationRule } from '#shared/domain/registration/rule.ts'
import { addDays } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'
import { countryRuleOn } from './country-rules.ts'
import { type Current, currentReader } from './current.ts'
import { masked } from './masked.ts'
import { personsToRegister } from './persons.ts'
import { columnsOf } from './settings.ts'

/** More than a clerk can work off at a desk; the list says that there are more. */
const mostRows = 300
/** So long what was sent is compared with what is on file. */
const comparedDays = 30

type Row = OutputOf<'registration.list'>['rows'][number]

export const listRegistrations = reads('registration.list', async (db, input, ctx) => {
  const date = input.date ?? ctx.businessDate
  const rule = countryRuleOn(ctx.hotel.country, ctx.businessDate)
  const since = addDays(ctx.businessDate, -comparedDays)
  const found =
    input.show === 'open'
      ? await readOpenRegistrations(db, { since, limit: mostRows + 1 })
      : await readRegistrationsOn(db, date, mostRows + 1)
  const open = await rowsOf(db, ctx, rule, found.slice(0, mostRows))
  const rows = input.show === 'open' ? open.filter(({ state }) => state !== 'sent').sort(byUrgency) : open
  const missing = await readUnregistered(db, ctx)
  const count = (state: Row['state']) => rows.filter((row) => row.state === state).length
  return {
    now: ctx.moment,
    country: ctx.hotel.country,
    date,
    columns: await columnsOf(db, ctx),
    rows,
    more: found.length > mostRows,
    counts: {
      toSend: count('to-send'),
      failed: count('failed'),
      changed: count('changed'),
      overdue: rows.filter(({ overdue }) => overdue).length,
      unregistered: missing.length,
    },
    unregistered: missing,
  }
})

/** Rows with what is on file by now; a guest who is nobody any more (erased, merged) is compared with nothing. */
export async function rowsOf(
  db: Reader,
  ctx: Context,
  rule: RegistrationRule | null,
  found: readonly ListedRegistration[],
): Promise<Row[]> {
  const nameOf = await readUserNames(db)
  const current = currentReader(db, ctx)
  const rows: Row[] = []
  for (const row of found) {
    const stale =
      row.state !== 'sent' ||
      row.guest_version !== row.guest_version_now ||
      row.registrant_version !== (row.registrant_version_now ?? 0)
    const now = stale ? await current({ bookingId: row.booking_id, guestId: row.guest_id }) : null
    rows.push(rowOf(row, now, rule, ctx, nameOf))
  }
  return rows
}

function rowOf(
  row: ListedRegistration,
  now: Current | null,
  rule: RegistrationRule | null,
  { moment, hotel }: Context,
  nameOf: NameOf,
): Row {
  const image = registrationImage(row)
  const wasSent = image.state === 'sent' || image.state === 'changed'
  const changed = wasSent && now && !image.withdrawn ? differingFields(image.data, now.data) : []
  const state = image.state === 'sent' && changed.length > 0 ? 'changed' : image.state
  const open = state !== 'sent'
  const guestClass = now?.class ?? classOfData(image.data, hotel.country)
  const deadline = open && rule ? deadlineOf(rule, guestClass, image.at) : null
  return {
    id: row.id,
    version: row.version,
    bookingId: image.bookingId,
    confirmationNo: row.confirmation_no,
    guestId: image.guestId,
    ...bothNames(row),
    event: image.event,
    roomId: image.roomId,
    roomNumber: row.room_number ?? '',
    at: image.at,
    businessDate: image.businessDate,
    state,
    stateAt: image.stateAt,
    stateBy: nameOf(image.stateBy),
    failure: image.failure,
    withdrawn: image.withdrawn,
    class: guestClass,
    deadline,
    overdue: deadline !== null && deadline < moment,
    missing: open && now ? now.missing : [],
    changed,
    data: masked(open && now ? now.data : image.data),
  }
}

/** Overdue and due guests from overseas first, then what failed, what changed, and the rest by the clock. */
function byUrgency(a: Row, b: Row): number {
  const rank = ({ deadline, state }: Row) =>
    deadline !== null ? 0 : { failed: 1, changed: 2, 'to-send': 3, sent: 4 }[state]
  return rank(a) - rank(b) || (a.deadline ?? a.at).localeCompare(b.deadline ?? b.at) || a.id - b.id
}

/**
 * Who is in the house and was never registered (somebody who came before the program, or joined later), then whose own dates
 * have ended and who is not registered as gone.
 */
export async function readUnregistered(
  db: Reader,
  ctx: Context,
): Promise<OutputOf<'registration.list'>['unregistered']> {
  const rule = countryRuleOn(ctx.hotel.country, ctx.businessDate)
  if (!rule) return []
  const inside = (await readInHousePersons(db, ctx.businessDate)).filter(({ registered }) => registered === 0)
  const bookings = [...new Set(inside.map(({ bookingId }) => bookingId))].slice(0, mostRows)
  const found: OutputOf<'registration.list'>['unregistered'] = []
  for (const bookingId of bookings) {
    const { persons = [] } = (await personsToRegister(db, ctx, bookingId)) ?? {}
    for (const one of inside.filter((row) => row.bookingId === bookingId)) {
      if (!persons.some(({ guestId, required }) => required && guestId === one.guestId)) continue
      found.push(unregistered(one, 'arrival'))
    }
  }
  const gone = rule.events.includes('departure') ? await readLeavers(db, ctx.businessDate) : []
  return [...found, ...gone.map((one) => unregistered(one, 'departure'))]
}

function unregistered(
  one: Leaver,
  event: 'arrival' | 'departure',
): OutputOf<'registration.list'>['unregistered'][number] {
  const { bookingId, guestId, confirmationNo } = one
  return { event, bookingId, guestId, confirmationNo, roomNumber: one.roomNumber ?? '', ...bothNames(one) }
}
