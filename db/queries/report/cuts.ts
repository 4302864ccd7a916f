import { bandOf, type DimensionName, leadBands, stayBands } from '#shared/domain/report/dimensions.ts'

/**
 * How a dimension reads from a row of `nights` or `booked`: its expression, and what has to be joined for it. `grouped`: what rows are
 * grouped by where the expression costs too much for each of them; foldKey makes the dimension's value of it.
 */
export type Cut = { sql: string; grouped?: string; join?: string }

const guestOf = (row: string) => `${row}.guest_id`

/**
 * The cut of a row. `date` is the column that time goes by: of nights the night itself, of bookings arrival or creation. Weeks,
 * weekdays and quarters are read by day or month and put together afterwards.
 */
export function cutOf(name: DimensionName, row: 'n' | 'b', date: string): Cut {
  switch (name) {
    case 'day':
    case 'week':
    case 'weekday':
      return { sql: `${row}.${date}` }
    case 'month':
    case 'quarter':
      return { sql: `substr(${row}.${date}, 1, 7)` }
    case 'year':
      return { sql: `substr(${row}.${date}, 1, 4)` }
    case 'roomType':
      return { sql: `${row}.room_type_id` }
    case 'chargedType':
      return { sql: `${row}.charged_room_type_id` }
    case 'floor':
      return { sql: 'floor_room.floor', join: `left join rooms floor_room on floor_room.id = ${row}.room_id` }
    case 'agency':
      return { sql: `${row}.agency_id` }
    case 'company':
      return { sql: `${row}.company_id` }
    case 'country':
      return { sql: `nullif(${row}.country, '')` }
    case 'ratePlan':
      return { sql: `${row}.rate_plan_id` }
    case 'rateKind':
      return { sql: "coalesce(plan.kind, 'sold')" }
    case 'leadTime':
      return { sql: bandSql(leadBands, `${row}.lead_days`), grouped: `${row}.lead_days` }
    case 'stayLength':
      return { sql: bandSql(stayBands, `${row}.stay_nights`), grouped: `${row}.stay_nights` }
    case 'tier':
      return {
        sql: `(select tier from memberships m where m.guest_id = ${guestOf(row)} order by m.id limit 1)`,
      }
    case 'valueClass':
      return {
        sql: "coalesce(nullif(judged_value.value, ''), class_value.value_class, '')",
        join: `left join insight.guest_value class_value on class_value.guest_id = ${guestOf(row)}
          left join guest_judgements judged_value on judged_value.guest_id = ${guestOf(row)}`,
      }
    case 'guestSegment':
      return {
        sql: 'member.segment_id',
        join: `left join insight.segment_members member on member.guest_id = ${guestOf(row)}`,
      }
    default:
      return { sql: `${row}.${name}` }
  }
}

function bandSql(bands: readonly number[], value: string): string {
  const cases = bands
    .slice(1)
    .toReversed()
    .map((least) => `when ${value} >= ${least} then ${least}`)
  return `case ${cases.join(' ')} else ${bandOf(bands, Number.NEGATIVE_INFINITY)} end`
}
