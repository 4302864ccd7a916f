import type { OutputOf } from '#shared/contract/index.ts'

export type FutureSummary = NonNullable<OutputOf<'future.summary'>>
export type FutureOutput = NonNullable<FutureSummary['output']>
