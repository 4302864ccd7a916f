import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { tempFolder } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { excludedGuests } from '#tests/support/insight.ts'
import { itemCondition } from '#tests/support/item-condition.ts'
import { type Reckoned, reckonGuests } from '#tests/support/reckoning.ts'
import { keyrack, onlyLine } from './keyrack.ts'

const folder = tempFolder()
const file = join(folder.path, 'hotel.keyrack')
const [today, earlier] = ['2026-03-02', '2025-06-30']
let raw: RawDatabase
let then: Reckoned[]

beforeAll(async () => {
  const hotel = await openDemoHotel()
  copyFileSync(hotel.file, file)
  await hotel.close()
  raw = openRaw(file, { readonly: true })
  then = [...reckonGuests(raw, earlier).values()].filter(({ stays }) => stays.length > 0)
})
afterAll(() => {
  raw.close()
  folder.remove()
})

const dayNumber = (date: string) => Date.parse(date) / 86_400_000

async function answer(part: string, ...args: string[]): Promise<string> {
  const ran = await keyrack(['insight', part, '--store', file, ...args])
  expect(ran.code, ran.stderr).toBe(0)
  return ran.stdout
}
// biome-ignore lint/suspicious/noExplicitAny: tests look into any answer.
const json = async (part: string, ...args: string[]): Promise<any> => onlyLine(await answer(part, ...args))
const csv = async (part: string, ...args: string[]) =>
  (await answer(part, ...args, '--format', 'csv')).trimEnd().split('\n')

describe('as of an earlier date, by what was known then', () => {
  test('clv has every guest with a stay, in JSON and in CSV', async () => {
    const { model, guests } = await json('clv', '--as-of', earlier)
    expect(Object.keys(model)).toEqual(['r', 'alpha', 'a', 'b', 'logLikelihood', 'gammaGamma'])
    expect(guests.map(({ guest }: { guest: string }) => Number(guest))).toEqual(then.map(({ id }) => id))
    const lines = await csv('clv', '--as-of', earlier)
    expect(lines[0]).toBe('guest,pAlive,expected12,value')
    const cells = ({ guest, pAlive, expected12, value }: Record<string, unknown>) =>
      [guest, pAlive, expected12, value ?? ''].join(',')
    expect(lines.slice(1)).toEqual(guests.map(cells))
  })

  test('churn has who is overdue, with days and gaps of the own stays', async () => {
    const { asOf, guests } = await json('churn', '--as-of', earlier)
    expect(asOf).toBe(earlier)
    expect(guests.length).toBeGreaterThan(10)
    const byId = new Map(then.map((one) => [one.id, one]))
    for (const { guest, daysSince, ownInterval, overdue } of guests) {
      const stays = byId.get(Number(guest))?.stays ?? []
      const last = stays.at(-1)
      expect(daysSince).toBe(dayNumber(earlier) - (last?.end ?? Number.NaN))
      expect(overdue).toBeCloseTo((dayNumber(earlier) - (last?.arrival ?? Number.NaN)) / ownInterval, 9)
    }
    const lines = await csv('churn', '--as-of', earlier)
    expect(lines[0]).toBe('guest,level,risk,daysSince,ownInterval,overdue,pAlive,valueAtRisk')
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(
      guests.map(({ guest }: { guest: string }) => guest),
    )
  })

  test('rules of a store that were asked for no support are some that can be read', async () => {
    const found = await json('rules', '--as-of', earlier)
    expect(found.rules.length).toBeGreaterThan(100)
    expect(
      Math.min(...found.rules.map(({ support }: { support: number }) => support)),
    ).toBeGreaterThanOrEqual(0.02)
  })

  test('rules have supports and confidences that a count of the stays gives', async () => {
    const found = await json('rules', '--as-of', earlier, '--support', '0.05', '--confidence', '0.6')
    const count = (items: string[]) =>
      raw
        .prepare(
          `select count(*) from bookings b where b.status = 'checked-out' and b.departure <= ?
             and guest_id not in (${excludedGuests})
             ${items.map((item) => `and ${itemCondition(item)}`).join(' ')}`,
        )
        .pluck()
        .get(earlier) as number
    expect(found.baskets).toBe(count([]))
    expect(found.rules.length).toBeGreaterThan(5)
    for (const { if: given, then: adds, support, confidence, lift } of found.rules.slice(0, 40)) {
      const [both, of] = [count([...given, adds]), count(given)]
      expect([support, confidence]).toEqual([both / found.baskets, both / of])
      expect(lift).toBeCloseTo(both / of / (count([adds]) / found.baskets), 9)
    }
    const lines = await csv('rules', '--as-of', earlier, '--support', '0.05', '--confidence', '0.6')
    expect(lines[0]).toBe('if,then,support,confidence,lift')
    expect(lines).toHaveLength(found.rules.length + 1)
  })

  test('clusters have every guest with a stay once, and means of the facts', async () => {
    const found = await json('clusters', '--as-of', earlier, '--k', '3')
    expect(found).toMatchObject({ k: 3, asOf: earlier, guests: then.length })
    expect(found.sizes.reduce((sum: number, size: number) => sum + size, 0)).toBe(then.length)
    const overall = then.reduce((sum, { stays }) => sum + stays.length, 0) / then.length
    const at = found.columns.indexOf('stays')
    const mean = found.centres.reduce(
      (sum: number, centre: number[], kind: number) => sum + (centre[at] as number) * found.sizes[kind],
      0,
    )
    expect(mean / then.length).toBeCloseTo(overall, 4)
    const lines = await csv('clusters', '--as-of', earlier, '--k', '3')
    expect(lines[0]).toBe(['kind', 'guests', ...found.columns].join(','))
    expect(lines).toHaveLength(4)
  })

  test('risk is learnt from what had ended, and has no arrivals of its own', async () => {
    const { asOf, report, arrivals } = await json('risk', '--as-of', earlier)
    expect([asOf, arrivals]).toEqual([earlier, []])
    expect(report).toBeInstanceOf(Object)
    expect(await csv('risk', '--as-of', earlier)).toEqual([
      'arrival,confirmationNo,cancelled,noShow,away,badDebt',
    ])
  })
})

test('risk as of the business date has a line for each arrival of the days ahead', async () => {
  const { report, arrivals } = await json('risk')
  const days = report.days.map(({ day }: { day: string }) => day)
  const booked = raw
    .prepare(
      `select arrival, confirmation_no from bookings where status = 'confirmed' and arrival between ? and ?
         and guest_id not in (${excludedGuests})
       order by arrival, confirmation_no`,
    )
    .raw()
    .all(days[0], days.at(-1))
  const own = arrivals.map(({ day, confirmationNo }: Record<string, string>) => [day, confirmationNo])
  expect(own.toSorted()).toEqual(booked)
  expect((await csv('risk')).slice(1).map((line) => line.split(',').slice(0, 2))).toEqual(own)
})

describe('wrong use', () => {
  test.each([
    ['clv', 'NO_STAYS_YET', 1],
    ['churn', 'NO_STAYS_YET', 1],
    ['clusters', 'TOO_FEW_GUESTS', 1],
    ['rfm', 'TOO_FEW_GUESTS', 1],
    ['risk', 'RISK_TOO_LITTLE', 1],
  ])('%s before the first stay gives no number', async (part, code, exit) => {
    const ran = await keyrack(['insight', part, '--store', file, '--as-of', '2001-01-01', '--json'])
    expect(ran.code, ran.stderr).toBe(exit)
    expect(onlyLine(ran.stdout)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('a date to come is refused', async () => {
    const ran = await keyrack(['insight', 'churn', '--store', file, '--as-of', '2030-01-01', '--json'])
    expect(onlyLine(ran.stdout)).toMatchObject({
      refusal: { code: 'AS_OF_AHEAD', params: { date: '2030-01-01', businessDate: today } },
    })
  })
})
