/** The fields of what is logged of the house, as personal-fields.ts has those of everything else. */

import type { FoundItemImage } from '../house/found-item.ts'
import type { KeyLogImage } from '../house/keys.ts'
import type { LuggageImage } from '../house/luggage.ts'
import type { MessageImage } from '../house/message.ts'
import type { ParcelImage } from '../house/parcel.ts'
import type { TraceImage } from '../house/trace.ts'
import type { WakeCallImage } from '../house/wake-call.ts'
import type { Classes } from './classes.ts'

const kept = {
  bookingId: 'open',
  status: 'open',
  createdAt: 'open',
  createdBy: 'open',
  statusAt: 'open',
  statusBy: 'open',
} as const

const trace: Classes<TraceImage> = {
  ...kept,
  department: 'open',
  dueOn: 'open',
  dueTime: 'open',
  text: 'personal',
}

const message: Classes<MessageImage> = {
  ...kept,
  printedAt: 'open',
  forName: 'personal',
  fromName: 'personal',
  phone: 'personal',
  text: 'personal',
}

const wakeCall: Classes<WakeCallImage> = {
  ...kept,
  callOn: 'open',
  callAt: 'open',
  tries: 'open',
  note: 'personal',
}

const parcel: Classes<ParcelImage> = {
  ...kept,
  pieces: 'open',
  keptIn: 'personal',
  forName: 'personal',
  fromName: 'personal',
  trackingNo: 'personal',
  note: 'personal',
  givenTo: 'personal',
}

const foundItem: Classes<FoundItemImage> = {
  ...kept,
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
  ...kept,
  keys: 'open',
  returned: 'open',
  toName: 'personal',
  note: 'personal',
}

const luggage: Classes<LuggageImage> = {
  ...kept,
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
