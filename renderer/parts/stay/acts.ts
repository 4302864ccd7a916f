import type { Acts } from '#renderer/base/keys/acts.ts'
import type { OutputOf } from '#shared/contract/index.ts'

type Of = Pick<OutputOf<'stay.get'>, 'allowed'>
type Allowed = Of['allowed'][number]

const allows = (what: Allowed) => (stay: Of) => stay.allowed.includes(what)

/** What may be done with the stay of a booking, in the order the buttons are. */
export const stayBarActs = {
  checkIn: { key: '+', label: 'stay.key.checkIn', when: allows('check-in') },
  takeBack: { key: 'B', label: 'stay.key.takeBack', when: allows('take-back') },
  queue: { key: 'Q', label: 'stay.key.queue', when: allows('queue') },
  checkOut: { key: '-', label: 'stay.key.checkOut', when: allows('check-out') },
  move: { key: 'V', label: 'stay.key.move', when: allows('move') },
  persons: {
    key: 'A',
    label: 'stay.key.persons',
    when: (stay) => allows('check-in')(stay) || allows('check-out')(stay),
  },
  encode: { key: 'K', label: 'stay.key.encode', when: allows('move') },
  reverseCheckIn: { key: 'Alt+I', label: 'stay.key.reverseCheckIn', when: allows('reverse-check-in') },
  reverseCheckOut: { key: 'Alt+Z', label: 'stay.key.reverseCheckOut', when: allows('reverse-check-out') },
  feedback: { key: 'W', label: 'stay.key.noteFeedback', when: allows('feedback') },
} as const satisfies Acts<Of>

/** From everywhere: whoever waits longest of those whose room is ready is checked in. */
export const readyActs = { checkIn: { key: 'Ctrl+F2', label: 'stay.key.ready' } } as const satisfies Acts

/** On the profile of a guest. */
export const guestFeedbackActs = {
  feedback: { key: 'Alt+W', label: 'stay.key.noteFeedback' },
} as const satisfies Acts

/** What the page of a check-in does. */
export const checkInActs = {
  confirm: { key: 'Ctrl+Enter', label: 'stay.key.confirmIn' },
  room: { key: 'R', label: 'stay.key.room' },
  guests: { key: 'G', label: 'stay.key.guests' },
  persons: { key: 'A', label: 'stay.key.persons' },
  deposit: { key: 'D', label: 'stay.key.deposit' },
  hold: { key: 'H', label: 'stay.key.hold' },
  guarantee: { key: 'C', label: 'stay.key.guarantee' },
  wait: { key: 'Q', label: 'stay.key.queue' },
  sign: { key: 'S', label: 'stay.key.sign' },
  card: { key: 'P', label: 'stay.key.card' },
  booking: { key: 'B', label: 'stay.key.booking' },
} as const satisfies Acts

/** What the first guest who is asked something is asked. */
export const askActs = {
  still: { key: 'Y', label: 'stay.key.still', when: ({ told }) => told },
  consents: { key: 'O', label: 'stay.key.consents', when: ({ open }) => open },
} as const satisfies Acts<{ told: boolean; open: boolean }>

/** What the law asks, of the first guest who lacks something of it. */
export const registerActs = {
  details: { key: 'E', label: 'stay.key.details', when: ({ may }) => may },
  sheet: { key: 'M', label: 'stay.key.sheet', when: ({ minor }) => minor },
  type: { key: 'I', label: 'stay.key.typeDocument', when: ({ may }) => may },
} as const satisfies Acts<{ may: boolean; minor: boolean }>

/** What a guest answers to a consent. */
export const consentActs = {
  give: { key: '1', label: 'stay.key.give' },
  refuse: { key: '2', label: 'stay.key.refuse' },
} as const satisfies Acts

/** What a desk with a reader does beside. */
export const readerActs = { read: { key: 'U', label: 'stay.key.read' } } as const satisfies Acts

/** What the page of a check-out does. */
export const checkOutActs = {
  confirm: { key: 'Ctrl+Enter', label: 'stay.key.confirmOut' },
  booking: { key: 'B', label: 'stay.key.booking' },
  feedback: { key: 'F', label: 'stay.key.feedback' },
} as const satisfies Acts

/** Answers the first wish that is proposed as a preference. */
export const offerActs = {
  take: { key: 'Y', label: 'stay.key.takeOffer' },
  decline: { key: 'N', label: 'stay.key.declineOffer' },
} as const satisfies Acts

/** Charges what the time of coming or going costs. */
export const chargeActs = { charge: { key: 'T', label: 'stay.key.postCharge' } } as const satisfies Acts

/** Answers with yes what is asked, in the order of the questions. */
export const answerActs = {
  first: { key: '1', label: 'stay.key.answerFirst' },
  second: { key: '2', label: 'stay.key.answerSecond' },
  third: { key: '3', label: 'stay.key.answerThird' },
} as const satisfies Acts
