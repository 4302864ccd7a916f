import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchUsers } from '#shared/domain/access/match-users.ts'
import { userWords } from '#shared/domain/access/user-words.ts'

const named = (login: string, name: string) => ({ login, words: userWords({ login, name }) })
const users = [
  named('admin', '林浩'),
  named('manager', 'Zhou Ning'),
  named('clerk', '单雷'),
  named('anna', 'Ánna O’Neil'),
  named('linda', '欧阳 Linda'),
]

test.each([
  ['林', 'admin'],
  ['浩', 'admin'],
  ['linhao', 'admin'],
  ['Lin Hao', 'admin'],
  ['hao', 'admin'],
  ['lh', 'admin'],
  ['shanl', 'clerk'],
  ['ning', 'manager'],
  ['ZN', 'manager'],
  ['manag', 'manager'],
  ['oneil', 'anna'],
  ['an', 'anna'],
  ['ouyang', 'linda'],
  ['oy', 'linda'],
  ['欧阳', 'linda'],
  ['linda', 'linda'],
  ['lin', 'admin'],
])('%s finds %s first', (typed, login) => {
  expect(matchUsers(users, typed)[0]?.login).toBe(login)
})

test('nobody is found by what begins none of the words', () => {
  expect(matchUsers(users, 'inhao')).toEqual([])
  expect(matchUsers(users, 'wang')).toEqual([])
})

test('every user is found by each of the words, and by each beginning of one', () => {
  const name = fc.constantFrom(
    '林浩',
    'Anna Petrova',
    'Bo',
    '欧阳修',
    'de la Cruz',
    '阿依古丽·买买提',
    'Lin 浩',
  )
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{2,6}$/), name, fc.nat(), fc.nat(), (login, given, at, length) => {
      const user = named(login, given)
      const word = user.words[at % user.words.length] ?? ''
      const typed = [...word].slice(0, 1 + (length % [...word].length)).join('')
      expect(matchUsers([...users, user], typed)).toContain(user)
    }),
  )
})
