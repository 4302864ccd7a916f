/** Refusals of registration, of documents that are read and of devices. */
export const registrationRefusal = {
  DOCUMENT_UNREADABLE: 'No document could be read from this. Scan it again, or type the number.',
  DOCUMENT_FAULTY:
    '“{{read}}” on the document contradicts its own check digit. Compare it with the document, correct it or take it all the same.',
  ENTRY_FUTURE: 'The entry date {{entryOn}} is after today, {{today}}. Check the stamp in the passport.',
  NOT_IN_HOUSE: 'This booking is not in house. Guests are registered when they have checked in.',
  REGISTRATION_RECORDED: 'Everyone of this booking who must be registered is. Nothing was added.',
  REGISTRATION_SENT: 'This was marked as sent already, and nothing has changed since.',
  REGISTRATION_UNKNOWN: 'This registration does not exist. Choose one from the list.',
  NOT_IN_BOOKING: 'This guest is not in the booking. Add the guest to it first.',
  NOT_A_MINOR: 'By the birth date on file this guest is not a minor. Check the birth date.',
  PHONE_NEEDED: 'The telephone of the guardian is missing. Enter it.',
  MINOR_SHEET_UNKNOWN: 'This sheet does not exist. Save the guardian first.',
  ROOM_VACANT: 'Nobody stays in room {{room}}. Check the number.',
  VISITOR_LEFT: 'This visitor has left already.',
  VISITOR_TIMES: 'A visitor leaves after coming, and not in the future. Check the time.',
  VISITOR_UNKNOWN: 'This visitor does not exist. Choose one from the list.',
}
