import type { StayTerms } from '#shared/domain/stay/terms.ts'
import { imageStore } from '../image-store.ts'

/** The one row of settings. */
export const storedStaySettings = imageStore(
  'stay_settings',
  (row) => JSON.parse(row.terms) as StayTerms,
  (image) => ({ terms: JSON.stringify(image) }),
)
