import type { job as source } from '../en/job.ts'
import type { Translation } from '../types.ts'

export const job: Translation<typeof source> = {
  done: { startDemo: '随演示酒店带入', cancel: '已停止任务' },
}
