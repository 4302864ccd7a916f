/** booking.create by hand: one transaction with everything the command does, committed at synchronous=FULL. */
import { createHash, randomBytes } from 'node:crypto'
import type { RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { requestsOfPreferences } from '#shared/domain/request/image.ts'
import { type BookingId, type BusinessDate, nightsOf } from '#shared/values/index.ts'

export type NewBooking = {
  requestId: string
  guestId: number
  roomTypeId: number
  ratePlanId: number
  arrival: BusinessDate
  departure: BusinessDate
}

/** Answers with what the command answers with. */
export function bookingFloor(
  raw: RawDatabase,
  today: BusinessDate,
): (input: NewBooking) => { id: number; version: number; confirmationNo: string } {
  const begin = raw.prepare('begin immediate')
  const commit = raw.prepare('commit')
  const receipt = raw.prepare('select asked, change, output from receipts where request_id = ?')
  const offer = raw.prepare(
    `select t.code, t.max_persons, t.base_rate_minor, t.overbooking, t.active, p.meal, p.active as plan_active, r.amount_minor,
       (select count(*) from rooms where room_type_id = t.id and active = 1) as physical,
       1 + max(coalesce((select max(id) from bookings), 0), coalesce((select max(entity_id) from changes where entity = 'booking'), 0)) as booking_id,
       1 + max(coalesce((select max(id) from requests), 0), coalesce((select max(entity_id) from changes where entity = 'request'), 0)) as request_id
     from room_types t left join rate_plans p on p.id = $plan
     left join rate_prices r on r.rate_plan_id = p.id and r.room_type_id = t.id where t.id = $type`,
  )
  const guest = raw.prepare(
    'select g.id, p.category, p.value from guests g left join guest_preferences p on p.guest_id = g.id where g.id = ? order by p.id',
  )
  const sold = raw.prepare(
    `select night, count(booking_id) as sold, count(*) - count(booking_id) as closed from room_nights
     where live = 1 and night in (?, ?) and room_type_id = ? group by night, room_type_id`,
  )
  const head = raw.prepare('select seq, hash from change_head where id = 1')
  const setHead = raw.prepare('update change_head set seq = ?, hash = ? where id = 1')
  const booking = raw.prepare(insertOf('bookings', bookingColumns))
  const night = raw.prepare(
    insertOf('room_nights', ['booking_id', 'night', 'room_type_id', 'room_id', 'rate_minor', 'live']),
  )
  const request = raw.prepare(insertOf('requests', requestColumns))
  const change = raw.prepare(insertOf('changes', changeColumns))
  const answer = raw.prepare('insert into receipts (request_id, asked, change, output) values (?, ?, ?, ?)')
  let last = head.get() as { seq: number; hash: string }

  function log(
    now: string,
    command: number,
    entity: string,
    id: number,
    bookingId: number,
    after: object,
    requestId: string,
  ) {
    const { open, personal } = parted(after)
    const salt = randomBytes(16).toString('base64url')
    const digest = sha256([salt, null, personal, null, requestId])
    const row = [
      last.seq + 1,
      command,
      now,
      today,
      'cli:bench',
      'BENCH',
      'booking.create',
      entity,
      id,
      bookingId,
      null,
      open,
    ]
    const hash = sha256([last.hash, ...row, null, null, null, digest])
    change.run(...row, null, requestId, null, hash, personal, salt)
    last = { seq: last.seq + 1, hash }
  }

  return (input) => {
    const now = new Date().toISOString()
    begin.run()
    try {
      if (receipt.get(input.requestId)) throw new Error('done before')
      const found = offer.get({ type: input.roomTypeId, plan: input.ratePlanId }) as Offer
      const wishes = guest.all(input.guestId) as { category: string | null; value: string | null }[]
      if (wishes.length === 0 || !found.active || !found.plan_active) throw new Error('refused')
      const nights = nightsOf(input.arrival, input.departure)
      const taken = sold.all(nights[0], nights[1], input.roomTypeId) as { sold: number; closed: number }[]
      for (const one of taken) {
        if (one.sold + one.closed >= found.physical + found.overbooking) throw new Error('none left')
      }
      const id = found.booking_id
      const rate = found.amount_minor ?? found.base_rate_minor
      const confirmationNo = String(10_000_000 + id)
      const row = [
        id,
        confirmationNo,
        'confirmed',
        input.arrival,
        input.departure,
        input.guestId,
        null,
        null,
        null,
        input.roomTypeId,
        input.roomTypeId,
        input.ratePlanId,
        1,
        0,
        0,
        found.meal,
        'transient',
        'direct',
        'none',
        '',
        today,
        null,
        null,
        null,
        null,
        rate * nights.length,
        null,
        1,
      ]
      booking.run(...row)
      for (const one of nights) night.run(id, one, input.roomTypeId, null, rate, 1)
      const image = {
        ...Object.fromEntries(bookingColumns.slice(1, -3).map((name, i) => [name, row[i + 1]])),
        nights: Object.fromEntries(
          nights.map((one) => [one, { roomTypeId: input.roomTypeId, roomId: null, rateMinor: rate }]),
        ),
        companions: {},
      }
      const command = last.seq + 1
      log(now, command, 'booking', id, id, image, input.requestId)
      const preferences = wishes.flatMap(({ category, value }) =>
        category && value ? [{ group: category, value }] : [],
      )
      const author = { moment: now, actor: 'cli:bench' }
      requestsOfPreferences(id as BookingId, preferences, input.arrival, author).forEach((wish, i) => {
        const requestId = found.request_id + i
        request.run(
          requestId,
          id,
          wish.kind,
          wish.text,
          wish.department,
          wish.dueOn,
          wish.dueTime,
          wish.status,
          null,
          1,
          now,
          author.actor,
          now,
          author.actor,
          1,
        )
        log(now, command, 'request', requestId, id, wish, input.requestId)
      })
      setHead.run(last.seq, last.hash)
      const output = { id, version: 1, confirmationNo }
      answer.run(input.requestId, 'booking.create', command, JSON.stringify(output))
      commit.run()
      return output
    } catch (error) {
      if (raw.inTransaction) raw.exec('rollback')
      last = head.get() as typeof last
      throw error
    }
  }
}

type Offer = {
  active: number
  plan_active: number
  max_persons: number
  base_rate_minor: number
  amount_minor: number | null
  overbooking: number
  physical: number
  meal: string
  booking_id: number
  request_id: number
}

const bookingColumns =
  'id confirmation_no status arrival departure guest_id booker_id agency_id company_id room_type_id charged_room_type_id rate_plan_id adults children infants meal segment channel guarantee comment created_on cancelled_on cancel_reason source import_batch_id total_minor last_room_id version'.split(
    ' ',
  )
const requestColumns =
  'id booking_id kind text department due_on due_time status reason from_preference created_at created_by status_at status_by version'.split(
    ' ',
  )
export const changeColumns =
  'seq command moment business_date actor workstation operation entity entity_id booking_id before after reason request_id undoes hash personal_after salt'.split(
    ' ',
  )

/** What of an image (of a booking, a request, a registration) is personal is kept, and hashed, apart. */
const personalFields = new Set(['comment', 'cancelReason', 'source', 'text', 'reason', 'data', 'failure'])

export function parted(image: object): { open: string; personal: string } {
  const of = (personal: boolean) =>
    JSON.stringify(
      Object.fromEntries(Object.entries(image).filter(([field]) => personalFields.has(field) === personal)),
    )
  return { open: of(false), personal: of(true) }
}

export function sha256(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}

export function insertOf(table: string, columns: readonly string[]): string {
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
}
