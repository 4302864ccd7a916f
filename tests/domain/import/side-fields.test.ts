import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ImportField, importFields, stayFields } from '#shared/domain/import/row.ts'
import { booking, notesOf, type Row, read, rejected } from './support.ts'

/** A row with a rate, so that its notes are those of its side fields. */
const row = (cells: Row): Row => ({ rate: '1', ...cells })

describe('what a side field says is read as far as it can be, and the rest is kept', () => {
  test.each<[string, Row, object, string[][], Record<string, string>]>([
    [
      'two telephones',
      { phone: '13800138000/13900139000' },
      { phone: '+8613800138000', furtherPhones: ['+8613900139000'] },
      [],
      {},
    ],
    ['a telephone in armour', { phone: '="13800138000"' }, { phone: '+8613800138000' }, [], {}],
    [
      'an extension',
      { phone: '010-82345678转8001' },
      { phone: '+861082345678' },
      [['phoneExtension', 'phone']],
      { phoneText: '010-82345678转8001' },
    ],
    [
      'a masked telephone',
      { phone: '138****8000' },
      { phone: '', furtherPhones: [] },
      [['phoneMasked', 'phone']],
      { phoneText: '138****8000' },
    ],
    [
      'an agency’s telephone',
      { phone: '13800138000转1234' },
      { phone: '' },
      [['phoneMasked', 'phone']],
      { phoneText: '13800138000转1234' },
    ],
    ['no telephone', { phone: '1380013' }, { phone: '' }, [['phone', 'phone']], { phoneText: '1380013' }],
    [
      'a telephone with its owner',
      { phone: '13800138000 (wife)' },
      { phone: '+8613800138000' },
      [['phone', 'phone']],
      { phoneText: '13800138000 (wife)' },
    ],
    [
      'two addresses',
      { email: 'anna@x.com;bert@x.com' },
      { email: 'anna@x.com', furtherEmails: ['bert@x.com'] },
      [],
      {},
    ],
    ['no address', { email: 'N/A' }, { email: '' }, [['email', 'email']], { emailText: 'N/A' }],
    [
      'a masked address',
      { email: 'a***@x.com' },
      { email: '' },
      [['emailMasked', 'email']],
      { emailText: 'a***@x.com' },
    ],
    [
      'a wrong resident ID',
      { residentId: '110105194912310021' },
      { residentId: '' },
      [['residentId', 'residentId']],
      { residentIdText: '110105194912310021' },
    ],
    [
      'a wrong passport',
      { passportNo: '护照1234' },
      { passportNo: '' },
      [['passportNo', 'passportNo']],
      { passportNoText: '护照1234' },
    ],
    [
      'born tomorrow',
      { birthDate: '2026-03-03' },
      { birthDate: null },
      [['birthDate', 'birthDate']],
      { birthDateText: '2026-03-03' },
    ],
    [
      'born in spring',
      { birthDate: 'spring' },
      { birthDate: null },
      [['dateForm', 'birthDate']],
      { birthDateText: 'spring' },
    ],
    [
      'born on no day',
      { birthDate: '1990-02-30' },
      { birthDate: null },
      [['dateImpossible', 'birthDate']],
      { birthDateText: '1990-02-30' },
    ],
    ['born in words', { birthDate: '5 Mar 49' }, { birthDate: '1949-03-05' }, [], {}],
    [
      'a name with pictures',
      { nativeName: '小明😊' },
      { nativeName: '小明' },
      [['signsDropped', 'nativeName']],
      { nativeNameText: '小明😊' },
    ],
    [
      'two names',
      { nativeName: 'Anna\nBert' },
      { nativeName: 'Anna' },
      [['namesMore', 'nativeName']],
      { nativeNameText: 'Anna\nBert' },
    ],
    [
      'a name of any length',
      { nativeName: '长'.repeat(200) },
      { nativeName: '长'.repeat(100) },
      [['textLong', 'nativeName']],
      { nativeNameText: '长'.repeat(200) },
    ],
    [
      'a name with its bell',
      { nativeName: '李\u0007娜' },
      { nativeName: '李娜' },
      [['controlStripped', 'nativeName']],
      { nativeNameText: '李娜' },
    ],
    [
      'a long membership',
      { membershipNo: '7M'.repeat(21) },
      { membershipNo: '' },
      [['textLong', 'membershipNo']],
      { membershipNoText: '7M'.repeat(21) },
    ],
    [
      'a long tag',
      { tag: 'x'.repeat(41) },
      { tag: 'x'.repeat(40) },
      [['textLong', 'tag']],
      { tagText: 'x'.repeat(41) },
    ],
  ])('%s', (_what, cells, guest, notes, source) => {
    expect(rejected(row(cells))).toBeNull()
    expect(booking(row(cells)).guest).toMatchObject(guest)
    expect(notesOf(row(cells))).toEqual(notes)
    expect(booking(row(cells)).source).toEqual(source)
  })

  test.each<[string, Row, object, string[][]]>([
    ['a company with its marks', { company: 'Probe® Hotels™ 😊' }, { company: 'Probe® Hotels™ 😊' }, []],
    ['a long company', { company: 'x'.repeat(61) }, { company: 'x'.repeat(60) }, [['textLong', 'company']]],
    [
      'a company of nothing',
      { company: '-' },
      { company: '', source: { companyText: '-' } },
      [['valueKept', 'company']],
    ],
    [
      'an agency of nothing',
      { agency: 'N/A' },
      { agency: '', source: { agencyText: 'N/A' } },
      [['valueKept', 'agency']],
    ],
    ['an agency by its number', { agency: '9' }, { agency: '9' }, []],
    [
      'a tag of nothing',
      { tag: '无' },
      { guest: { tag: '' }, source: { tagText: '无' } },
      [['valueKept', 'tag']],
    ],
    ['a long agency', { agency: 'x'.repeat(61) }, { agency: 'x'.repeat(60) }, [['textLong', 'agency']]],
    ['a room on two lines', { room: '1\n2' }, { room: '1 2' }, []],
    ['a long room', { room: 'x'.repeat(21) }, { room: '' }, [['textLong', 'room']]],
    ['a long rate plan', { ratePlan: 'x'.repeat(61) }, { ratePlan: '' }, [['textLong', 'ratePlan']]],
    ['a note', { note: 'a\nb 😀\u0007' }, { comment: 'a\nb 😀' }, [['controlStripped', 'note']]],
    [
      'a booking date that is none',
      { createdOn: 'x' },
      { createdOn: '2026-03-02' },
      [['dateForm', 'createdOn']],
    ],
    [
      'a cancellation that is no date',
      { status: 'cancelled', cancelledOn: '2026-03-01 (Mon)' },
      { cancelledOn: null },
      [['dateWeekday', 'cancelledOn']],
    ],
    [
      'a long confirmation number',
      { confirmationNo: 'x'.repeat(61) },
      { source: { confirmationNoText: 'x'.repeat(61) } },
      [['textLong', 'confirmationNo']],
    ],
    [
      'a room type with pictures',
      { roomType: '🌊 KING' },
      { roomType: 'KING' },
      [['signsDropped', 'roomType']],
    ],
    [
      'a long word for a meal',
      { meal: 'x'.repeat(201) },
      { meal: 'undefined-meal' },
      [['valueKept', 'meal']],
    ],
  ])('%s', (_what, cells, expected, notes) => {
    expect(booking(row(cells))).toMatchObject(expected)
    expect(notesOf(row(cells))).toEqual(notes)
  })

  test('a note is cut nowhere: its beginning is the comment, the whole stays with the booking', () => {
    const note = 'a very long special request '.repeat(40).trim()
    const { comment, source } = booking(row({ note }))
    expect(note.startsWith(comment) && comment.length > 450 && comment.length <= 500).toBe(true)
    expect(source).toEqual({ noteText: note })
    expect(notesOf(row({ note }))).toEqual([['textLong', 'note']])
  })
})

test('nothing that a side field says keeps its row out, and what is not in its field stays with the booking', () => {
  const side = importFields.filter((field) => !stayFields.has(field))
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 600 }),
    fc.constantFrom(
      '-',
      'N/A',
      '1.2E+17',
      '\u202e',
      '\ud800',
      '#DIV/0!',
      '2026-02-30',
      'x'.repeat(5000),
      '9'.repeat(40),
    ),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom<ImportField>(...side), text), (cells) => {
      expect(rejected(cells)).toBeNull()
    }),
    { numRuns: 400 },
  )
})

test('a reason names the column of the file', () => {
  const answer = read({ phone: '1380013', rate: '1' })
  expect('booking' in answer ? answer.notes : null).toEqual([
    { reason: 'phone', field: 'phone', value: '1380013' },
  ])
})
