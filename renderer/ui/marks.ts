import type { ColourName } from '#renderer/base/theme/tokens.ts'

/**
 * The one table of marks: a mark has one meaning on every screen, and a shape that no other has, so that it reads in
 * grey, in print, to the colour-blind and under forced colours (tests/renderer/ui/marks.test.ts). A state's word is
 * shell.mark.<name>. Paths are on a square of twelve; `fill` is filled by the even-odd rule, `line` is drawn.
 */
export type Drawing = { fill?: string; line?: string; width?: number; dash?: string }
type Family = 'booking' | 'stay' | 'room' | 'request' | 'answer' | 'fact' | 'notice' | 'insight' | 'system'
type MarkRow = { family: Family; colour: ColourName; drawing: Drawing }

const RING = 'M6 2a4 4 0 1 1 0 8a4 4 0 1 1 0-8z'
const DISC = 'M6 1.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 1 1 0-9.2z'
const BOX = 'M2 2h8v8H2z'
const BLOCK = 'M1.4 1.4h9.2v9.2H1.4z'
/** Left open in what is filled. */
const CROSS_IN = 'M6 5L7.8 3.2l1 1L7 6l1.8 1.8-1 1L6 7 4.2 8.8l-1-1L5 6 3.2 4.2l1-1z'
const CHECK = 'M1.8 6.4l2.8 3L10.2 3'

export const marks = {
  enquiry: of('booking', 'violet', {
    line: 'M3.6 4.2a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.8-1.2 1.6',
    width: 1.7,
    fill: 'M6 9.4a1 1 0 1 1 0 2a1 1 0 1 1 0-2z',
  }),
  waitlisted: of('booking', 'amber', { line: RING, dash: '2.6 1.8', width: 1.8 }),
  confirmed: of('booking', 'blue', { line: RING, width: 1.8 }),
  'in-house': of('booking', 'green', { fill: DISC }),
  'checked-out': of('booking', 'grey', { line: RING, width: 1.8, fill: 'M6 2a4 4 0 0 1 0 8z' }),
  cancelled: of('booking', 'grey', { fill: `M6 .6a5.4 5.4 0 1 1 0 10.8a5.4 5.4 0 1 1 0-10.8z${CROSS_IN}` }),
  'no-show': of('booking', 'rust', { line: `${RING}M1.2 10.8l9.6-9.6`, width: 1.8 }),

  'due-in': of('stay', 'blue', { line: 'M1 6h7M5.2 2.8L8.4 6 5.2 9.2M10.8 1.5v9', width: 1.7 }),
  'due-out': of('stay', 'amber', { line: 'M3.6 6h7M7.6 2.8L10.8 6 7.6 9.2M1.2 1.5v9', width: 1.7 }),
  'stay-over': of('stay', 'green', { line: 'M1.5 6h9', width: 3.4 }),
  late: of('stay', 'rust', { line: `${RING}M6 3.6V6l1.7 1.2`, width: 1.4 }),
  // A bell that has rung
  'past-hold': of('stay', 'rust', {
    fill: 'M6 1a3.4 3.4 0 0 1 3.4 3.4v3.2l1.2 1.8H1.4l1.2-1.8V4.4A3.4 3.4 0 0 1 6 1zM4.6 10.2h2.8v1.2H4.6z',
  }),
  overdue: of('stay', 'rust', {
    line: 'M2.4 1.1h7.2M2.4 10.9h7.2M3.3 1.1c0 4 5.4 5.8 5.4 9.8M8.7 1.1c0 4-5.4 5.8-5.4 9.8',
    width: 1.3,
  }),
  'day-use': of('stay', 'grey', {
    fill: 'M6 3.6a2.4 2.4 0 1 1 0 4.8a2.4 2.4 0 1 1 0-4.8z',
    line: 'M6 .6v1.5M6 9.9v1.5M.6 6h1.5M9.9 6h1.5M2.2 2.2l1 1M8.8 8.8l1 1M2.2 9.8l1-1M8.8 3.2l1-1',
    width: 1.2,
  }),
  'early-departure': of('stay', 'rust', { line: 'M2.2 9.8l7-7M4.2 2.4h5.4v5.4', width: 1.8 }),
  'late-cancel': of('stay', 'rust', { fill: `M.8 .8h10.4v10.4H.8z${CROSS_IN}` }),

  clean: of('room', 'green', {
    fill: 'M6 .6C6.4 4.4 7.6 5.6 11.4 6 7.6 6.4 6.4 7.6 6 11.4 5.6 7.6 4.4 6.4.6 6 4.4 5.6 5.6 4.4 6 .6z',
  }),
  dirty: of('room', 'amber', { fill: 'M6 1.2C8 4 9.6 5.6 9.6 7.6a3.6 3.6 0 0 1-7.2 0C2.4 5.6 4 4 6 1.2z' }),
  pickup: of('room', 'violet', {
    line: 'M10.6 1.4L6.4 5.6',
    width: 1.5,
    fill: 'M5 4.2l2.8 2.8-2 4.2L.8 6.2z',
  }),
  inspected: of('room', 'blue', { line: 'M.8 6.6l2.3 2.6 4-5.8M6 9.2l5-6', width: 1.6 }),
  'out-of-order': of('room', 'rust', { line: `${BOX}M2 10l8-8`, width: 1.6 }),
  'out-of-service': of('room', 'grey', { line: 'M3.6 2v8M8.4 2v8', width: 2.4 }),
  vacant: of('room', 'grey', { line: BOX, width: 1.8 }),
  occupied: of('room', 'green', { fill: BLOCK }),

  'promised-twice': of('room', 'wrong', { fill: 'M1.2 1.2h6v6h-6zM4.8 4.8h6v6h-6z' }),

  open: of('request', 'amber', { line: 'M2.8 .8v10.4M2.8 1.8h6.8L7.6 4.3l2 2.5H2.8', width: 1.5 }),
  acknowledged: of('request', 'blue', {
    line: 'M.8 6C2.4 3.4 4 2.4 6 2.4S9.6 3.4 11.2 6C9.6 8.6 8 9.6 6 9.6S2.4 8.6.8 6z',
    width: 1.3,
    fill: 'M6 4.4a1.6 1.6 0 1 1 0 3.2a1.6 1.6 0 1 1 0-3.2z',
  }),
  done: of('request', 'green', { line: 'M10.2 6v4.4H1.6V1.8h5.6M3.8 5l2.2 2.6L11 1.6', width: 1.5 }),
  declined: of('request', 'grey', { line: `${BOX}M.2 6h11.6`, width: 1.7 }),

  yes: of('answer', 'green', { line: CHECK, width: 2 }),
  no: of('answer', 'grey', { line: 'M2.5 2.5l7 7M9.5 2.5l-7 7', width: 1.9 }),
  'not-asked': of('answer', 'grey', { fill: 'M.6 5h2v2h-2zM5 5h2v2H5zM9.4 5h2v2h-2z' }),

  sure: of('fact', 'ink3', { line: 'M2 4.4h8M2 7.6h8', width: 1.6 }),
  'to-check': of('fact', 'warn', {
    line: 'M4.9 1.4a3.4 3.4 0 1 1 0 6.8a3.4 3.4 0 1 1 0-6.8zM7.4 7.4l3.4 3.4',
    width: 1.6,
  }),
  'looked-at': of('fact', 'ink3', { line: 'M2.4 4.8l2.6 2.7L9.8 1.4M1.4 10.6h9.2', width: 1.6 }),
  typed: of('fact', 'ink3', { line: 'M1.5 10.5l.7-2.8 6-6 2.1 2.1-6 6z', width: 1.3 }),

  incognito: of('notice', 'wrong', { line: 'M.6 6Q6 .4 11.4 6Q6 11.6 .6 6zM1.4 11L10.6 1', width: 1.3 }),
  warning: of('notice', 'warn', { fill: 'M6 1.4l5 9H1z' }),
  blocking: of('notice', 'wrong', { fill: 'M4 .8h4L11.2 4v4L8 11.2H4L.8 8V4zM3 5.1v1.8h6V5.1z' }),

  // What Insight says of an arrival: hold on to the guest, perhaps nobody comes, a guest who matters
  keep: of('insight', 'warn', { line: 'M1.2 3l3.4 4.2 2-2 4 4.4M7.4 9.8h3.4V6.4', width: 1.6 }),
  unsure: of('insight', 'warn', { line: 'M.8 7C2.4 3.6 4.2 3.6 6 6s3.6 2.4 5.2-1', width: 1.8 }),
  'key-guest': of('insight', 'ink3', { fill: 'M6 .8L11.2 6 6 11.2 .8 6z' }),

  live: of('system', 'green', { line: 'M2 10.6V8M6 10.6V5M10 10.6V1.6', width: 2.2 }),
  'cut-off': of('system', 'grey', { line: 'M2 10.6V8M5 9.8h2M9 9.8h2', width: 2 }),
  whole: of('system', 'green', {
    line: 'M6 1.3l4.2 1.5v3c0 2.5-1.7 4.2-4.2 5.1-2.5-.9-4.2-2.6-4.2-5.1v-3zM4 6l1.5 1.7L8.2 4.4',
    width: 1.3,
  }),
} as const satisfies Record<string, MarkRow>

export type MarkName = keyof typeof marks

/** Signs within text and tables, each with the one thing it says. */
export const signs = {
  added: '+',
  removed: '−',
  changed: '≠',
  same: '=',
  leftOut: '✕',
  remark: '•',
  becomes: '→',
  atLeast: '≥',
  atMost: '≤',
  useful: '▲',
  notUseful: '▼',
  forwarded: '⇄',
  taken: '✓',
} as const

/** True for a state that has its mark. */
export function isMark(name: string): name is MarkName {
  return Object.hasOwn(marks, name)
}

function of(family: Family, colour: ColourName, drawing: Drawing): MarkRow {
  return { family, colour, drawing }
}
