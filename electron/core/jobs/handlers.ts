import { startDemo } from '../demo/public.ts'
import { cancel, status } from './status.ts'

export const jobHandlers = {
  'job.status': status,
  'job.cancel': cancel,
  'job.startDemo': startDemo,
}
