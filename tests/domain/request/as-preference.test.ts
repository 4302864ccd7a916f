import fc from 'fast-check'
import { expect, test } from 'vitest'
import { preferenceGroups, preferenceRules } from '#shared/domain/guest/preferences.ts'
import { type LastingWish, preferenceOfWish, proposalsOf } from '#shared/domain/request/as-preference.ts'
import { newRequest, type RequestImage } from '#shared/domain/request/image.ts'
import { requestKinds, requestOfPreference } from '#shared/domain/request/request.ts'

const author = { moment: '2026-03-02T12:00:00Z', actor: 'ada' }
function wish(kind: RequestImage['kind'], over: Partial<RequestImage> = {}): RequestImage {
  const asked = {
    kind,
    text: '',
    department: 'front-office',
    dueOn: '2026-03-02' as never,
    dueTime: null,
  } as const
  return { ...newRequest(1 as never, asked, author, false), status: 'done', ...over }
}

test('a preference that became a request becomes the same preference again', () => {
  for (const group of preferenceGroups) {
    for (const value of preferenceRules[group].values) {
      const { kind, text } = requestOfPreference(group, value)
      const back = preferenceOfWish({ kind, text })
      expect(back && requestOfPreference(back.group, back.value)).toMatchObject({ kind, text })
    }
  }
})

test.each([
  ['crib', '', { group: 'room-feature', value: 'crib' }],
  ['high-floor', 'not above the 20th', { group: 'floor', value: 'high' }],
  ['other', 'memory-foam', { group: 'pillow', value: 'memory-foam' }],
  ['other', ' Two robes ', { group: 'other', value: 'Two robes' }],
  ['other', '', null],
  ['other', 'x'.repeat(81), null],
] as const)('%s “%s” is %j', (kind, text, expected) => {
  expect(preferenceOfWish({ kind, text })).toEqual(expected)
})

test.each<[string, RequestImage[], LastingWish[], RequestImage[], [string, string[]][]]>([
  [
    'what was met',
    [wish('crib'), wish('king')],
    [],
    [],
    [
      ['crib', []],
      ['king', []],
    ],
  ],
  [
    'nothing that is open or declined',
    [wish('crib', { status: 'open' }), wish('king', { status: 'declined' })],
    [],
    [],
    [],
  ],
  ['nothing that came from a preference', [wish('crib', { fromPreference: true })], [], [], []],
  [
    'nothing that was answered',
    [wish('crib', { asPreference: 'declined' }), wish('king', { asPreference: 'taken' })],
    [],
    [],
    [],
  ],
  ['nothing that the guest has', [wish('crib')], [{ group: 'room-feature', value: 'crib' }], [], []],
  ['nothing that was declined before', [wish('crib')], [], [wish('crib')], []],
  ['what gives way', [wish('high-floor')], [{ group: 'floor', value: 'low' }], [], [['high', ['low']]]],
  [
    'an opposite gives way',
    [wish('near-elevator')],
    [{ group: 'room-feature', value: 'away-from-elevator' }],
    [],
    [['near-elevator', ['away-from-elevator']]],
  ],
  ['each once', [wish('crib'), wish('crib')], [], [], [['crib', []]]],
  [
    'nothing for a full group',
    [wish('other', { text: 'latex' })],
    [
      { group: 'pillow', value: 'soft' },
      { group: 'pillow', value: 'firm' },
    ],
    [],
    [],
  ],
])('proposes %s', (_what, requests, preferences, declined, expected) => {
  const proposed = proposalsOf(requests, preferences, declined)
  expect(proposed.map(({ value, replaces }) => [value, replaces])).toEqual(expected)
})

test('whatever was asked, what is proposed is new to the guest and has room', () => {
  const request = fc
    .record({ kind: fc.constantFrom(...requestKinds), text: fc.constantFrom('', 'latex', 'robes') })
    .map(({ kind, text }) => wish(kind, { text }))
  const preference = fc
    .constantFrom(...preferenceGroups)
    .filter((group) => preferenceRules[group].values.length > 0)
    .chain((group) =>
      fc.constantFrom(...preferenceRules[group].values).map((value): LastingWish => ({ group, value })),
    )
  fc.assert(
    fc.property(fc.array(request), fc.array(preference, { maxLength: 6 }), (requests, preferences) => {
      for (const { group, value } of proposalsOf(requests, preferences, []))
        expect(preferences).not.toContainEqual({ group, value })
    }),
  )
})
