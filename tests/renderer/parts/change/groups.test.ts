import { describe, expect, it } from 'vitest'
import type { Change } from '#renderer/parts/change/describe-change.ts'
import { actorsOf, groupChanges } from '#renderer/parts/change/groups.ts'

/** `7/5`: row 7 of command 5; `7 in`, `7 out`, `7 wrong`: somebody came, went, mistyped. */
function row(text: string): Change {
  const [seq = '', what = ''] = text.split(/[/ ]/)
  const access = { in: 'access.signIn', out: 'access.signOut', wrong: 'access.signIn' }[what]
  return {
    seq: Number(seq),
    command: access ? Number(seq) : Number(what || seq),
    entity: access ? 'access' : 'booking',
    operation: access ?? 'booking.create',
    after: what === 'wrong' ? { wrongPassword: 'lina' } : {},
    actorName: what === 'out' ? 'Mei' : 'Ada',
    commandRows: null,
  } as unknown as Change
}
const told = (rows: string[], fold = false) =>
  groupChanges(rows.map(row), fold).map(({ kind, rows: of }) => [kind, ...of.map(({ seq }) => seq)])

describe('the log by what belongs together', () => {
  it('has the rows of a command in the order they were written', () => {
    expect(told(['9', '8/6', '7/6', '6/6', '5'])).toEqual([
      ['command', 9],
      ['command', 6, 7, 8],
      ['command', 5],
    ])
  })

  it('keeps the newest rows of a long command as they are, with how many there are', () => {
    const rows = ['9/2', '8/2'].map((text) => ({ ...row(text), commandRows: 8 }))
    expect(groupChanges(rows)).toMatchObject([{ total: 8, rows: [{ seq: 9 }, { seq: 8 }] }])
  })

  it.each([
    [
      ['9 in', '8 out', '7 in', '6'],
      [
        ['signIns', 9, 8, 7],
        ['command', 6],
      ],
    ],
    // One alone is no run, and a change between ends it
    [
      ['9 in', '8', '7 out', '6 in'],
      [
        ['command', 9],
        ['command', 8],
        ['signIns', 7, 6],
      ],
    ],
    // A wrong password is to be seen
    [
      ['9 in', '8 in', '7 wrong', '6 in'],
      [
        ['signIns', 9, 8],
        ['command', 7],
        ['command', 6],
      ],
    ],
    [[], []],
  ])('folds sign-ins that follow each other: %j', (rows, expected) => {
    expect(told(rows, true)).toEqual(expected)
  })

  it('leaves them as they are where each is wanted', () => {
    expect(told(['9 in', '8 out'])).toEqual([
      ['command', 9],
      ['command', 8],
    ])
  })

  it('names who came and went once', () => {
    expect(actorsOf(['9 in', '8 out', '7 in'].map(row))).toEqual(['Ada', 'Mei'])
  })
})
