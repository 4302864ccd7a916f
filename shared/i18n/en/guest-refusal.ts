/** Why a contact, a document or a preference was not taken, by the check that failed. */
export const guestRefusal = {
  CONTACT_INVALID: {
    phone: {
      form: 'A telephone number may contain only digits, spaces and +. Correct it.',
      country: 'Unknown country code. Start with + and the country code.',
      tooShort: 'This number is too short for its country. Check it with the guest.',
      tooLong: 'This number is too long for its country. Check it with the guest.',
      number:
        'This is not a valid number in its country. Check it with the guest; foreign numbers start with +.',
      notMobile: 'This is not a mobile number. Choose Phone, or correct the number.',
    },
    email: {
      form: 'An e-mail address looks like name@example.com. Correct it.',
      tooLong: 'This e-mail address is too long to exist. Correct it.',
    },
    wechat: { form: 'A WeChat ID has 6 to 20 letters, digits, - or _, a letter first. Correct it.' },
    address: { form: 'Enter the address.' },
  },
  DOCUMENT_INVALID: {
    document: {
      empty: 'Enter the document’s number or its machine-readable zone.',
      characters: 'A document number has letters and digits only. Read it again.',
      length: 'A document number has 4 to 24 characters. Read it again.',
      permit: 'This is not a valid number for this permit. Check it, or choose another kind.',
      residencePermit: 'This is the number of a residence permit. Choose Residence permit.',
    },
    residentId: {
      fifteen: 'This is an old 15-digit number. Enter the 18 characters on the current card.',
      length: 'A resident ID has 18 characters. Read it again.',
      characters: 'A resident ID has 17 digits and a digit or X. Read it again.',
      region: 'The first six digits are not a known region. Check them.',
      date: 'The date of birth within the number does not exist. Read it again.',
      checksum: 'The last character does not match the others: one was misread. Read it again.',
    },
    mrz: {
      characters: 'The zone has capital letters, digits and < only. Read it again.',
      length: 'The zone is not complete: two lines of 44 or 36, or three of 30. Read it again.',
      chinesePermit: 'The zone of Chinese travel permits is not read. Type the number on the card.',
      visa: 'This is the zone of a visa. Read the page with the photo, or type the number.',
      kind: 'This zone is of another kind of document. Choose the kind, or read it again.',
      issuer: 'The issuing state in the zone is not known. Read it again.',
      number: 'The number in the zone fails its check. Read it again.',
      nationality: 'The nationality in the zone is not known. Read it again.',
      birthDate: 'The date of birth in the zone fails its check. Read it again.',
      sex: 'The sex in the zone is not readable. Read it again.',
      expiry: 'The expiry date in the zone fails its check. Read it again.',
      optional: 'A field in the zone fails its check. Read it again.',
      composite: 'The zone as a whole fails its check: one character was misread. Read it again.',
      name: 'The name in the zone is not readable. Read it again.',
    },
  },
}
