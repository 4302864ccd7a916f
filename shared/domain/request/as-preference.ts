/** Wishes of a stay that were met, as lasting preferences: what is proposed of a guest at check-out. */
import { isRefused } from '../../values/index.ts'
import {
  choosePreference,
  type PreferenceGroup,
  preferenceGroups,
  preferenceRules,
} from '../guest/preferences.ts'
import { type RequestImage, wishKey } from './image.ts'
import { requestOfPreference } from './request.ts'

export type LastingWish = { group: PreferenceGroup; value: string }

/** A preference's own words are no longer than that. */
const longestValue = 80

/**
 * The preference that a wish is the request of: that of its kind, one that the hotel has a word for, or else the guest's own
 * words. Null where nothing of it lasts.
 */
export function preferenceOfWish({ kind, text }: Pick<RequestImage, 'kind' | 'text'>): LastingWish | null {
  for (const group of preferenceGroups) {
    for (const value of preferenceRules[group].values) {
      const wish = requestOfPreference(group, value)
      if (wish.kind === kind && wish.text === (kind === 'other' ? text : '')) return { group, value }
    }
  }
  const own = text.trim()
  return kind === 'other' && own !== '' && own.length <= longestValue ? { group: 'other', value: own } : null
}

/** Whether a wish may be asked about: the guest asked for it this time and got it, and nobody answered yet. */
export function mayBecomePreference({
  status,
  fromPreference,
  asPreference,
}: Pick<RequestImage, 'status' | 'fromPreference' | 'asPreference'>): boolean {
  return status === 'done' && !fromPreference && asPreference === null
}

/** A wish that is proposed, and the values that would give way to it. */
export type Proposal<R> = LastingWish & { request: R; replaces: string[] }

/**
 * What is proposed after a stay, once each: nothing that the guest has already, nothing that was declined before, nothing
 * that a full group has no room for.
 */
export function proposalsOf<R extends RequestImage>(
  requests: readonly R[],
  preferences: readonly LastingWish[],
  declined: readonly Pick<RequestImage, 'kind' | 'text'>[],
): Proposal<R>[] {
  const said = new Set(declined.map(wishKey))
  const seen = new Set<string>()
  return requests.flatMap((request) => {
    const kept =
      mayBecomePreference(request) && !said.has(wishKey(request)) ? preferenceOfWish(request) : null
    if (!kept || seen.has(`${kept.group} ${kept.value}`)) return []
    const own = preferences.filter(({ group }) => group === kept.group).map(({ value }) => value)
    const chosen = choosePreference(kept.group, own, kept.value)
    if (isRefused(chosen)) return []
    seen.add(`${kept.group} ${kept.value}`)
    return [{ ...kept, request, replaces: own.filter((value) => !chosen.value.includes(value)) }]
  })
}
