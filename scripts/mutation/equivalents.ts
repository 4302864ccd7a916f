/** A change of the source that no test can notice, because it changes nothing that a caller can see. */
export interface Equivalent {
  file: string
  /** The source as it is, and what takes its place. */
  code: string
  mutant: string
  why: string
}

const nearest = 'shared/domain/text/nearest.ts'
const fit = 'shared/domain/room/fit.ts'
const request = 'shared/domain/request/image.ts'
const card = 'shared/domain/privacy/card-number.ts'
const fold = 'shared/domain/name/fold.ts'
const pinyin = 'shared/domain/name/pinyin.ts'
const dates = 'shared/values/business-date.ts'
const money = 'shared/values/money.ts'
const palette = 'electron/core/search/palette.ts'
const signedIn = 'electron/core/access/signed-in.ts'
const users = 'electron/core/access/users.ts'
const offer = 'electron/core/change/offer.ts'
const undo = 'electron/core/change/undo.ts'
const requests = 'electron/core/request/requests.ts'
const requestAggregate = 'electron/core/request/request-aggregate.ts'
const memberships = 'electron/core/loyalty/memberships.ts'
const demoArrivals = 'electron/core/demo/arrivals.ts'
const demoMemberBook = 'electron/core/demo/member-book.ts'
const demoDiary = 'electron/core/demo/diary.ts'
const membershipViews = 'electron/core/loyalty/views.ts'
const outcome = 'electron/core/kernel/outcome.ts'
const runCommand = 'electron/core/kernel/run-command.ts'
const createGuest = 'electron/core/guest/create-guest.ts'
const documents = 'electron/core/guest/documents.ts'
const guestAggregate = 'electron/core/guest/guest-aggregate.ts'
const notes = 'electron/core/guest/notes.ts'
const searchGuests = 'electron/core/guest/search-guests.ts'
const firstTier = 'A programme has a first tier.'
const heldTier = 'A tier that somebody holds stays in its programme.'
const noId = 'Nothing is found under no id.'
const hasAggregate = 'What a command that can be undone changes has its aggregate.'
const alwaysMatched = 'What is found by typing has its match: none is the list without typing.'
const onlyThere = 'Only that it is there is asked, never what it says.'
const noContact = 'The number of the first contact is not used where there is none.'
const otherMatch = 'Documents explain only what nothing else does: it only spares reading them.'
const signedInUser = 'The permission asks for somebody who is signed in: the type does not know.'
const shortcut = 'It only spares plain ASCII its normalisation.'
const readAgain = 'A name that is read again reads the same: what is remembered only saves time.'
const sameDay = 'On the very day both answers are that day.'
const tooLong = 'No brand has a number of that length: it only spares the question.'
const madeAgain = 'What is made again is the same: what is remembered only saves time.'
const sameBoth = 'Where both are equal, either is the answer.'
const nothing = 'Nothing rounds to nothing, which has no sign.'
const noSwap = 'Before the first letter there is none: the comparison with it fails all the same.'

/** The equivalents that were looked at one by one; everything else that survives lacks a test. */
export const equivalents: readonly Equivalent[] = [
  {
    file: nearest,
    code: '[]',
    mutant: '["Stryker was here"]',
    why: 'The row before the first is never read.',
  },
  { file: nearest, code: 'row > 1', mutant: 'true', why: noSwap },
  { file: nearest, code: 'row > 1', mutant: 'row >= 1', why: noSwap },
  { file: nearest, code: 'column > 1', mutant: 'true', why: noSwap },
  { file: nearest, code: 'column > 1', mutant: 'column >= 1', why: noSwap },
  { file: nearest, code: 'row > 1 && column > 1', mutant: 'true', why: noSwap },
  { file: nearest, code: 'row > 1 && column > 1', mutant: 'row > 1 || column > 1', why: noSwap },
  {
    file: fit,
    code: '!(preferenceGroups as readonly string[]).includes(group)',
    mutant: 'false',
    why: 'A value of an unknown group is a request of the kind `other`, which is left out in the end.',
  },
  { file: fit, code: 'a.number < b.number', mutant: 'a.number <= b.number', why: 'Room numbers are unique.' },
  { file: request, code: 'dueOn < to.arrival', mutant: 'dueOn <= to.arrival', why: sameDay },
  { file: request, code: 'dueOn > to.departure', mutant: 'dueOn >= to.departure', why: sameDay },
  {
    file: card,
    code: '!cardInPlain(plain)',
    mutant: 'false',
    why: 'It only spares the slower search in texts without a card.',
  },
  { file: card, code: '!found', mutant: 'false', why: 'A card of the plain text is in its signs.' },
  { file: card, code: 'at[from]?.from', mutant: 'at[from].from', why: 'Each plain sign has its place.' },
  {
    file: card,
    code: String.raw`{ return !/[^\x00-\x7f]/.test(text) }`,
    mutant: '{}',
    why: 'It only spares a text of ASCII its normalisation, which changes nothing in it.',
  },
  { file: card, code: 'digits.length > 19', mutant: 'false', why: tooLong },
  { file: card, code: 'digits.length < 13', mutant: 'false', why: tooLong },
  {
    file: card,
    code: 'digits.length === 18',
    mutant: 'true',
    why: 'A number of any other length is no resident ID.',
  },
  {
    file: card,
    code: 'sum += doubled > 9 ? doubled - 9 : doubled',
    mutant: 'sum -= doubled > 9 ? doubled - 9 : doubled',
    why: 'A sum below zero is divisible by ten where the one above it is.',
  },
  { file: fold, code: 'ASCII.test(text)', mutant: 'false', why: shortcut },
  { file: fold, code: String.raw`/^[\x00-\x7f]*$/`, mutant: String.raw`/^[\x00-\x7f]$/`, why: shortcut },
  {
    file: fold,
    code: String.raw`/[^\p{L}\p{N}]+/u`,
    mutant: String.raw`/[^\p{L}\p{N}]/u`,
    why: 'Empty words are left out afterwards.',
  },
  {
    file: pinyin,
    code: String.raw`/[\s·•・‧.．]+/gu`,
    mutant: String.raw`/[\s·•・‧.．]/gu`,
    why: 'Every one of them is taken out.',
  },
  { file: pinyin, code: 'kept', mutant: 'false', why: readAgain },
  { file: pinyin, code: 'store.size >= KEPT', mutant: 'true', why: readAgain },
  { file: pinyin, code: 'store.size >= KEPT', mutant: 'false', why: readAgain },
  { file: pinyin, code: 'store.size >= KEPT', mutant: 'store.size > KEPT', why: readAgain },
  { file: pinyin, code: 'store.size >= KEPT', mutant: 'store.size < KEPT', why: readAgain },
  { file: pinyin, code: 'store.clear()', mutant: ';', why: readAgain },
  { file: pinyin, code: 'store.set(key, made)', mutant: ';', why: readAgain },
  {
    file: dates,
    code: String.raw`/^\d{4}-\d{2}-\d{2}$/`,
    mutant: String.raw`/\d{4}-\d{2}-\d{2}$/`,
    why: 'With anything before it, what is read as its day from the ninth character on is no day.',
  },
  { file: dates, code: 'a <= b', mutant: 'a < b', why: sameBoth },
  { file: dates, code: 'a >= b', mutant: 'a > b', why: sameBoth },
  { file: dates, code: '!format', mutant: 'true', why: madeAgain },
  { file: dates, code: 'zoneFormats.set(timeZone, format)', mutant: ';', why: madeAgain },
  {
    file: dates,
    code: '{ year: 0, month: 0, day: 0 }',
    mutant: '{}',
    why: 'Each of the three is set by a part of the date.',
  },
  {
    file: dates,
    code: "type === 'year' || type === 'month' || type === 'day'",
    mutant: 'true',
    why: 'What stands between the three is kept under a name that nothing reads.',
  },
  { file: money, code: '!format', mutant: 'true', why: madeAgain },
  { file: money, code: 'formats.set(key, format)', mutant: ';', why: madeAgain },
  { file: money, code: 'numerator < 0', mutant: 'numerator <= 0', why: nothing },
  { file: money, code: 'denominator < 0', mutant: 'denominator <= 0', why: 'Zero was refused before.' },
  { file: money, code: 'value < 0', mutant: 'value <= 0', why: nothing },
  { file: money, code: "rest >= '5'", mutant: "rest > '5'", why: 'A 5 alone was answered before.' },
  {
    file: money,
    code: "parts.find((part) => part.type === 'currency')?.value",
    mutant: "parts.find(part => part.type === 'currency').value",
    why: 'An amount with its currency has a part for it.',
  },
  {
    file: money,
    code: "part.type === 'currency'",
    mutant: 'true',
    why: 'English writes the currency first.',
  },
  {
    file: palette,
    code: '{ inHouse: false, openRequests: false }',
    mutant: '{}',
    why: 'A filter that is absent narrows nothing.',
  },
  { file: palette, code: 'row.match === null', mutant: 'false', why: alwaysMatched },
  { file: palette, code: 'row.match?.text', mutant: 'row.match.text', why: alwaysMatched },
  { file: signedIn, code: '!kept.has(user.id)', mutant: 'true', why: 'What is kept only spares reading it.' },
  { file: users, code: 'ctx.user?.id', mutant: 'ctx.user.id', why: signedInUser },
  { file: offer, code: 'row.booking_id === null', mutant: 'false', why: noId },
  {
    file: offer,
    code: "row.entity === 'request'",
    mutant: 'true',
    why: 'Only bookings and requests belong to a booking.',
  },
  {
    file: offer,
    code: "known.kind === 'command'",
    mutant: 'true',
    why: 'Nothing but a command is undoable.',
  },
  {
    file: offer,
    code: "needed === 'public'",
    mutant: 'false',
    why: 'No command that anybody may do is undoable.',
  },
  { file: offer, code: 'ctx.user !== null', mutant: 'true', why: signedInUser },
  { file: offer, code: 'row.undoes !== null', mutant: 'true', why: noId },
  { file: offer, code: 'undone', mutant: 'true', why: 'What an undo names is in the log.' },
  { file: undo, code: '!aggregate', mutant: 'false', why: hasAggregate },
  { file: undo, code: '{ operation: row.operation }', mutant: '{}', why: hasAggregate },
  { file: undo, code: 'text === null', mutant: 'false', why: 'JSON.parse reads null as null.' },
  {
    file: requests,
    code: '!booking',
    mutant: 'false',
    why: 'A request has its booking: its foreign key. Either way it is a defect.',
  },
  {
    file: requests,
    code: 'throw new Error(`request ${id} without its booking`)',
    mutant: ';',
    why: 'A request has its booking: its foreign key.',
  },
  {
    file: requestAggregate,
    code: '!before && after',
    mutant: '!before || after',
    why: 'A request that is changed has its booking.',
  },
  { file: requestAggregate, code: 'before', mutant: 'true', why: 'What is taken away was there.' },
  { file: memberships, code: 'tiers.at(-1)?.tier', mutant: 'tiers.at(-1).tier', why: firstTier },
  {
    file: memberships,
    code: 'parameters.tiers[0]?.code',
    mutant: 'parameters.tiers[0].code',
    why: firstTier,
  },
  { file: membershipViews, code: 'rank < 0', mutant: 'false', why: heldTier },
  { file: membershipViews, code: 'tier?.nameEn', mutant: 'tier.nameEn', why: heldTier },
  { file: membershipViews, code: 'tier?.nameZh', mutant: 'tier.nameZh', why: heldTier },
  {
    file: membershipViews,
    code: 'memberships.length === 0',
    mutant: 'false',
    why: 'It only spares reading the programmes.',
  },
  { file: outcome, code: 'true', mutant: 'false', why: onlyThere },
  { file: runCommand, code: 'true', mutant: 'false', why: onlyThere },
  {
    file: runCommand,
    code: "'fault' in asked",
    mutant: 'false',
    why: 'What may not be done is refused again in its turn: it only spares the slow work.',
  },
  {
    file: runCommand,
    code: 'outcome.changes.length === 0',
    mutant: 'false',
    why: 'To append no rows leaves the log and its head as they are.',
  },
  { file: createGuest, code: 'checked.length > 0', mutant: 'true', why: noContact },
  { file: createGuest, code: 'checked.length > 0', mutant: 'checked.length >= 0', why: noContact },
  {
    file: createGuest,
    code: 'false',
    mutant: 'true',
    why: 'The check of the person reads from the names whether there is any.',
  },
  {
    file: documents,
    code: '[]',
    mutant: '["Stryker was here"]',
    why: 'Each document that is saved has set its warnings.',
  },
  { file: documents, code: 'input.id === undefined', mutant: 'false', why: noId },
  { file: notes, code: 'input.id === undefined', mutant: 'false', why: noId },
  {
    file: guestAggregate,
    code: 'before?.documents',
    mutant: 'before.documents',
    why: 'A guest who is made has no document yet.',
  },
  { file: searchGuests, code: 'terms.length === 0', mutant: 'false', why: otherMatch },
  {
    file: searchGuests,
    code: 'rows.filter((_, i) => matches[i] === null)',
    mutant: 'rows',
    why: otherMatch,
  },
  { file: searchGuests, code: 'matches[i] === null', mutant: 'true', why: otherMatch },
  {
    file: searchGuests,
    code: '[]',
    mutant: '["Stryker was here"]',
    why: 'It is no guest’s number, nor a word that finds one.',
  },
  {
    file: demoArrivals,
    code: 'drawnTo - firstArrival < counts.length',
    mutant: 'true',
    why: 'On a day behind the last that is counted nobody arrives: nothing is drawn for it.',
  },
  {
    file: demoMemberBook,
    code: '1024 * width',
    mutant: '1024 / width',
    why: 'The ledger grows with its stays, however long it is at first.',
  },
  { file: demoDiary, code: 'known', mutant: 'false', why: madeAgain },
]
