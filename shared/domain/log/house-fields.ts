/** The fields of what is logged of the house, as personal-fields.ts has those of everything else. */

import type { KeyLogImage } from '../house/keys.ts'
import type { FoundItemImage } from '../house/lost-item.ts'
import type { LuggageImage } from '../house/luggage.ts'
import type { MessageImage } from '../house/message.ts'
import type { ParcelImage } from '../house/parcel.ts'
import type { TraceImage } from '../house/trace.ts'
import type { WakeCallImage } from '../house/wake-call.ts'
import type { Classes } from './classes.ts'

const recordFields = {
  bookingId: 'open',
  status: 'open',
  createdAt: 'open',
  createdBy: 'open',
  statusAt: 'open',
  statusBy: 'open',
} as const

const trace: Classes<TraceImage> = {
  ...recordFields,
  department: 'open',
  dueOn: 'open',
  dueTime: 'open',
  text: 'personal',
}

const message: Classes<MessageImage> = {
  ...recordFields,
  printedAt: 'open',
  forName: 'personal',
  fromName: 'personal',
  phone: 'personal',
  text: 'personal',
}

const wakeCall: Classes<WakeCallImage> = {
  ...recordFields,
  callOn: 'open',
  callAt: 'open',
  tries: 'open',
  note: 'personal',
}

const parcel: Classes<ParcelImage> = {
  ...recordFields,
  pieces: 'open',
  keptIn: 'personal',
  forName: 'personal',
  fromName: 'personal',
  trackingNo: 'personal',
  note: 'personal',
  givenTo: 'personal',
}

const foundItem: Classes<FoundItemImage> = {
  ...recordFields,
  foundOn: 'open',
  roomId: 'open',
  followOn: 'open',
  foundAt: 'personal',
  keptIn: 'personal',
  what: 'personal',
  finder: 'personal',
  note: 'personal',
  givenTo: 'personal',
  proof: 'personal',
}

const keyLog: Classes<KeyLogImage> = {
  ...recordFields,
  keys: 'open',
  returned: 'open',
  toName: 'personal',
  note: 'personal',
}

const luggage: Classes<LuggageImage> = {
  ...recordFields,
  tagNo: 'open',
  pieces: 'open',
  dueOn: 'open',
  dueTime: 'open',
  keptIn: 'personal',
  forName: 'personal',
  note: 'personal',
  givenTo: 'personal',
}

export const houseFields: Readonly<Record<string, Classes>> = {
  trace: trace,
  'guest-message': message,
  'wake-call': wakeCall,
  parcel: parcel,
  'found-item': foundItem,
  'key-log': keyLog,
  luggage: luggage,
}
