/** What other areas may use of this one, in the worker. */
export { collectGarbage } from './collect.ts'
export { serveTasks } from './serve.ts'
export { Cancelled, type Task, type TaskDesk, type TaskEnd } from './tasks.ts'
