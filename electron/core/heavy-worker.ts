import { serveTasks } from './heavy/public.ts'
import { insightTasks } from './insight/tasks.ts'
import { reportTasks } from './report/tasks.ts'

// The worker for long reads and models: every task that it can be given, by name
serveTasks({ ...insightTasks, ...reportTasks })
