/** The police client's own list beside ours: who is missing on either side, and what differs of those who are on both. */
import { normaliseDocumentNumber } from '../document/document.ts'

export type ListedPerson = {
  name: string
  number: string
  room: string
  birthDate: string
  gender: string
}
export type TheirPerson = ListedPerson & { line: number }

export type ListField = keyof ListedPerson
export type ListDifference = { line: number; name: string; field: ListField; here: string; there: string }
export type ComparedLists = {
  same: number
  onlyHere: ListedPerson[]
  onlyThere: TheirPerson[]
  differs: ListDifference[]
}

/** Headings as police clients and hotels write them. */
const HEADINGS: Readonly<Record<ListField, readonly string[]>> = {
  name: [
    '姓名',
    '中文姓名',
    '旅客姓名',
    '英文姓名',
    'name',
    'fullname',
    'guest',
    'nombre',
    'familyname',
    'nachname',
  ],
  number: [
    '证件号码',
    '证件号',
    '身份证号',
    '身份证号码',
    'documentnumber',
    'document',
    'idnumber',
    'passport',
    'numerodocumento',
    'ausweisnummer',
  ],
  room: ['房号', '房间号', '入住房号', '房间', 'room', 'roomnumber', 'habitacion', 'zimmer'],
  birthDate: ['出生日期', '出生', '生日', 'birthdate', 'dateofbirth', 'fechanacimiento', 'geburtsdatum'],
  gender: ['性别', 'sex', 'gender', 'sexo', 'geschlecht'],
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, '')

/** Which column of a file is which field, by its heading; null where a file has neither names nor numbers. */
export function columnsOfList(headings: readonly string[]): Partial<Record<ListField, number>> | null {
  const found: Partial<Record<ListField, number>> = {}
  for (const field of Object.keys(HEADINGS) as ListField[]) {
    const at = headings.findIndex((heading) => HEADINGS[field].includes(plain(heading)))
    if (at >= 0) found[field] = at
  }
  return found.name === undefined && found.number === undefined ? null : found
}

/** Numbers tell who is who; names do where one side has no number. Nobody is matched twice. */
export function compareLists(
  ours: readonly ListedPerson[],
  theirs: readonly TheirPerson[],
  fields: readonly ListField[],
): ComparedLists {
  const left = [...ours]
  const onlyThere: TheirPerson[] = []
  const differs: ListDifference[] = []
  let same = 0
  const take = (fits: (one: ListedPerson) => boolean) => {
    const at = left.findIndex(fits)
    return at < 0 ? null : (left.splice(at, 1)[0] as ListedPerson)
  }
  const byNumber = theirs.map((there) => {
    const number = normaliseDocumentNumber(there.number)
    return number === '' ? null : take((one) => normaliseDocumentNumber(one.number) === number)
  })
  theirs.forEach((there, at) => {
    const here =
      byNumber[at] ?? take((one) => plain(one.name) !== '' && plain(one.name) === plain(there.name))
    if (!here) {
      onlyThere.push(there)
      return
    }
    const wrong = fields.filter((field) => !isSame(field, here[field], there[field]))
    if (wrong.length === 0) same++
    for (const field of wrong)
      differs.push({
        line: there.line,
        name: here.name || there.name,
        field,
        here: here[field],
        there: there[field],
      })
  })
  return { same, onlyHere: left, onlyThere, differs }
}

/** Empty on their side says nothing; dates and sexes are written in many ways. */
function isSame(field: ListField, here: string, there: string): boolean {
  if (there.trim() === '') return true
  if (field === 'birthDate') return here.replace(/\D/g, '') === there.replace(/\D/g, '').slice(0, 8)
  if (field === 'gender') return here === '' || genderOf(there) === here
  if (field === 'number') return normaliseDocumentNumber(here) === normaliseDocumentNumber(there)
  // A room is written with its building or with noughts before it
  if (field === 'room') return plain(here) === plain(there) || plain(there).replace(/^0+/, '') === plain(here)
  return plain(here) === plain(there)
}

function genderOf(text: string): string {
  if (/^(男|m|male|hombre|1)/i.test(text.trim())) return 'male'
  return /^(女|f|female|mujer|w|2)/i.test(text.trim()) ? 'female' : ''
}
