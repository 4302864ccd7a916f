import type { OutputOf } from '#shared/contract/index.ts'

/** A guest's page of then. */
export type Then = OutputOf<'guest.asOf'>
