/** The form of a new booking: the last stay, wishes that can't be met, the ways out where a type is sold out. */
export const newBooking = {
  contradicts: {
    type: 'no {{type}} room is like that',
    free: 'no {{type}} room like that is free',
    room: 'room {{room}} is not like that',
  },
  lastTime: {
    take: 'As last time',
    none: 'No earlier stay',
    lacks: 'Not as last time',
    lack: {
      TYPE_NOT_SOLD: 'Room type {{roomType}} is no longer sold.',
      TYPE_SOLD_OUT: '{{roomType}} is sold out:',
      PLAN_NONE: 'The last stay had no rate plan.',
      PLAN_NOT_SOLD: 'Rate plan {{plan}} is no longer sold.',
      ROOM_GONE: 'Room {{room}} is no longer in use.',
      ROOM_OTHER_TYPE: 'Room {{room}} is another type than was charged.',
      ROOM_OUT_OF_SERVICE: 'Room {{room}} is out of service.',
      ROOM_TAKEN: 'Room {{room}} is taken:',
    },
  },
  out: {
    nights: '{{type}} is sold out:',
    types: 'Other types',
    noTypes: 'No other type is free on all these nights.',
    dates: 'Other dates',
    noDates: 'Nothing of this type within a week either way.',
    left_one: '{{count}} left',
    left_other: '{{count}} left',
    same: 'same price',
    waiting: 'takes no room until it is confirmed;',
  },
}
