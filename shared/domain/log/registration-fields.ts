/** The fields of what is logged of registration, as personal-fields.ts has those of everything else. */
import type { DeskDevices } from '../device/device.ts'
import type { MinorSheetImage } from '../registration/minor.ts'
import type {
  RegistrantImage,
  RegistrationImage,
  RegistrationSettings,
} from '../registration/registration.ts'
import type { VisitorImage } from '../registration/visitor.ts'
import type { Classes } from './classes.ts'

const registrant: Classes<RegistrantImage> = {
  confirmedOn: 'open',
  ethnicity: 'personal',
  documentSupport: 'personal',
  visaKind: 'personal',
  visaNumber: 'personal',
  visaUntil: 'personal',
  entryOn: 'personal',
  entryPort: 'personal',
  address: 'personal',
  postalCode: 'personal',
  city: 'personal',
  residence: 'personal',
  kinship: 'personal',
}

// That somebody was registered, when and in which room stays; who it was and what the authorities were told can be erased
const registration: Classes<RegistrationImage> = {
  bookingId: 'open',
  guestId: 'open',
  event: 'open',
  roomId: 'open',
  at: 'open',
  businessDate: 'open',
  madeBy: 'open',
  state: 'open',
  stateAt: 'open',
  stateBy: 'open',
  withdrawn: 'open',
  guestVersion: 'open',
  registrantVersion: 'open',
  failure: 'personal',
  data: 'personal',
}

const minorSheet: Classes<MinorSheetImage> = {
  bookingId: 'open',
  guestId: 'open',
  identityAt: 'open',
  identityBy: 'open',
  contactedAt: 'open',
  contactedBy: 'open',
  guardianName: 'personal',
  guardianPhone: 'personal',
  guardianRelation: 'personal',
  relations: 'personal',
  entries: 'personal',
}

const visitor: Classes<VisitorImage> = {
  documentKind: 'open',
  roomId: 'open',
  bookingId: 'open',
  guestId: 'open',
  cameAt: 'open',
  leftAt: 'open',
  businessDate: 'open',
  notedBy: 'open',
  name: 'personal',
  documentNumber: 'personal',
  purpose: 'personal',
}

const registrationSetting: Classes<RegistrationSettings> = {
  columns: 'open',
  headings: 'open',
  confirmAfterDays: 'open',
}

const deskDevices: Classes<DeskDevices> = {
  workstation: 'open',
  reader: 'open',
  encoder: 'open',
  printer: 'open',
}

/** By the word that the log has for the kind of thing. */
export const registrationLogFields: Readonly<Record<string, Classes>> = {
  registrant,
  registration,
  'minor-sheet': minorSheet,
  visitor,
  'registration-setting': registrationSetting,
  'desk-devices': deskDevices,
}
