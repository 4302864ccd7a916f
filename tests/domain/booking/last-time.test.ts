import { expect, test } from 'vitest'
import { asLastTime, type LastStay, type LastTimeFacts } from '#shared/domain/booking/last-time.ts'
import { day, id } from './support.ts'

const stay: LastStay = { chargedRoomTypeId: id(1), ratePlanId: id(1), roomId: id(11) }
const facts: LastTimeFacts = {
  type: { code: 'T1', active: true },
  soldOutOn: null,
  plan: { code: 'P1', active: true },
  room: { number: '11', roomTypeId: id(1), active: true, outOfService: false },
  takenOn: null,
}
const all = { roomTypeId: 1, ratePlanId: 1, roomId: 11, lacks: [] as object[] }
const lack = (code: string, params: object = {}) => [{ code, params }]
const room = (over: object) => ({ room: { ...facts.room, ...over } as LastTimeFacts['room'] })

test.each<[string, Partial<LastStay>, Partial<LastTimeFacts>, Partial<typeof all>]>([
  ['all of it', {}, {}, {}],
  ['no room was given', { roomId: null }, { room: undefined }, { roomId: null as never }],
  [
    'a type no longer sold, and with it its room',
    {},
    { type: { code: 'T1', active: false } },
    { roomTypeId: null as never, roomId: null as never, lacks: lack('TYPE_NOT_SOLD', { roomType: 'T1' }) },
  ],
  [
    'a type that is sold out stays asked for',
    {},
    { soldOutOn: day(3) },
    { lacks: lack('TYPE_SOLD_OUT', { roomType: 'T1', night: day(3) }) },
  ],
  [
    'an import without a plan',
    { ratePlanId: null },
    { plan: undefined },
    { ratePlanId: null as never, lacks: lack('PLAN_NONE') },
  ],
  [
    'a plan no longer sold',
    {},
    { plan: { code: 'P1', active: false } },
    { ratePlanId: null as never, lacks: lack('PLAN_NOT_SOLD', { plan: 'P1' }) },
  ],
  ['a room no longer let', {}, room({ active: false }), gone('ROOM_GONE')],
  ['a room of another type: an upgrade', {}, room({ roomTypeId: 2 }), gone('ROOM_OTHER_TYPE')],
  ['a room out of service', {}, room({ outOfService: true }), gone('ROOM_OUT_OF_SERVICE')],
  ['a room that another has', {}, { takenOn: day(2) }, gone('ROOM_TAKEN', { night: day(2) })],
])('%s', (_what, over, known, answer) => {
  expect(asLastTime({ ...stay, ...over }, { ...facts, ...known })).toEqual({ ...all, ...answer })
})

function gone(code: string, params: object = {}) {
  return { roomId: null as never, lacks: lack(code, { room: '11', ...params }) }
}
