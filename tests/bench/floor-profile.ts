/** guest.profile by hand: the same facts, figures, bookings, requests and memberships from raw prepared statements. */
import type { RawDatabase } from '#db/dialect/sqlite/connection.ts'

const children = [
  'guest_contacts',
  'guest_documents',
  'guest_preferences',
  'guest_tags',
  'guest_notes',
  'guest_alerts',
  'guest_consents',
] as const

type Sums = {
  role: string
  bookings: number
  stays: number
  cancelled: number
  no_shows: number
  last_stay: string | null
}
type Nights = { role: string; year: string; nights: number; revenue: number }

export type FloorProfile = {
  id: number
  version: number
  nativeName: string
  contacts: number
  documents: number
  preferences: number
  tags: number
  notes: number
  alerts: number
  consents: number
  asGuest: FloorFigures
  asBooker: FloorFigures
  years: [number, number, number][]
  bookings: {
    id: number
    status: string
    room: string | null
    revenue: number
    changes: number
    requests: number
  }[]
  requests: { id: number; status: string }[]
  memberships: { number: string; tier: string; history: number }[]
}
export type FloorFigures = {
  bookings: number
  stays: number
  nights: number
  revenue: number
  lastStay: string | null
}

export function profileFloor(raw: RawDatabase): (id: number) => FloorProfile {
  const guest = raw.prepare('select * from guests where id = ?')
  const parts = children.map((table) => raw.prepare(`select * from ${table} where guest_id = ?`))
  const sums = raw.prepare(['guest', 'booker'].map(sumsOf).join(' union all '))
  const nights = raw.prepare(
    `select role, year, sum(nights) as nights, sum(revenue) as revenue
     from (${['guest', 'booker'].map(nightsOf).join(' union all ')}) group by role, year order by year`,
  )
  const keys = raw
    .prepare(
      `select id from (
       select id, arrival from bookings where guest_id = $id
       union all select id, arrival from bookings where booker_id = $id and guest_id <> $id
       union all select b.id, b.arrival from booking_companions c cross join bookings b
         where c.guest_id = $id and b.id = c.booking_id and b.guest_id <> $id and coalesce(b.booker_id, 0) <> $id
     ) order by arrival desc, id desc limit 51`,
    )
    .pluck()
  const bookings = raw.prepare(
    `select b.*, g.native_name, g.family_name, g.given_name, t.code as room_type, p.code as rate_plan,
       (select number from rooms where id = coalesce(b.last_room_id,
         (select room_id from day_uses where booking_id = b.id))) as room, b.total_minor as revenue,
       b.version - 1 as changes,
       (select count(*) from requests where booking_id = b.id) as requests
     from bookings b join guests g on g.id = b.guest_id join room_types t on t.id = b.room_type_id
     left join rate_plans p on p.id = b.rate_plan_id where b.id in (select value from json_each(?))`,
  )
  const own = raw.prepare(
    `select id, arrival, confirmation_no from bookings where guest_id = ? order by arrival desc, id desc`,
  )
  const requests = raw.prepare('select * from requests where booking_id in (select value from json_each(?))')
  const open = raw.prepare(
    `select * from requests indexed by requests_open_of
     where booking_id in (select value from json_each(?)) and status in ('open', 'acknowledged')`,
  )
  type Asked = { id: number; booking_id: number; status: string }
  const requestsOf = (id: number) => {
    const list = (own.all(id) as { id: number }[]).map((booking) => booking.id)
    const rows = [
      ...(requests.all(JSON.stringify(list.slice(0, 50))) as Asked[]),
      ...(open.all(JSON.stringify(list.slice(50))) as Asked[]),
    ]
    return list.flatMap((booking) => rows.filter((row) => row.booking_id === booking))
  }
  const memberships = raw.prepare('select * from memberships where guest_id = ? order by id')
  const tiers = raw.prepare('select * from membership_tiers where membership_id = ? order by position')
  const programme = raw.prepare('select * from programmes where id = ?')
  const stays = raw.prepare(
    `select b.arrival, b.departure, b.status, b.channel, b.segment, b.guarantee, b.company_id, p.kind, p.qualifies,
       julianday(b.departure) - julianday(b.arrival) as nights, b.total_minor as revenue
     from bookings b left join rate_plans p on p.id = b.rate_plan_id
     where b.guest_id = ? and b.status in ('checked-out', 'no-show') order by b.arrival, b.id`,
  )

  return (id) => {
    const own = guest.get(id) as { version: number; native_name: string }
    const [contacts = 0, documents = 0, preferences = 0, tags = 0, notes = 0, alerts = 0, consents = 0] =
      parts.map((part) => part.all(id).length)
    const totals = sums.all({ id }) as Sums[]
    const byNight = nights.all({ id }) as Nights[]
    const ids = (keys.all({ id }) as number[]).slice(0, 50)
    const rows = new Map(
      (bookings.all(JSON.stringify(ids)) as FloorProfile['bookings']).map((row) => [row.id, row]),
    )
    const held = memberships.all(id) as { id: number; number: string; tier: string; programme_id: number }[]
    // What the programme makes of the stays is reckoned, not read: the rows it is made of are read here too.
    if (held.length > 0) stays.all(id)
    return {
      id,
      version: own.version,
      nativeName: own.native_name,
      contacts,
      documents,
      preferences,
      tags,
      notes,
      alerts,
      consents,
      asGuest: figures('guest', totals, byNight),
      asBooker: figures('booker', totals, byNight),
      years: byNight
        .filter(({ role }) => role === 'guest')
        .map(({ year, nights: count, revenue }) => [Number(year), count, revenue]),
      bookings: ids.map((one) => {
        const {
          status,
          room,
          revenue,
          changes,
          requests: asked,
        } = rows.get(one) as FloorProfile['bookings'][number]
        return { id: one, status, room, revenue, changes, requests: asked }
      }),
      requests: requestsOf(id).map(({ id: request, status }) => ({ id: request, status })),
      memberships: held.map(({ id: membership, number, tier, programme_id }) => {
        programme.get(programme_id)
        return { number, tier, history: tiers.all(membership).length }
      }),
    }
  }
}

function nightsOf(role: string): string {
  const stays = `b.${role}_id = $id and b.status in ('checked-out', 'in-house') and substr(b.arrival, 1, 4)`
  return `select '${role}' as role, substr(arrival, 1, 4) as year, julianday(departure) - julianday(arrival) as nights, total_minor as revenue
    from bookings b where ${stays} = substr(b.departure, 1, 4)
    union all select '${role}', substr(n.night, 1, 4), 1, n.rate_minor
    from bookings b cross join room_nights n where ${stays} <> substr(b.departure, 1, 4) and n.booking_id = b.id`
}

function sumsOf(role: string): string {
  return `select '${role}' as role, count(*) as bookings, coalesce(sum(status = 'checked-out'), 0) as stays,
    coalesce(sum(status = 'cancelled'), 0) as cancelled, coalesce(sum(status = 'no-show'), 0) as no_shows,
    max(case when status = 'checked-out' then departure end) as last_stay,
    avg(julianday(arrival) - julianday(created_on)) as lead
    from bookings where ${role}_id = $id`
}

function figures(role: string, sums: readonly Sums[], nights: readonly Nights[]): FloorFigures {
  const own = sums.find((row) => row.role === role)
  const slept = nights.filter((row) => row.role === role)
  return {
    bookings: own?.bookings ?? 0,
    stays: own?.stays ?? 0,
    nights: slept.reduce((sum, row) => sum + row.nights, 0),
    revenue: slept.reduce((sum, row) => sum + row.revenue, 0),
    lastStay: own?.last_stay ?? null,
  }
}
