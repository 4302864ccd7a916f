import type { KindFact } from './kinds.ts'

/** The name that a manager gave a kind of guests, and what that kind was like then: the next run's kinds are held against it. */
export type GuestKindImage = {
  name: string
  /** Means of the facts, as they count. */
  means: Partial<Record<KindFact, number>>
}
