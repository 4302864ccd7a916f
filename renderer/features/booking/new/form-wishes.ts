import type { OutputOf } from '#shared/contract/index.ts'
import type { Wish } from '#shared/domain/request/image.ts'
import { requestOfPreference } from '#shared/domain/request/request.ts'
import {
  type Contradiction,
  contradictionOf,
  type RoomsAsked,
  type WishedFeature,
} from '#shared/domain/room/contradiction.ts'
import { featureOfPreference, featureOfRequest } from '#shared/domain/room/fit.ts'
import type { NewDraft } from './new-draft.ts'

type Preference = Pick<OutputOf<'guest.profile'>['guest']['preferences'][number], 'id' | 'group' | 'value'>
/** A wish as the form lists it: what it is, whether it becomes a request, and what the form is once that is turned. */
export type FormWish = {
  key: string
  preference: Preference | null
  wish: Wish
  on: boolean
  turned: Partial<NewDraft>
  contradicts: Contradiction | null
}

/** The guest's preferences, then what was asked for last time, each with whether the type or the room can meet it. */
export function formWishes(
  form: Pick<NewDraft, 'withoutPreferences' | 'lastTime'>,
  preferences: readonly Preference[],
  rooms: RoomsAsked,
): FormWish[] {
  const contradicts = (feature: WishedFeature | null) => feature && contradictionOf(feature, rooms)
  const preferred = preferences.map((preference): FormWish => {
    const { id, group, value } = preference
    const isOut = (one: { group: string; value: string }) => one.group === group && one.value === value
    const on = !form.withoutPreferences.some(isOut)
    const others = form.withoutPreferences.filter((one) => !isOut(one))
    return {
      key: `preference:${id}`,
      preference,
      wish: requestOfPreference(group, value),
      on,
      turned: { withoutPreferences: on ? [...others, { group, value }] : others },
      contradicts: contradicts(featureOfPreference(group, value)),
    }
  })
  const { lastTime } = form
  const asked = (lastTime?.wishes ?? []).map(({ on, ...wish }, at): FormWish => {
    const wishes = (lastTime?.wishes ?? []).map((one, other) => (other === at ? { ...one, on: !on } : one))
    return {
      key: `last:${wish.kind}:${wish.text}`,
      preference: null,
      wish,
      on,
      turned: lastTime ? { lastTime: { ...lastTime, wishes } } : {},
      contradicts: contradicts(featureOfRequest(wish)),
    }
  })
  return [...preferred, ...asked]
}

/** What becomes a request as the form is now: an offer of the same would be of something that was asked for. */
export function wishesAsked(
  { withoutPreferences, lastTime }: Pick<NewDraft, 'withoutPreferences' | 'lastTime'>,
  preferences: readonly Preference[],
): Pick<Wish, 'kind' | 'text'>[] {
  const isOut = ({ group, value }: Preference) =>
    withoutPreferences.some((one) => one.group === group && one.value === value)
  const preferred = preferences
    .filter((one) => !isOut(one))
    .map(({ group, value }) => requestOfPreference(group, value))
  const asked = (lastTime?.wishes ?? []).filter(({ on }) => on)
  return [...preferred, ...asked].map(({ kind, text }) => ({ kind, text }))
}
