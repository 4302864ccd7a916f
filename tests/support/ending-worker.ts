import { serveTasks, type Task } from '#core/heavy/public.ts'
import { insightTasks } from '#core/insight/tasks.ts'

/** A worker that is killed in the middle of what is asked for January. */
const run: Task = (desk, asked: { asOf: string }) => {
  desk.pulse(1, 2)
  if (asked.asOf.startsWith('2026-01')) process.exit(137)
  return insightTasks['insight.run'](desk, asked as never)
}

serveTasks({ ...insightTasks, 'insight.run': run })
