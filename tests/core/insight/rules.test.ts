import { afterAll, beforeAll, expect, test } from 'vitest'
import { moneyTruth } from '#core/demo/money/terms.ts'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { offerCriteria } from '#shared/domain/insight/rules/pick.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { excludedGuests } from '#tests/support/insight.ts'
import { itemCondition } from '#tests/support/item-condition.ts'

let t: TestApp
let raw: RawDatabase
beforeAll(async () => {
  t = await openDemoHotel()
  await t.app.jobs.ended((await t.must('insight.run', { kind: 'rules' })).job)
  raw = openRaw(t.file, { readonly: true })
  raw.prepare('attach ? as insight').run(`${t.file}-insight`)
}, 180_000)
afterAll(async () => {
  raw.close()
  expect(t.defects).toEqual([])
  await t.close()
})

const stays = `from bookings b where b.status = 'checked-out' and b.departure <= '2026-03-02'
  and b.guest_id not in (${excludedGuests})`
const count = (where: string) => raw.prepare(`select count(*) ${stays} ${where}`).pluck().get() as number

/** What is bought is counted in the stays since the first posting. */
const since = ' and b.arrival >= (select min(business_date) from postings)'
const baseOf = (items: string[]) => (items.some((item) => item.startsWith('extra:')) ? since : '')
const holding = (items: string[], base: string) =>
  count(base + items.map((item) => ` and ${itemCondition(item)}`).join(''))

type Row = {
  given: string
  adds: string
  support: number
  confidence: number
  lift: number
  stays: number
  stays_given: number
  stays_adds: number
}

test('the rules of offers are those that a count in the store confirms', async () => {
  const rows = raw.prepare('select * from insight.offer_rules order by id').all() as Row[]
  const output = (await t.must('insight.output', { kind: 'rules' }))?.output as RunOutputOf<'rules'>
  const total = count('')
  expect(output.stays).toBe(total)
  expect(output.kept).toBe(rows.length)
  expect(rows.length).toBeGreaterThan(3)
  expect(output.found - Object.values(output.leftOut).reduce((sum, one) => sum + one, 0)).toBe(rows.length)
  for (const row of rows) {
    const given = JSON.parse(row.given) as string[]
    const base = baseOf([...given, row.adds])
    const total = count(base)
    const [both, of, all] = [
      holding([...given, row.adds], base),
      holding(given, base),
      holding([row.adds], base),
    ]
    expect([row.given, row.adds, row.stays, row.stays_given, row.stays_adds]).toEqual([
      row.given,
      row.adds,
      both,
      of,
      all,
    ])
    expect(row.support).toBeCloseTo(both / total, 12)
    expect(row.confidence).toBeCloseTo(both / of, 12)
    expect(row.lift).toBeCloseTo(both / of / (all / total), 9)
    expect(both).toBeGreaterThanOrEqual(offerCriteria.minStays)
    expect(row.lift).toBeGreaterThanOrEqual(offerCriteria.lift)
  }
  // What the demo's guests are made to do: who was at the bar opens the minibar, families ask for a crib
  const minibar = rows.find(({ given, adds }) => given === '["extra:BAR"]' && adds === 'extra:MINI')
  expect(Math.abs((minibar?.confidence ?? 0) - moneyTruth.minibarWithBar)).toBeLessThan(0.12)
  expect(minibar?.lift).toBeGreaterThan(1.8)
  expect(rows.map(({ given, adds }) => `${given} ${adds}`)).toContain('["party:children"] request:crib')
})

test('rules over stays by shares of one’s own count every item', async () => {
  const asked = { kind: 'stay-rules', params: { support: 0.4, confidence: 0.6 } } as const
  const ended = await t.app.jobs.ended((await t.must('insight.run', asked)).job)
  const { output } = (ended as { result: { output: RunOutputOf<'stay-rules'> } }).result
  expect(output.baskets).toBe(count(''))
  expect(output.rules.length).toBeGreaterThan(0)
  for (const rule of output.rules.slice(0, 12)) {
    expect(rule.confidence).toBeCloseTo(holding([...rule.given, rule.adds], '') / holding(rule.given, ''), 12)
  }
})

test('too few stays say nothing', async () => {
  const early = { kind: 'rules', asOf: '2024-03-10' } as const
  await t.app.jobs.ended((await t.must('insight.run', early)).job)
  expect(await t.must('insight.output', early)).toMatchObject({
    output: null,
    said: { code: 'TOO_FEW_STAYS', params: { min: 300 } },
  })
})

test('a rule lists the stays that it was found in, and the bookings to come it speaks for', async () => {
  type Asked = { given: string[]; adds: string; view: 'stays' | 'to-offer' }
  const idsOf = async (asked: Asked) => {
    const ids: number[] = []
    let after: string | undefined
    do {
      const page = await t.must('insight.ruleBookings', { ...asked, limit: 7, ...(after ? { after } : {}) })
      ids.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    return ids
  }
  const rules = (await t.must('insight.offerRules', {})).rules.slice(0, 4)
  expect(rules).toHaveLength(4)
  const toCome = "from bookings b where b.status = 'confirmed' and b.arrival >= '2026-03-02'"
  const listed = (from: string, where: string, order: string) =>
    raw.prepare(`select b.id ${from} ${where} order by ${order}`).pluck().all()
  let offered = 0
  for (const { given, adds, stays: counted } of rules) {
    const all =
      baseOf([...given, adds]) + [...given, adds].map((item) => ` and ${itemCondition(item)}`).join('')
    const covered = await idsOf({ given, adds, view: 'stays' })
    expect(covered).toHaveLength(counted)
    expect(covered).toEqual(listed(stays, all, 'b.arrival desc, b.id desc'))
    const without = `${given.map((item) => ` and ${itemCondition(item)}`).join('')} and not ${itemCondition(adds)}`
    const open = await idsOf({ given, adds, view: 'to-offer' })
    expect(open).toEqual(listed(toCome, without, 'b.arrival, b.id'))
    offered += open.length
  }
  expect(offered).toBeGreaterThan(0)
  const clerk = t.deskAs('clerk')
  const asked = { given: rules[0]!.given, adds: rules[0]!.adds, view: 'stays' as const }
  expect(await clerk.call('insight.ruleBookings', asked)).toMatchObject({ fault: { code: 'NOT_PERMITTED' } })
})
