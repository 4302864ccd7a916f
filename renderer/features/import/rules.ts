import type { Note, Rejection } from '#shared/domain/import/row.ts'

export type Profile = 'hotel-booking-demand' | 'generic'

/** What keeps a row out, by the profile that reads it: as shared/domain/import-*.ts does it. */
export const rejectReasons: Record<Profile, readonly Rejection[]> = {
  'hotel-booking-demand': [
    'cellCount',
    'cardNumber',
    'dateForm',
    'dateImpossible',
    'stayTooLong',
    'numberForm',
    'rateForm',
    'rateNegative',
    'statusUnknown',
    'valueUnknown',
    'text',
    'cellError',
    'cellFormula',
  ],
  generic: [
    'cellCount',
    'cardNumber',
    'arrivalMissing',
    'dateForm',
    'dateImpossible',
    'dateWeekday',
    'dateZone',
    'dateYear',
    'departureMissing',
    'departureBeforeArrival',
    'stayTooLong',
    'numberForm',
    'personsTooMany',
    'personsDiffer',
    'rateForm',
    'rateAmbiguous',
    'rateNegative',
    'roomTypeMissing',
    'statusUnknown',
    'statusImpossible',
    'phone',
    'email',
    'residentId',
    'passportNo',
    'birthDate',
    'text',
    'cellError',
    'cellFormula',
    'roomTaken',
    'confirmationOnFile',
  ],
}

/** What is imported all the same, and noted. */
export const noteReasons: Record<Profile, readonly Note[]> = {
  'hotel-booking-demand': [
    'duplicateRow',
    'zeroNights',
    'noPersons',
    'noAdults',
    'personsOutlier',
    'childrenMissing',
    'rateZero',
    'rateOutlier',
    'rateRounded',
    'countryCorrected',
    'countryUnknown',
    'flagContradicts',
    'statusDateDiffers',
    'cancelledAfterArrival',
    'overbooked',
  ],
  generic: [
    'duplicateRow',
    'confirmationTwice',
    'zeroNights',
    'noPersons',
    'noAdults',
    'rateMissing',
    'rateRounded',
    'createdAfterArrival',
    'statusStale',
    'valueKept',
    'roomUnknown',
    'numberRounded',
    'documentOfOther',
    'overbooked',
  ],
}

/** What is kept, in words: `import.rules.<profile>.<line>`. */
export const importedLines = {
  'hotel-booking-demand': ['status', 'dates', 'rate', 'accounts', 'guest', 'facts'],
  generic: ['required', 'guest', 'assumed', 'total', 'words', 'codes'],
} as const
