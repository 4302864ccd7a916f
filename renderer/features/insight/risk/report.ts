import type { RunOutputOf } from '#shared/contract/insight-runs.ts'

/** What the run found: the coming days, the model and how well it foretells. */
export type Report = RunOutputOf<'risk'>
