import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bareNumber, bareText } from '#shared/domain/import/armour.ts'
import { csvFileHead, csvLine } from '#shared/domain/text/csv.ts'

describe('a line for spreadsheets', () => {
  it.each([
    ['+8613800138000', "'+8613800138000"],
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-cmd|x', "'-cmd|x"],
    ['-5.00', '-5.00'],
    ['007', "'007"],
    ['0.50', '0.50'],
    ['110101199003078515', "'110101199003078515"],
    ['13800138000', '13800138000'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['', ''],
  ])('writes %s as %s', (text, written) => {
    expect(csvLine([text, 'x'])).toBe(`${written},x\r\n`)
  })

  it('begins with a byte order mark', () => {
    expect(csvFileHead(['客人', 'Name'])).toBe('\uFEFF客人,Name\r\n')
  })

  it('is read by imports as what it was: telephones and numbers of documents', () => {
    const digits = fc.stringMatching(/^(\+|0)?[1-9]\d{3,18}$/)
    fc.assert(
      fc.property(digits, (text) => {
        const cell = csvLine([text]).trimEnd()
        expect([bareText(cell), bareNumber(cell)]).toEqual([text, text])
      }),
    )
  })
})
