import { describe, expect, test } from 'vitest'
import { eachBookingHotel } from '../booking/hotel.ts'
import { newestChange } from '../booking/steps.ts'

const t = eachBookingHotel()

describe('a guest is whole after an undo', () => {
  test('a kind of contact keeps its primary', async () => {
    const add = async (value: string) => {
      const { version } = (await t.must('guest.profile', { id: t.anna })).guest
      await t.must('guest.saveContact', { guestId: t.anna, version, kind: 'mobile', value })
      return newestChange(t, 'guest', t.anna)
    }
    const first = await add('13800138000')
    await add('13900139000')
    expect(await t.call('change.undo', { change: first })).toMatchObject({ ok: true })
    const { contacts } = (await t.must('guest.profile', { id: t.anna })).guest
    expect(contacts).toMatchObject([{ value: '+8613900139000', primary: true }])
  })

  test('a group of one choice holds one', async () => {
    const guest = async () => (await t.must('guest.profile', { id: t.anna })).guest
    await t.must('guest.setPreference', { guestId: t.anna, version: 1, group: 'bed', value: 'king' })
    const king = (await guest()).preferences[0]?.id as never
    await t.must('guest.removePreference', { guestId: t.anna, version: 2, id: king })
    const removed = await newestChange(t, 'guest', t.anna)
    await t.must('guest.setPreference', { guestId: t.anna, version: 3, group: 'bed', value: 'twin' })
    expect(await t.call('change.undo', { change: removed })).toMatchObject({
      refusal: { code: 'PREFERENCE_FULL', params: { group: 'bed', max: 1 } },
    })
    expect((await guest()).preferences).toMatchObject([{ value: 'twin' }])
  })
})
