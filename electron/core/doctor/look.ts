import { isDatabaseError } from '#db/dialect/errors.ts'
import type { Finding } from '#db/queries/doctor/finding.ts'

/** What stops a check half-way (a damaged page, a missing table) is a finding too; the other checks go on. */
export function lookSafely(check: string, look: () => Finding[]): Finding[] {
  try {
    return look()
  } catch (error) {
    if (!isDatabaseError(error)) throw error
    return [{ severity: 'error', code: 'UNREADABLE', params: { check } }]
  }
}
