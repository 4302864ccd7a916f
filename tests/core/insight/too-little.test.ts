import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { refreshInsight } from '#tests/support/insight.ts'
import { closeHotel, column, hotel, imported, openHotel, rowsOf } from '../import/lists.ts'

const day = (from: string, days: number) =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)

/** 140 guests who came once, none of whom came back, and an agency under whose name as many stays are on file. */
function stays(): string[] {
  const row = (no: number, name: string, phone: string, arrival: string) =>
    `K${no},${name},${phone},${arrival},${day(arrival, 1)},KING,400,已离店`
  const once = Array.from({ length: 140 }, (_, at) =>
    row(
      at,
      `张${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'东南西北中发白春夏秋冬梅兰竹'[Math.floor(at / 10)]}`,
      `138001${String(38000 + at)}`,
      day('2022-01-03', at * 5),
    ),
  )
  const agency = Array.from({ length: 150 }, (_, at) =>
    row(1000 + at, '远方旅行社', '02088886666', day('2022-01-05', at * 9)),
  )
  return ['确认号,姓名,电话,到店日期,离店日期,房型,房价,状态', ...once, ...agency]
}

async function troubles(): Promise<Record<string, unknown>> {
  const { ran } = await hotel.app.must('insight.status', {})
  return Object.fromEntries(ran.filter(({ trouble }) => trouble).map(({ kind, trouble }) => [kind, trouble]))
}
const output = async (kind: string) =>
  (await hotel.app.must('insight.output', { kind: kind as never }))?.output ?? null

beforeAll(async () => {
  await openHotel()
}, 120_000)
afterAll(async () => {
  expect(await closeHotel()).toEqual([])
})

test('a hotel without a stay has no number anywhere, and each part says what it needs', async () => {
  await refreshInsight(hotel.app)
  const date = '2026-03-02'
  expect(await troubles()).toMatchObject({
    future: { code: 'NO_STAYS_YET', params: { date } },
    leaving: { code: 'NO_STAYS_YET', params: { date } },
    value: { code: 'TOO_FEW_GUESTS', params: { found: 0, needed: 20 } },
    tree: {
      code: 'TREE_TOO_LITTLE_LEARNED',
      params: { guests: 0, positives: 0, leastGuests: 100, leastEach: 20 },
    },
    kinds: { code: 'TOO_FEW_GUESTS', params: { found: 0, needed: 100 } },
    risk: { code: 'RISK_TOO_LITTLE', params: { bookings: 0, least: 50 } },
    rules: { code: 'TOO_FEW_STAYS', params: { stays: 0, min: 300 } },
    'look-alikes': { code: 'TOO_FEW_GUESTS', params: { found: 0, needed: 30 } },
  })
  for (const kind of ['future', 'leaving', 'value', 'tree', 'kinds', 'risk', 'rules', 'look-alikes'])
    expect([kind, await output(kind)]).toEqual([kind, null])
})

describe('a hotel where nobody came again but an agency', () => {
  let future: RunOutputOf<'future'>
  beforeAll(async () => {
    await imported('stays.csv', stays())
    await refreshInsight(hotel.app)
    future = (await output('future')) as RunOutputOf<'future'>
  }, 120_000)

  test('leaves the agency out by name, with its share of all stays', async () => {
    const [agency] = rowsOf<{ id: number; stays: number }>(
      'select guest_id as id, count(*) as stays from bookings group by guest_id order by stays desc limit 1',
    )
    expect(agency?.stays).toBe(150)
    expect(future.collective).toEqual({
      guestId: agency?.id,
      stays: 150,
      share: expect.closeTo(150 / 290, 12),
    })
    expect((await hotel.app.must('future.summary', {}))?.collective).toMatchObject({
      id: agency?.id,
      guestName: '远方旅行社',
    })
    expect(await hotel.app.must('future.ofGuest', { guestId: agency?.id as never })).toBeNull()
  })

  test('fits no model below the threshold, and shows no number of anybody', async () => {
    expect(future.groups).toMatchObject([
      {
        guests: 140,
        returned: 0,
        model: null,
        failure: { code: 'tooFewReturned', params: { returned: 0, needed: 30 } },
        expected12: 0,
        value36Minor: 0,
      },
    ])
    expect([future.byModel, future.byRhythm, future.without]).toEqual([0, 0, 141])
    expect((await hotel.app.must('future.guests', {})).rows).toEqual([])
    expect(await output('leaving')).toMatchObject({
      model: null,
      interval: null,
      // Not the 149 gaps of the agency
      little: { code: 'tooFewGaps', params: { gaps: 0, needed: 20 } },
    })
  })

  test('has no tree to a target that nobody meets, and nobody to be like', async () => {
    expect(await troubles()).toMatchObject({
      // All 140 and the agency, which alone came back
      tree: {
        code: 'TREE_TOO_LITTLE_LEARNED',
        params: { guests: 141, positives: 1, leastGuests: 100, leastEach: 20 },
      },
      'look-alikes': { code: 'TOO_FEW_GUESTS', params: { needed: 30 } },
      rules: { code: 'TOO_FEW_STAYS', params: { stays: 290, min: 300 } },
    })
  })

  test('as of a date before the first stay has nothing to say', async () => {
    for (const [kind, code] of [
      ['future', 'NO_STAYS_YET'],
      ['leaving', 'NO_STAYS_YET'],
      ['value', 'TOO_FEW_GUESTS'],
      ['kinds', 'TOO_FEW_GUESTS'],
    ] as const) {
      const { job } = await hotel.app.must('insight.run', { kind, asOf: '2020-01-01' as never })
      expect(await hotel.app.app.jobs.ended(job)).toMatchObject({ state: 'failed', failure: { code } })
    }
    expect(await output('future')).toEqual(future)
  })
})

test('a segment by a tag that is gone has no members, and says why', async () => {
  const [id] = column('select id from guests order by id limit 1') as [number]
  const setTags = async (tags: string[]) => {
    const { guest } = await hotel.app.must('guest.profile', { id: id as never })
    await hotel.app.must('guest.setTags', { guestId: id as never, version: guest.version, tags })
  }
  await setTags(['Press'])
  const rule = { kind: 'all', not: false, of: [{ kind: 'tag', not: false, values: ['Press'] }] } as never
  const { id: segment } = await hotel.app.must('segment.save', {
    nameEn: 'Press',
    nameZh: '',
    rule,
    tag: null,
  })
  await setTags([])
  await refreshInsight(hotel.app)
  const { segments } = (await output('segment')) as RunOutputOf<'segment'>
  expect(segments).toEqual([])
  expect(await hotel.app.must('segment.list', {})).toMatchObject([
    {
      id: segment,
      nameEn: 'Press',
      members: null,
      problems: [{ why: 'tagGone', params: { tag: 'Press' } }],
    },
  ])
})
