import { readInHousePersons } from '#db/queries/registration/list.ts'
import {
  columnsOfList,
  compareLists,
  type ListField,
  type TheirPerson,
} from '#shared/domain/registration/compare-list.ts'
import { fullNameOf } from '#shared/domain/registration/fields.ts'
import { refuse } from '#shared/values/index.ts'
import { readTableFile } from '../import/public.ts'
import { reads } from '../kernel/handler.ts'
import { personsToRegister } from './persons.ts'

const mostLines = 5000

/** Who is in the house by the program, beside the list of the police client. */
export const compareList = reads('registration.compare', async (db, input, ctx) => {
  const read = await readTableFile(ctx, { file: input.file, sheet: input.sheet, mostLines })
  if (!read.ok) return read
  const { headings, rows, name, sheet } = read.value
  const columns = columnsOfList(headings)
  if (!columns) return refuse('FILE_COLUMNS_MISSING', { file: name, columns: '姓名 · 证件号码', why: '' })
  const fields = Object.keys(columns) as ListField[]
  const theirs = rows.map((row): TheirPerson => {
    const cell = (field: ListField) => {
      const at = columns[field]
      return at === undefined ? '' : (row.cells[at] ?? '').trim()
    }
    return {
      line: row.line,
      name: cell('name'),
      number: cell('number'),
      room: cell('room'),
      birthDate: cell('birthDate'),
      gender: cell('gender'),
    }
  })
  const ours = []
  const inside = await readInHousePersons(db, ctx.businessDate)
  for (const bookingId of new Set(inside.map((one) => one.bookingId))) {
    const { persons = [] } = (await personsToRegister(db, ctx, bookingId)) ?? {}
    for (const { required, guestId, data } of persons) {
      const at = inside.find((one) => one.bookingId === bookingId && one.guestId === guestId)
      // Who stays along may have left before the others
      if (!required || !at) continue
      ours.push({
        name: fullNameOf(data),
        number: data.documentNumber ?? '',
        room: at.roomNumber ?? '',
        birthDate: data.birthDate ?? '',
        gender: data.gender ?? '',
      })
    }
  }
  const named = theirs.filter(({ name: who, number }) => who !== '' || number !== '')
  const { same, onlyHere, onlyThere, differs } = compareLists(ours, named, fields)
  const shown = <P extends { name: string; number: string; room: string }>({
    name: who,
    number,
    room,
  }: P) => ({
    name: who,
    number,
    room,
  })
  return {
    file: name,
    sheet,
    date: ctx.businessDate,
    same,
    onlyHere: onlyHere.map(shown),
    onlyThere: onlyThere.map((one) => ({ line: one.line, ...shown(one) })),
    differs,
  }
})
