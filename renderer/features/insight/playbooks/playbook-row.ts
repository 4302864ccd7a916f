import type { OutputOf } from '#shared/contract/index.ts'

export type PlaybookRow = OutputOf<'insight.playbooks'>[number]
