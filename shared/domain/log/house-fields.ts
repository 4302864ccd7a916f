/** The fields of what is logged of the house, as personal-fields.ts has those of everything else. */
import type { TraceImage } from '../house/trace.ts'
import type { Classes } from './classes.ts'

const trace: Classes<TraceImage> = {
  bookingId: 'open',
  department: 'open',
  dueOn: 'open',
  dueTime: 'open',
  status: 'open',
  createdAt: 'open',
  createdBy: 'open',
  statusAt: 'open',
  statusBy: 'open',
  text: 'personal',
}

export const houseFields: Readonly<Record<string, Classes>> = { trace }
