import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { segment } from '#core/insight/runs/segment.ts'
import { openHeavy } from '#db/derived/open.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { readHistory } from '#db/queries/insight/history.ts'
import { longLists } from '#db/queries/insight/segment-lists.ts'
import { categoryFacts, type FactTable, numberFacts } from '#shared/domain/insight/facts/catalogue.ts'
import { factsAsOf } from '#shared/domain/insight/facts/facts-as-of.ts'
import type { History } from '#shared/domain/insight/facts/history.ts'
import { type Lists, membersOf, testOf } from '#shared/domain/insight/segments/evaluate.ts'
import { exampleNames, exampleRule } from '#shared/domain/insight/segments/examples.ts'
import type { Condition, DayTerm, Node, Rule } from '#shared/domain/insight/segments/rule.ts'
import { requestKinds } from '#shared/domain/request/request.ts'
import { businessDateOf, type GuestId, type SegmentId, toDayNumber } from '#shared/values/index.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'

let t: TestApp
let table: FactTable
let history: History
let lists: Lists
const asOf = businessDateOf('2026-03-02')

const ended = async ({ job }: { job: string }) => {
  const report = await t.app.jobs.ended(job)
  if (report?.state !== 'done') throw new Error(JSON.stringify(report))
  return report.result as { output: { segments: { id: number; count: number }[]; count: number | null } }
}

beforeAll(async () => {
  t = await openDemoHotel()
  await ended(await t.must('insight.refresh', {}))
  const raw = openRaw(t.file, { readonly: true })
  history = readHistory(raw)
  table = factsAsOf(history, toDayNumber(asOf))
  lists = longLists(raw as never, openRaw(`${t.file}-insight`, { readonly: true }) as never)
}, 120_000)
afterAll(() => t.close())

const all = (...of: Node[]): Rule => ({ kind: 'all', not: false, of })
const stays = (from: number): Condition => ({ kind: 'amount', not: false, fact: 'stays', from, to: null })
const pure = (rule: Rule) => [...membersOf(testOf(rule, table, history, lists), table)]

async function bySql(rule: Rule): Promise<number[]> {
  const ids: number[] = []
  let after: string | null = null
  do {
    const page: { rows: { id: GuestId }[]; next: string | null } = await t.must('segment.members', {
      rule: rule as never,
      limit: 200,
      ...(after === null ? {} : { after }),
    })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after !== null)
  return ids
}

async function counted(rule: Rule): Promise<number> {
  let found = 0
  let after: string | null = null
  do {
    const step: { found: number; next: string | null } = await t.must('segment.count', {
      rule: rule as never,
      ...(after === null ? {} : { after }),
    })
    found += step.found
    after = step.next
  } while (after !== null)
  return found
}

const sql = (text: string, ...values: unknown[]) => {
  const raw = openRaw(t.file, { readonly: true })
  try {
    return raw
      .prepare(text)
      .pluck()
      .all(...values)
  } finally {
    raw.close()
  }
}

test('a count is the one of a query of its own', async () => {
  const [crib] = sql(
    "select count(distinct b.guest_id) from bookings b join requests r on r.booking_id = b.id join guests g on g.id = b.guest_id and g.unnamed = 0 where r.kind = 'crib'",
  )
  expect(await counted(all({ kind: 'request', not: false, values: ['crib'] }))).toBe(crib)
  const [tag] = sql('select tag from guest_tags group by tag order by count(*) desc limit 1') as [string]
  const [tagged] = sql(
    'select count(*) from guest_tags t join guests g on g.id = t.guest_id and g.unnamed = 0 where tag = ?',
    tag,
  )
  expect(await counted(all({ kind: 'tag', not: false, values: [tag] }))).toBe(tagged)
  const [came] = sql(
    `select count(distinct guest_id) from bookings b join guests g on g.id = b.guest_id and g.unnamed = 0
     where b.status in ('checked-out', 'in-house') and arrival between '2025-06-01' and '2025-08-31'`,
  )
  const summer: Condition = {
    kind: 'came',
    not: false,
    least: 1,
    from: { year: -1, month: 6, day: 1 },
    to: { year: -1, month: 8, day: 31 },
  }
  expect(await counted(all(summer))).toBe(came)
  expect(came).toBeGreaterThan(0)
})

const facts = fc.constantFrom(...numberFacts.filter(({ unit }) => unit !== 'date').map(({ name }) => name))
const dates = fc.constantFrom(...numberFacts.filter(({ unit }) => unit === 'date').map(({ name }) => name))
const words = fc.constantFrom(...categoryFacts.map(({ name }) => name))
const term: fc.Arbitrary<DayTerm> = fc.oneof(
  fc.record({ ago: fc.nat(800), unit: fc.constant('day' as const) }),
  fc.record({ ago: fc.nat(24), unit: fc.constant('month' as const) }),
  fc.record({
    year: fc.integer({ min: -2, max: 0 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  }),
  fc
    .nat(700)
    .map((ago) => ({ on: businessDateOf(new Date(Date.UTC(2024, 2, 2 + ago)).toISOString().slice(0, 10)) })),
)
const span = fc.tuple(fc.option(term), fc.option(term)).map(([from, to]) => ({ from, to }))

/** A bound that is a value of the table: there a bound is met exactly. */
const amount = fc.tuple(facts, fc.nat(), fc.nat(), fc.nat(2)).map(([fact, a, b, open]): Condition => {
  const column = table.numbers[fact]
  const values = [a, b]
    .map((at) => column[at % table.count] as number)
    .map((value) => (value > 0 ? value : 0))
  const [low, high] = values.sort((x, y) => x - y) as [number, number]
  return { kind: 'amount', not: false, fact, from: open === 1 ? null : low, to: open === 2 ? null : high }
})
const word = fc
  .tuple(words, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }))
  .map(([fact, at]): Condition => {
    const values = at.map((place) => table.words[fact][place % table.words[fact].length] as string)
    return { kind: 'word', not: false, fact, values: [...new Set(values)] }
  })
const condition: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.oneof(
      amount,
      word,
      fc
        .tuple(dates, span)
        .filter(([, { from, to }]) => from !== null || to !== null)
        .map(([fact, bounds]): Condition => ({ kind: 'date', not: false, fact, ...bounds })),
      fc.oneof(facts, dates, words).map((fact): Condition => ({ kind: 'known', not: false, fact })),
      fc
        .tuple(span, fc.integer({ min: 1, max: 4 }))
        .map(([bounds, least]): Condition => ({ kind: 'came', not: false, least, ...bounds })),
      fc.nat().map((at): Condition => {
        const tags = sql('select distinct tag from guest_tags order by tag') as string[]
        return { kind: 'tag', not: false, values: [tags[at % tags.length] as string] }
      }),
      fc.nat().map((at): Condition => {
        const known = history.words.preference.filter((one) => one !== '')
        const one = known[at % known.length] as string
        return { kind: 'preference', not: false, values: [at % 2 ? one : `${one.split(':')[0]}:`] }
      }),
      fc
        .constantFrom(...requestKinds)
        .map((kind): Condition => ({ kind: 'request', not: false, values: [kind] })),
      fc
        .constantFrom('phone', 'sms', 'email', 'wechat')
        .map((channel): Condition => ({ kind: 'consent', not: false, values: [channel as 'sms'] })),
    ),
    fc.boolean(),
  )
  .map(([one, not]) => ({ ...one, not }) as Condition)
const node = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    condition,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      not: fc.boolean(),
      of: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).node
const rules: fc.Arbitrary<Rule> = fc.record({
  kind: fc.constantFrom('all' as const, 'any' as const),
  not: fc.boolean(),
  of: fc.array(node, { minLength: 1, maxLength: 3 }),
})

test('the store and the pure evaluation agree on any rule', async () => {
  await fc.assert(
    fc.asyncProperty(rules, async (rule) => {
      const reply = await t.call('segment.count', { rule: rule as never })
      // A rule that names a word which only old bookings have, or ends before it begins, is refused and not asked
      if (!reply.ok) {
        expect(reply).toMatchObject({ refusal: { code: 'SEGMENT_RULE' } })
        return
      }
      const expected = pure(rule)
      expect(reply.output.found).toBe(expected.length)
      if (expected.length < 400) expect(await bySql(rule)).toEqual(expected)
    }),
    { numRuns: 150, seed: 9 },
  )
}, 60_000)

async function save(nameEn: string, rule: Rule, tag: string | null = null) {
  return await t.must('segment.save', { nameEn, nameZh: '', rule: rule as never, tag })
}

test('a segment is saved, worked out, listed, filtered by, tagged and deleted; all of it is undone', async () => {
  const rule = all(stays(3))
  const expected = pure(rule)
  const { id, version } = await save('Often here', rule, 'Often')
  expect((await t.must('segment.list', {})).find((one) => one.id === id)).toMatchObject({
    members: null,
    tagged: null,
    problems: [],
  })
  expect(await t.call('segment.setTags', { id, version })).toMatchObject({
    refusal: { code: 'SEGMENT_NOT_COMPUTED' },
  })
  const { output } = await ended(await t.must('insight.run', { kind: 'segment', params: { segment: id } }))
  expect(output.segments).toEqual([{ id, count: expected.length }])
  const found = await t.must('guest.search', { segment: id, limit: 200 })
  expect([found.total, found.capped]).toEqual([expected.length, false])
  const list: number[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: { rows: { id: number }[]; next: string | null } = await t.must('guest.search', {
      segment: id,
      limit: 50,
      ...(after ? { after } : {}),
    })
    list.push(...page.rows.map((row) => row.id))
    after = page.next
  }
  expect(list.toSorted((a, b) => a - b)).toEqual(expected)

  // One of them has the tag by hand already
  const [byHand = 0, other = 0] = expected
  const profile = (guest: number) => t.must('guest.profile', { id: guest as GuestId })
  const hand = (await profile(byHand)).guest
  await t.must('guest.setTags', { guestId: hand.id, version: hand.version, tags: [...hand.tags, 'Often'] })
  const put = await t.must('segment.setTags', { id, version })
  expect(put).toEqual({ id, added: expected.length, removed: 0, tagged: expected.length })
  expect((await profile(other)).guest.segmentTags).toEqual([
    { tag: 'Often', segment: id, nameEn: 'Often here', nameZh: '' },
  ])
  expect((await t.must('guest.search', { tag: 'Often' })).total).toBe(expected.length)
  // Logged once, by numbers and not by names
  const [logged] = (await t.must('change.list', { entity: 'segment-tags', entityId: id })).rows
  expect(logged).toMatchObject({
    operation: 'segment.setTags',
    after: { guests: { added: expected.length } },
  })

  await t.must('change.undo', { change: logged?.seq ?? 0 })
  expect((await t.must('guest.search', { tag: 'Often' })).total).toBe(1)
  await t.must('segment.setTags', { id, version })
  // A narrower rule takes the tag from those who are not in it any more, and from nobody who has it by hand
  const narrow = all(stays(6))
  const less = pure(narrow)
  const saved = await t.must('segment.save', {
    id,
    version,
    nameEn: 'Often here',
    nameZh: '',
    rule: narrow as never,
    tag: 'Often',
  })
  await ended(await t.must('insight.run', { kind: 'segment', params: { segment: id } }))
  expect(await t.must('segment.setTags', { id, version: saved.version })).toEqual({
    id,
    added: 0,
    removed: expected.length - less.length,
    tagged: less.length,
  })
  const withTag = new Set([...less, byHand])
  expect((await t.must('guest.search', { tag: 'Often' })).total).toBe(withTag.size)

  await t.must('segment.delete', { id, version: saved.version })
  expect((await t.must('guest.search', { tag: 'Often' })).total).toBe(1)
  const [gone] = (await t.must('change.list', { entity: 'segment', entityId: id })).rows
  await t.must('change.undo', { change: gone?.command ?? 0 })
  expect((await t.must('guest.search', { tag: 'Often' })).total).toBe(withTag.size)
  expect((await t.must('segment.list', {})).find((one) => one.id === id)).toMatchObject({
    tagged: { count: less.length, asOf },
    members: { count: less.length },
  })
  const raw = openRaw(t.file, { readonly: true })
  expect(examineImages(raw, () => undefined)).toEqual([])
  raw.close()
  expect(t.defects).toEqual([])
})

test('as of the business date the guests are found without reading the past', async () => {
  const { store, insight, close } = openHeavy({
    store: t.file,
    insight: `${t.file}-insight`,
    report: null,
    nativeBinding: undefined,
  })
  if (!insight) throw new Error('there is no file of derived data')
  const unread = () => {
    throw new Error('the past was read')
  }
  const past = { history: unread, facts: unread, factsOf: unread, future: unread, pulse: () => undefined }
  const desk = { store, insight, asOf, day: toDayNumber(asOf), moment: '', isCurrent: true, rebuild: false }
  const rule = all(stays(2), { kind: 'request', not: true, values: ['crib'] })
  const end = segment.run({ ...desk, ...past }, { rule: JSON.stringify(rule) })
  close()
  expect(end).toEqual({ output: { segments: [], count: pure(rule).length } })
  expect(pure(rule).length).toBeGreaterThan(0)
})

test('a class that was computed, with what a person set instead', async () => {
  const rule = all({ kind: 'class', not: false, of: 'lifecycle', values: ['lost'] })
  const raw = openRaw(`${t.file}-insight`, { readonly: true })
  const lost = raw
    .prepare("select guest_id from guest_value where lifecycle = 'lost' order by 1")
    .pluck()
    .all()
  const [other] = raw
    .prepare("select guest_id from guest_value where lifecycle = 'new' limit 1")
    .pluck()
    .all()
  raw.close()
  expect(await bySql(rule)).toEqual(lost)
  expect(await counted(rule)).toBe(lost.length)
  await t.must('insight.judge', {
    guestId: other as GuestId,
    version: 0,
    excluded: false,
    value: '',
    need: '',
    lifecycle: 'lost',
    behaviour: '',
    relation: '',
    reason: 'moved abroad',
  })
  expect(await counted(rule)).toBe(lost.length + 1)
})

test('levels of leaving and kinds of guests, by the desk and by the worker alike', async () => {
  const raw = openRaw(`${t.file}-insight`, { readonly: true })
  const [kind] = raw.prepare('select kind from guest_kind limit 1').pluck().all() as number[]
  const guests = (text: string, of: unknown) => raw.prepare(text).pluck().all(of) as number[]
  const ofKind = guests('select guest_id from guest_kind where kind = ? order by 1', kind)
  const lost = guests('select guest_id from guest_leaving where level = ? order by 1', 'lost')
  const kinds = raw.prepare('select distinct kind from guest_kind order by 1').pluck().all()
  raw.close()
  const { classes } = await t.must('segment.terms', {})
  expect(classes.cluster?.map(({ value }) => Number(value))).toEqual(kinds)
  for (const expected of [ofKind, lost]) {
    const asked = expected === lost ? (['leaving', 'lost'] as const) : (['cluster', String(kind)] as const)
    const rule = all({ kind: 'class', not: false, of: asked[0], values: [asked[1]] })
    expect(expected.length).toBeGreaterThan(0)
    expect([await bySql(rule), pure(rule)]).toEqual([expected, expected])
  }
})

test('as of an earlier day, from what was known then', async () => {
  const rule = all(stays(2))
  const day = businessDateOf('2025-06-30')
  const then = factsAsOf(history, toDayNumber(day))
  const expected = membersOf(testOf(rule, then, history, lists), then).length
  const { output } = await ended(
    await t.must('insight.run', { kind: 'segment', asOf: day, params: { rule: JSON.stringify(rule) } }),
  )
  expect(output.count).toBe(expected)
  expect(expected).toBeLessThan(pure(rule).length)
})

test('what is refused: names, tags, rules, a tag that is gone', async () => {
  const tagRule = (tag: string) => all({ kind: 'tag', not: false, values: [tag] })
  const guest = (await t.must('guest.search', { limit: 1 })).rows[0]?.id as GuestId
  const tags = async (change: (tags: string[]) => string[]) => {
    const { version, tags: now } = (await t.must('guest.profile', { id: guest })).guest
    await t.must('guest.setTags', { guestId: guest, version, tags: change(now) })
  }
  await tags((now) => [...now, 'Press'])
  const { id, version } = await save('Journalists', tagRule('Press'), 'Media')
  const call = (input: object) =>
    t.call('segment.save', { nameEn: 'X', nameZh: '', rule: all(stays(1)) as never, tag: null, ...input })
  const refused = (code: string, params = {}) => ({
    refusal: { code, params: expect.objectContaining(params) },
  })
  expect(await call({ nameEn: '' })).toMatchObject(refused('SEGMENT_UNNAMED'))
  expect(await call({ nameZh: ' journalists ' })).toMatchObject(
    refused('SEGMENT_NAME_TAKEN', { name: 'Journalists' }),
  )
  expect(await call({ tag: 'Media' })).toMatchObject(
    refused('SEGMENT_TAG_TAKEN', { tag: 'Media', name: 'Journalists' }),
  )
  expect(await call({ rule: tagRule('Nobody') })).toMatchObject(
    refused('SEGMENT_RULE', { path: '1', why: 'tagGone', tag: 'Nobody' }),
  )
  expect(await call({ tag: 'Own', rule: tagRule('Own') })).toMatchObject(
    refused('SEGMENT_RULE', { why: 'ownTag' }),
  )
  expect(await call({ rule: all() })).toMatchObject(refused('SEGMENT_RULE', { why: 'empty' }))
  expect(await call({ rule: { kind: 'x' } })).toMatchObject(refused('SEGMENT_RULE', { why: 'shape' }))
  expect(await t.call('segment.delete', { id: 999 as SegmentId, version: 1 })).toMatchObject(
    refused('SEGMENT_UNKNOWN'),
  )
  const clerk = t.deskAs('clerk')
  expect(await clerk.call('segment.delete', { id, version })).toMatchObject({
    fault: { code: 'NOT_PERMITTED' },
  })

  // The tag goes from its last guest: the segment says so, has no members, and is still renamed
  await ended(await t.must('insight.run', { kind: 'segment', params: { segment: id } }))
  const listed = async () => (await t.must('segment.list', {})).find((one) => one.id === id)
  expect(await listed()).toMatchObject({ members: { count: 1 }, problems: [] })
  await tags((now) => now.filter((tag) => tag !== 'Press'))
  expect(await listed()).toMatchObject({
    problems: [{ path: [0], why: 'tagGone', params: { tag: 'Press' } }],
  })
  expect(await t.call('segment.setTags', { id, version })).toMatchObject(
    refused('SEGMENT_RULE', { why: 'tagGone' }),
  )
  expect(await t.call('segment.count', { rule: tagRule('Press') as never })).toMatchObject(
    refused('SEGMENT_RULE', { why: 'tagGone' }),
  )
  await ended(await t.must('insight.run', { kind: 'segment', params: { segment: id } }))
  expect(await listed()).toMatchObject({ members: null })
  await t.must('segment.save', {
    id,
    version,
    nameEn: 'Press',
    nameZh: '',
    rule: tagRule('Press') as never,
    tag: 'Media',
  })
  expect(t.defects).toEqual([])
})

test('the examples can be asked of a hotel', async () => {
  const tiers = ((await t.must('segment.terms', {})).words.tier ?? []).map(({ value }) => value)
  for (const name of exampleNames) {
    const rule = exampleRule(name, tiers)
    expect(rule).not.toBeNull()
    expect(await counted(rule as Rule)).toBe(pure(rule as Rule).length)
  }
})
