import type { RegistrationSettings } from '#shared/domain/registration/registration.ts'
import { imageStore } from '../image-store.ts'

/** The one row of settings. */
export const storedRegistrationSettings = imageStore(
  'registration_settings',
  (row): RegistrationSettings => ({
    columns: JSON.parse(row.columns),
    headings: JSON.parse(row.headings),
    confirmAfterDays: row.confirm_after_days,
  }),
  (image) => ({
    columns: JSON.stringify(image.columns),
    headings: JSON.stringify(image.headings),
    confirm_after_days: image.confirmAfterDays,
  }),
)
