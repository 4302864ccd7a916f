import { describe, expect, it } from 'vitest'
import type { Change } from '#renderer/parts/change/describe-change.ts'
import {
  actorText,
  changeTitle,
  isErased,
  saysNothing,
  undoWords,
  withUndo,
} from '#renderer/parts/change/describe-change.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import type { Language, Params } from '#shared/i18n/types.ts'

const say = (language: Language) => (key: Key, params?: Params) => words(language, key, params)
const row = (seq: number, command: number, more: Partial<Change> = {}): Change =>
  ({
    seq,
    command,
    operation: 'booking.create',
    entity: 'booking',
    before: null,
    after: {},
    undoable: true,
    ...more,
  }) as Change

/** Newest first, as the log is read: a booking with two requests, an edit before it. */
const listed = [
  row(12, 10, { entity: 'request' }),
  row(11, 10, { entity: 'request' }),
  row(10, 10),
  row(9, 9, { operation: 'guest.update', entity: 'guest', before: {} }),
]

describe('an undo', () => {
  it('stands once for a command, at the row it began with', () => {
    expect(withUndo(listed).map(({ seq, undoable }) => [seq, undoable])).toEqual([
      [12, false],
      [11, false],
      [10, true],
      [9, true],
    ])
  })

  it.each([
    [listed, 10, 'Undo new booking and 2 requests', '撤回新建预订及 2 项要求'],
    [listed, 9, 'Undo', '撤销'],
    [[row(10, 10)], 10, 'Undo new booking', '撤回新建预订'],
    [
      [row(6, 5, { entity: 'request', before: {} }), row(5, 5, { before: {} })],
      5,
      'Undo all 2 changes',
      '撤销全部 2 项变更',
    ],
    // The booking itself is not listed: a filter, or the next page
    [[row(12, 10, { entity: 'request' })], 12, 'Undo all of “Booking created”', '撤销整个操作“已新建预订”'],
  ])('says what goes', (rows, seq, english, chinese) => {
    const told = withUndo(rows).find((one) => one.seq === seq)!
    expect(undoWords(told, say('en'), 'en')).toBe(english)
    expect(undoWords(told, say('zh'), 'zh')).toBe(chinese)
  })
})

describe('a row’s title', () => {
  it.each([
    [row(1, 1), 'Booking created', '已新建预订'],
    [row(1, 1, { entity: 'request' }), 'Request added', '已新增要求'],
    [
      row(1, 1, {
        operation: 'booking.changeDates',
        entity: 'request',
        before: { dueOn: '2026-03-02', version: 1 },
        after: { dueOn: '2026-03-03', version: 2 },
      }),
      'Request due date moved',
      '特殊要求完成时限已改',
    ],
    [
      row(1, 1, {
        operation: 'booking.cancel',
        entity: 'request',
        before: { status: 'open' },
        after: { status: 'declined' },
      }),
      'Request declined',
      '特殊要求已婉拒',
    ],
    [
      row(1, 1, {
        operation: 'request.advance',
        entity: 'request',
        before: { status: 'declined' },
        after: { status: 'open' },
      }),
      'Request reopened',
      '特殊要求已重新打开',
    ],
    [
      row(1, 1, {
        operation: 'access.signIn',
        entity: 'access',
        after: { wrongPassword: 'lina', attempt: 1 },
      }),
      'Wrong password',
      '密码错误',
    ],
    [row(1, 1, { operation: 'change.undo', entity: 'request', before: {}, after: null }), 'Undone', '已撤销'],
  ])('says what happened to the row’s own thing', (change, english, chinese) => {
    expect(changeTitle(change, say('en'), 'en')).toBe(english)
    expect(changeTitle(change, say('zh'), 'zh')).toBe(chinese)
  })
})

describe('who did it', () => {
  it('is named with the system’s user who acted as one of the hotel’s on the command line', () => {
    const by = (workstation: string) => actorText({ actorName: 'Mei Lin', workstation })
    expect(by('FRONT-1/desktop')).toBe('Mei Lin')
    expect(by('FRONT-1/cli')).toBe('Mei Lin')
    expect(by('FRONT-1/cli (jan)')).toBe('Mei Lin (jan)')
  })
})

describe('an erased value', () => {
  const cancelled = {
    state: 'erased',
    before: { cancelReason: null, status: 'confirmed' },
    after: { status: 'cancelled' },
  } as const

  it('is the one that the other side still has the field of', () => {
    expect(isErased(cancelled, 'after', 'cancelReason')).toBe(true)
    expect(isErased(cancelled, 'before', 'cancelReason')).toBe(false)
    expect(isErased(cancelled, 'after', 'status')).toBe(false)
  })

  it('is in no change that is whole, and on no side that did not exist', () => {
    expect(isErased({ ...cancelled, state: 'whole' }, 'after', 'cancelReason')).toBe(false)
    expect(isErased({ ...cancelled, before: null }, 'before', 'status')).toBe(false)
  })
})

describe('a further row of a command', () => {
  const first = row(1, 1, {
    operation: 'stay.checkIn',
    state: 'whole',
    label: 'KR-1',
    reason: null,
    whom: null,
  })
  const stay = { ...first, seq: 2, entity: 'stay' as const, before: {}, after: {} }
  it.each([
    ['nothing new', stay, true],
    ['a field', { ...stay, after: { keys: 2 } }, false],
    ['another booking', { ...stay, label: 'KR-2' }, false],
    ['another guest', { ...stay, whom: { guestId: 3 as never, name: 'Li Na' } }, false],
    ['a reason of its own', { ...stay, reason: 'late' }, false],
    ['that it was erased', { ...stay, state: 'erased' as const }, false],
    ['another act', { ...stay, entity: 'guest' as const, before: null }, false],
  ])('says %s', (_what, change, nothing) => {
    expect(saysNothing(change as Change, first, say('en'), 'en')).toBe(nothing)
  })
})
