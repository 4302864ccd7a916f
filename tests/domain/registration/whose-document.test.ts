import { describe, expect, test } from 'vitest'
import { type PersonPresent, proposeBearer } from '#shared/domain/registration/whose-document.ts'
import type { GuestId } from '#shared/values/index.ts'

const person = (id: number, name: string, missing: string[] = [], latinName = ''): PersonPresent => ({
  id: id as GuestId,
  name: name || latinName,
  latinName,
  required: true,
  missing,
})
const read = (familyName: string, givenName: string, nativeName = '') => ({
  nativeName,
  familyName,
  givenName,
  nameCut: false,
})
const lacksAll = ['documentKind', 'documentNumber', 'address']
const zhang = person(1, '张伟', lacksAll)
const hans = person(2, '', lacksAll, 'Hans Weber')
const klara = person(3, '', ['entryOn'], 'Klara Weber')
const all = [zhang, hans, klara]

describe('whose document it is', () => {
  test('who has it on file, whatever it says', () => {
    expect(proposeBearer(read('Weber', 'Hans'), klara.id, all, 0)).toBe(klara.id)
  })

  test('whose name it says, in any order, in the own script or as it is read', () => {
    expect(proposeBearer(read('Weber', 'Hans'), null, all, 0)).toBe(hans.id)
    expect(proposeBearer(read('Weber', 'Klara Maria'), null, all, 0)).toBe(klara.id)
    expect(proposeBearer(read('Zhang', 'Wei'), null, [hans, zhang], 0)).toBe(zhang.id)
    expect(proposeBearer(read('', '', '张伟'), null, [hans, zhang], 0)).toBe(zhang.id)
  })

  test('of two of one name, the one without a document', () => {
    const done = person(4, '', [], 'Hans Weber')
    expect(proposeBearer(read('Weber', 'Hans'), null, [done, hans], 0)).toBe(hans.id)
  })

  test('of a name that nobody has, the first without a document, then the first who lacks anything', () => {
    expect(proposeBearer(read('Eriksson', 'Anna'), null, [klara, hans, zhang], 0)).toBe(hans.id)
    expect(proposeBearer(read('Eriksson', 'Anna'), null, [person(5, '李娜'), klara], 0)).toBe(klara.id)
    expect(proposeBearer(read('', ''), null, [person(5, '李娜')], 0)).toBe(5)
  })

  test('where nobody lacks a document, one who is counted and not named', () => {
    expect(proposeBearer(read('Eriksson', 'Anna'), null, [klara], 1)).toBe('new')
    expect(proposeBearer(read('Eriksson', 'Anna'), null, [hans], 1)).toBe(hans.id)
  })

  test('whose own script differs is not read by a Latin name of another', () => {
    expect(proposeBearer(read('Zhang', 'Wei', '章薇'), null, [zhang, hans], 0)).toBe(zhang.id)
    expect(
      proposeBearer(read('Weber', 'Hans', '章薇'), null, [person(1, '张伟', [], 'Hans Weber'), klara], 0),
    ).toBe(klara.id)
  })
})
