import type { PreferenceGroup } from '../../guest/preferences.ts'
import { requestOfPreference } from '../../request/request.ts'
import { featureOfPreference } from '../../room/fit.ts'

/** The request or the feature of a room that answers a preference. */
export function itemOfPreference(group: string, value: string): string | null {
  const feature = featureOfPreference(group, value)
  if (feature && !feature.wanted) return null
  const { kind } = requestOfPreference(group as PreferenceGroup, value)
  if (kind !== 'other') return `request:${kind}`
  return feature ? `feature:${feature.feature}` : null
}
