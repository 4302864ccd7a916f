import { removeAlert, saveAlert } from './alerts.ts'
import { removeContact, saveContact } from './contacts.ts'
import { createGuest } from './create-guest.ts'
import { openDocument, removeDocument, saveDocument } from './documents.ts'
import { recordConsent, setTags } from './marks.ts'
import { removeNote, saveNote } from './notes.ts'
import { removePreference, setPreference } from './preferences.ts'
import { guestBookings, guestChanges, guestFilters, guestProfile } from './profile.ts'
import { searchForGuests } from './search-guests.ts'
import { guestAsOf } from './then.ts'
import { updateGuest } from './update-guest.ts'

export const guestHandlers = {
  'guest.search': searchForGuests,
  'guest.filters': guestFilters,
  'guest.profile': guestProfile,
  'guest.asOf': guestAsOf,
  'guest.bookings': guestBookings,
  'guest.changes': guestChanges,
  'guest.create': createGuest,
  'guest.update': updateGuest,
  'guest.saveContact': saveContact,
  'guest.removeContact': removeContact,
  'guest.saveDocument': saveDocument,
  'guest.removeDocument': removeDocument,
  'guest.openDocument': openDocument,
  'guest.setPreference': setPreference,
  'guest.removePreference': removePreference,
  'guest.setTags': setTags,
  'guest.saveNote': saveNote,
  'guest.removeNote': removeNote,
  'guest.saveAlert': saveAlert,
  'guest.removeAlert': removeAlert,
  'guest.recordConsent': recordConsent,
}
