/** Words for faults, refusals shared by all areas, issue codes and field names. Areas word their own refusals under `<area>.refusal`. */
export const fault = {
  NOT_SIGNED_IN: 'Nobody is signed in. Sign in, then do it again; what was typed is kept.',
  NOT_PERMITTED: 'Your role may not do this. Ask a manager or the administrator.',
  CONFLICT: 'Somebody changed this meanwhile. Look at the present state, then do it again.',
  BUSY: 'The store is busy with long work. Nothing was written; try again in a moment.',
  UNKNOWN_OPERATION: 'There is no operation “{{operation}}”. “keyrack contract” lists all of them.',
  INTERNAL:
    'Keyrack met a defect and wrote nothing. Try again; if it stays, give incident {{incident}} to the administrator.',
  UNREACHABLE:
    'Keyrack does not answer. Nothing is known to be written; check that it is running, then try again.',
  INVALID_INPUT: '{{field}}: {{problem}}',
  INVALID_INPUT_WHOLE: 'The input is not usable: {{problem}}',
  more_one: '({{count}} further field needs attention)',
  more_other: '({{count}} further fields need attention)',
  store: {
    full: 'The disk is full: nothing was written. Free some space, then try again.',
    'read-only':
      'The store may not be written to: nothing was written. Check the rights of its folder, then start again.',
    damaged:
      'The store is damaged: nothing was written. Close Keyrack and run “keyrack doctor”, or take the last backup.',
    unavailable: 'The store can’t be reached: nothing was written. Check its disk, then try again.',
  },
  otherCode: 'Not possible: {{code}}.',
}

/** The contract's own codes. */
export const invalid = {
  required: 'enter a value',
  text: 'enter text',
  tooLong: 'too long; shorten it',
  tooLongOf: 'too long; keep to {{max}} characters',
  tooMany: 'too many entries; leave some out',
  tooManyOf: 'too many entries; keep to {{max}}',
  tooSmall: 'too small; enter more',
  tooSmallOf: 'enter at least {{min}}',
  tooLarge: 'too large; enter less',
  tooLargeOf: 'enter at most {{max}}',
  number: 'enter a whole number',
  amount: 'enter an amount with no more decimals than the currency has',
  amountNegative: 'an amount cannot be below zero; enter 0 or more',
  amountTooLarge: 'this amount is beyond all measure; check the decimals',
  date: 'this date does not exist; enter one like 2026-02-28',
  time: 'enter a time like 14:30',
  timeZone: 'this time zone is not known; choose one like Asia/Shanghai',
  country: 'enter the country’s three letters, like CHN',
  currency: 'enter the currency’s three letters, like CNY',
  code: 'use letters, digits and - _ . / + only',
  login: 'use 2 to 40 small letters, digits, dots or hyphens, beginning with a letter or digit',
  passwordShort: 'use at least 8 characters',
  choice: 'choose one from the list',
  id: 'this number names nothing; choose from the list',
  version: 'read the present state first, then change it',
  pictograph: 'leave out emoji and pictures',
  controlCharacter: 'leave out control characters; type the text instead of pasting it',
  directionCharacter: 'leave out characters that turn the writing direction',
  brokenCharacter: 'a character is damaged; type it again',
  type: 'this is of the wrong kind; enter what the field asks for',
  form: 'this is not in the expected form',
  unknownField: 'this field is not known here; leave it out',
  json: 'send a call as JSON with its operation',
  brokenFile: 'the file did not arrive whole; choose it again',
}
