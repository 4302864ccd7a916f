import { startDemo } from './start-demo.ts'
import { cancel, status } from './status.ts'

export const jobHandlers = {
  'job.status': status,
  'job.cancel': cancel,
  'job.startDemo': startDemo,
}
