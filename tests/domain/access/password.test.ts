import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonPasswords } from '#core/access/password-list.ts'
import { weaknessOf } from '#shared/domain/access/password.ts'

const listed = commonPasswords()
const names = ['lina', 'Lina Chen', '海鸥饭店', 'Seagull Hotel']
const weakness = (password: string) => weaknessOf(password, names, (text) => listed.has(text))

test.each([
  ['12345678', 'common'],
  ['1234567890', 'common'],
  ['87654321', 'common'],
  ['abcdefgh', 'common'],
  ['00000000', 'common'],
  ['88888888', 'common'],
  ['abcabcabc', 'common'],
  ['12121212', 'common'],
  ['１２３４５６７８', 'common'],
  ['password', 'common'],
  ['Password123', 'common'],
  ['P@ssw0rd', 'common'],
  ['qwertyuiop', 'common'],
  ['1qaz2wsx', 'common'],
  ['Summer2026!', 'common'],
  ['woaini1314', 'common'],
  ['dragon1987', 'common'],
  ['iloveyou', 'common'],
  ['keyrack-demo', 'names'],
  ['Keyrack2026', 'names'],
  ['lina1234', 'names'],
  ['Lina.Chen', 'names'],
  ['anil2026', 'names'],
  ['seagull-hotel', 'names'],
  ['SeagullHotel88', 'names'],
  ['海鸥饭店2026', 'names'],
  ['hotel2026', 'names'],
  ['酒店前台8888', 'names'],
  ['correct horse', null],
  ['a long one', null],
  ['lina likes old trains', null],
  ['Tq7-vandoor', null],
  ['seagulls at the window', null],
  ['8fjK2mxQ', null],
  ['密码要长一些才好', null],
])('%s: %s', (password, weak) => {
  expect(weakness(password)).toBe(weak)
})

test('every listed password is refused in capitals too; a drawn one never is', () => {
  for (const one of [...listed].filter((text) => text.length >= 8)) {
    if (weakness(one.toUpperCase()) === null) throw new Error(one)
  }
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = fc.string({ unit: fc.constantFrom(...letters), minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(fc.tuple(group, group, group, group), (groups) => {
      expect(weakness(groups.join('-'))).toBeNull()
    }),
  )
})
