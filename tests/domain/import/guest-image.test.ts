import { describe, expect, test } from 'vitest'
import { documentsOf, guestImageOf, withFurther } from '#shared/domain/import/guest-image.ts'
import { type ImportedGuest, unnamedGuest } from '#shared/domain/import/row.ts'
import type { BusinessDate } from '#shared/values/index.ts'

function ids() {
  let next = 0
  return { contact: () => ++next, document: () => ++next }
}
const guest = (more: Partial<ImportedGuest>): ImportedGuest => ({
  ...unnamedGuest,
  nativeName: 'Anna Probe',
  ...more,
})

/** The guest of one row, with what another row adds. */
function together(one: Partial<ImportedGuest>, other: Partial<ImportedGuest>) {
  const numbers = ids()
  const first = guest(one)
  const image = guestImageOf(first, documentsOf(first), '2026-03-02T00:00:00Z', numbers)
  const second = guest(other)
  return { image, next: withFurther(image, second, documentsOf(second), numbers) }
}
const contacts = (image: { contacts: object }) =>
  Object.values(image.contacts).map(({ kind, value, primary }) => `${kind} ${value}${primary ? ' *' : ''}`)

describe('another row of a guest', () => {
  test('adds its telephones and e-mails as further contacts; the first ones stay the main ones', () => {
    const { next } = together(
      { phone: '+8613800138000', email: 'a@example.com' },
      {
        phone: '+8613900139000',
        furtherPhones: ['+861065556666', '+8613800138000'],
        email: 'b@example.com',
        furtherEmails: ['x.1@guest.booking.com'],
      },
    )
    expect(contacts(next)).toEqual([
      'mobile +8613800138000 *',
      'email a@example.com *',
      'mobile +8613900139000',
      'phone +861065556666 *',
      'email b@example.com',
      'email x.1@guest.booking.com',
    ])
    expect(Object.values(next.contacts).map(({ agencyMasked }) => agencyMasked)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ])
  })

  test('fills what is empty, and overwrites nothing', () => {
    const { next } = together(
      { nationality: 'DEU', gender: '' },
      {
        nationality: 'FRA',
        gender: 'female',
        birthDate: '1990-05-06' as BusinessDate,
        language: 'de',
        tag: 'VIP',
      },
    )
    expect(next).toMatchObject({
      nationality: 'DEU',
      gender: 'female',
      birthDate: '1990-05-06',
      language: 'de',
      tags: { VIP: true },
    })
  })

  test.each([
    [
      { nativeName: '张伟' },
      { nativeName: '', familyName: 'Zhang', givenName: 'Wei' },
      ['张伟', 'Zhang', 'Wei'],
    ],
    [
      { nativeName: '', familyName: 'Zhang', givenName: 'Wei' },
      { nativeName: '张伟' },
      ['张伟', 'Zhang', 'Wei'],
    ],
    // The same name in one cell and in two is not kept twice.
    [
      { nativeName: 'Anna Probe' },
      { nativeName: '', familyName: 'Probe', givenName: 'Anna' },
      ['Anna Probe', '', ''],
    ],
    [
      { nativeName: '', familyName: 'Probe', givenName: 'Anna' },
      { nativeName: 'Anna Probe' },
      ['', 'Probe', 'Anna'],
    ],
    [{ nativeName: '' }, { nativeName: 'Anna Probe' }, ['Anna Probe', '', '']],
  ])('%j and %j are called %j', (one, other, [nativeName, familyName, givenName]) => {
    expect(together(one, other).next).toMatchObject({ nativeName, familyName, givenName, unnamed: false })
  })

  test('adds its document, once', () => {
    const permit = { kind: 'hk-macau-permit', number: 'H12345678' } as const
    const { next } = together(
      { passportNo: 'C01X00T47' },
      { passportNo: 'C01X00T47', nationality: 'DEU', permit },
    )
    expect(Object.values(next.documents).map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'passport C01X00T47',
      'hk-macau-permit H12345678',
    ])
  })

  test('that says nothing more leaves the guest as it is', () => {
    const same = { phone: '+8613800138000', email: 'a@example.com', tag: 'VIP', passportNo: 'C01X00T47' }
    const { image, next } = together(same, same)
    expect(next).toBe(image)
  })
})
