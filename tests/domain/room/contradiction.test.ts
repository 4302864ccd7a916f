import { describe, expect, test } from 'vitest'
import {
  type Contradiction,
  contradictionOf,
  type RoomsAsked,
  type WishedFeature,
} from '#shared/domain/room/contradiction.ts'
import { featureOfPreference, featureOfRequest } from '#shared/domain/room/fit.ts'

const room = (...features: string[]) => ({ features })
const king = room('king', 'high-floor')
const lowKing = room('king', 'low-floor', 'quiet')
const twin = room('twin', 'smoking')
const plain = room()
const kings: RoomsAsked = { all: [king, lowKing, twin], ofType: [king, lowKing], free: null, chosen: null }
const wants = (feature: WishedFeature['feature'], wanted = true) => ({ feature, wanted })

test.each<[string, WishedFeature, Partial<RoomsAsked>, Contradiction | null]>([
  ['twin beds in a king room', wants('twin'), {}, 'type'],
  ['a king bed in a king room', wants('king'), {}, null],
  ['smoking where no room of the type allows it', wants('smoking'), {}, 'type'],
  ['no smoking where every room of the type is for it', wants('smoking', false), { ofType: [twin] }, 'type'],
  ['no smoking in another', wants('smoking', false), {}, null],
  ['a high floor while one is free', wants('high-floor'), { free: [king] }, null],
  ['a high floor when none is left', wants('high-floor'), { free: [lowKing] }, 'free'],
  ['a high floor when nothing is free', wants('high-floor'), { free: [] }, 'free'],
  ['a high floor in a room lower down', wants('high-floor'), { chosen: lowKing, free: [king] }, 'room'],
  ['a high floor in a room up there', wants('high-floor'), { chosen: king, free: [] }, null],
  ['a middle floor where floors are noted', wants('medium-floor'), {}, 'type'],
  ['what no room of the hotel is noted for', wants('accessible'), {}, null],
  ['what rooms of another type are noted for', wants('accessible'), { all: [room('accessible')] }, 'type'],
  ['beds where none are noted', wants('twin'), { all: [plain], ofType: [plain] }, null],
  ['a type without rooms', wants('twin'), { ofType: [] }, null],
])('%s', (_what, wish, over, answer) => {
  expect(contradictionOf(wish, { ...kings, ...over })).toBe(answer)
})

describe('what a wish asks of the room', () => {
  test.each([
    ['smoking', 'non-smoking', { feature: 'smoking', wanted: false }],
    ['smoking', 'smoking', { feature: 'smoking', wanted: true }],
    ['bed', 'twin', { feature: 'twin', wanted: true }],
    ['room-feature', 'view', { feature: 'view', wanted: true }],
    ['room-feature', 'crib', null],
    ['pillow', 'soft', null],
    ['hobby', 'golf', null],
  ])('%s %s', (group, value, answer) => {
    expect(featureOfPreference(group, value)).toEqual(answer)
  })
  test('a request by its kind', () => {
    const of = (kind: string, text = '') => featureOfRequest({ kind, text })
    expect([of('quiet'), of('crib'), of('other', 'view'), of('other', 'non-smoking')]).toEqual([
      { feature: 'quiet', wanted: true },
      null,
      { feature: 'view', wanted: true },
      { feature: 'smoking', wanted: false },
    ])
    expect(of('other', 'a desk lamp')).toBeNull()
  })
})
