import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entityKinds } from '#shared/contract/operation.ts'
import { loggedFields, personalFieldsOf, splitPersonal } from '#shared/domain/log/personal-fields.ts'
import { fieldName } from '#shared/i18n/index.ts'

describe('what is personal in the log', () => {
  test('every kind of thing that is logged has its list, and every field one class', () => {
    const logged = entityKinds.filter((kind) => kind !== 'job' && kind !== 'insight')
    expect(Object.keys(loggedFields).sort()).toEqual([...logged].sort())
    for (const classes of Object.values(loggedFields))
      expect(new Set(['open', 'personal', ...Object.values(classes)])).toEqual(new Set(['open', 'personal']))
  })

  test.each([
    ['guest', 'nativeName birthDate contacts documents notes alerts preferences tags consents'],
    ['booking', 'comment cancelReason source'],
    ['request', 'text reason'],
    ['membership', 'number tiers'],
    ['user', 'name'],
  ])('of a %s: %s', (entity, fields) => {
    expect(personalFieldsOf(entity)).toEqual(expect.arrayContaining(fields.split(' ')))
  })

  test('states, dates, rates, rooms and ids of a booking stay', () => {
    const personal = personalFieldsOf('booking')
    for (const field of [
      'status',
      'arrival',
      'departure',
      'nights',
      'roomTypeId',
      'ratePlanId',
      'guestId',
      'companions',
    ])
      expect(personal).not.toContain(field)
  })
})

describe('an image taken apart', () => {
  test('has each field in one of both, and together they are the image', () => {
    const fields = [...Object.keys(loggedFields.booking!), 'a field of a later version', '__proto__']
    const value = fc.oneof(
      fc.string(),
      fc.constant(null),
      fc.constant(''),
      fc.constant({}),
      fc.constant({ a: 1 }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), value), (image) => {
        const { open, personal } = splitPersonal('booking', image)
        const names = [...Object.keys(open ?? {}), ...Object.keys(personal ?? {})]
        expect(names.sort()).toEqual(Object.keys(image).sort())
        expect({ ...open, ...personal }).toEqual(image)
        for (const [field, own] of Object.entries(image)) {
          const isEmpty = own === null || own === '' || Object.keys(own as object).length === 0
          const mayStay = loggedFields.booking![field] === 'open' || isEmpty
          expect(mayStay || Object.hasOwn(personal ?? {}, field), field).toBe(true)
        }
      }),
    )
  })

  test('what no list names, and a kind that none names, is personal', () => {
    expect(splitPersonal('booking', { status: 'confirmed', hobby: 'golf' })).toEqual({
      open: { status: 'confirmed' },
      personal: { hobby: 'golf' },
    })
    expect(splitPersonal('visitor', { name: 'Li' })).toEqual({ open: {}, personal: { name: 'Li' } })
    // A name that every object has is no field of a list.
    expect(splitPersonal('booking', { constructor: 'Li' })).toEqual({
      open: {},
      personal: { constructor: 'Li' },
    })
  })

  test('is all open where nothing personal says anything', () => {
    const image = { status: 'confirmed', comment: '', cancelReason: null, source: null }
    expect(splitPersonal('booking', image)).toEqual({ open: image, personal: null })
    expect(splitPersonal('guest', null)).toEqual({ open: null, personal: null })
    expect(splitPersonal('guest', {})).toEqual({ open: {}, personal: null })
  })
})

test('every field that the log keeps is called by a name in both languages', () => {
  const fields = new Set(Object.values(loggedFields).flatMap((classes) => Object.keys(classes)))
  const isBare = (field: string) => (['en', 'zh'] as const).some((one) => fieldName([field], one) === field)
  expect(fields.size).toBeGreaterThan(200)
  expect([...fields].filter(isBare)).toEqual([])
})
