import type { Department } from '../../request/request.ts'
import type { ClassKind } from './classes.ts'

/** What is done for the guests of one class, by whom, and what it may cost; as a manager wrote it. */
export type PlaybookImage = {
  classKind: ClassKind
  class: string
  action: string
  department: Department
  /** Per guest and stay in minor units; null: no limit is set. */
  costMinor: number | null
}

/** Who does it where no manager said otherwise; the texts for that are `insightValue.playbook.<kind>.<class>`. */
export function usualDepartment(kind: ClassKind, name: string): Department {
  if (kind === 'need') {
    if (name === 'family') return 'housekeeping'
    if (name === 'group') return 'food-and-beverage'
    return name === 'long-stay' ? 'housekeeping' : 'front-office'
  }
  if (name === 'key-value' || name === 'platinum' || (kind === 'relation' && name === 'key'))
    return 'concierge'
  return 'front-office'
}
