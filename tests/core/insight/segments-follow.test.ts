import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Rule } from '#shared/domain/insight/segments/rule.ts'
import type { SegmentId } from '#shared/values/index.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
  t.app.insights.begin()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const tagged: Rule = { kind: 'all', not: false, of: [{ kind: 'tag', not: false, values: ['Press'] }] }

const refresh = async () => {
  const before = t.app.jobs.running('insight')
  if (before) await t.app.jobs.ended(before)
  const { job } = await t.must('insight.refresh', {})
  expect((await t.app.jobs.ended(job))?.state).toBe('done')
}

/** Resolves once an event after which `holds` answers true has come. */
function once(holds: () => Promise<boolean>): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = t.app.events.on(() => {
      holds().then((isSo) => {
        if (!isSo) return
        stop()
        resolve()
      }, reject)
    })
  })
}

const segmentOf = async (id: SegmentId) => (await t.must('segment.list', {})).find((one) => one.id === id)

async function tag(of: string) {
  const guest = (await t.must('guest.profile', { id: t.zhang })).guest
  await t.must('guest.setTags', { guestId: guest.id, version: guest.version, tags: [of] })
}

const save = async () =>
  await t.must('segment.save', {
    nameEn: 'Press',
    nameZh: '',
    rule: tagged as never,
    tag: 'Media',
  })

test('a saved segment is counted at once, its tag follows at a refresh, and that is undone', async () => {
  await t.book()
  await tag('Press')
  await refresh()
  let id = 0 as SegmentId
  const counted = once(async () => id !== 0 && (await segmentOf(id))?.members?.count === 1)
  const saved = await save()
  id = saved.id
  await counted

  // Nobody has set it: it stays unset
  await refresh()
  expect((await segmentOf(id))?.tagged).toBeNull()
  await t.must('segment.setTags', { id, version: saved.version })
  const acts = async () =>
    (await t.must('change.list', { entity: 'segment-tags', entityId: id })).rows.map(
      ({ actor, operation }) => `${actor} ${operation}`,
    )
  expect(await acts()).toEqual(['admin segment.setTags'])

  const [press] = tagged.of
  const narrow = { ...tagged, of: [press, { kind: 'request', not: false, values: ['crib'] }] }
  const empty = once(async () => (await segmentOf(id))?.members?.count === 0)
  await t.must('segment.save', { ...saved, nameEn: 'Press', nameZh: '', rule: narrow as never, tag: 'Media' })
  await empty
  expect((await segmentOf(id))?.tagged?.count).toBe(1)
  const followed = once(async () => (await segmentOf(id))?.tagged?.count === 0)
  await refresh()
  await followed
  expect(await acts()).toEqual(['schedule segment.setTags', 'admin segment.setTags'])
  // Nothing came or went: no act
  await refresh()
  await t.app.insights.end()
  expect(await acts()).toHaveLength(2)

  const [last] = (await t.must('change.list', { entity: 'segment-tags', entityId: id })).rows
  await t.must('change.undo', { change: last?.seq ?? 0 })
  expect((await segmentOf(id))?.tagged?.count).toBe(1)
})
