/** Whose document was scanned where several stand at the desk: proposed, and chosen by the clerk who has it in hand. */
import type { GuestId } from '../../values/index.ts'
import { contradictions } from '../document/document.ts'
import type { ReadDocument } from '../document/reading.ts'

/** One who is to sleep in the room, as the check-in shows them. */
export type PersonPresent = {
  id: GuestId
  /** In the person's own script, or the Latin name where there is no other. */
  name: string
  latinName: string
  required: boolean
  missing: readonly string[]
}

type Read = Pick<ReadDocument, 'nativeName' | 'familyName' | 'givenName' | 'nameCut'>

/**
 * Who has the document on file; else whose name it says, before all who has none yet; else the first who lacks one, or
 * anything. Nobody lacks a document and one is counted beyond those named: it is the one who is not named yet.
 */
export function proposeBearer(
  read: Read,
  ownerId: GuestId | null,
  persons: readonly PersonPresent[],
  unnamed: number,
): GuestId | 'new' {
  const owner = persons.find(({ id }) => id === ownerId)
  if (owner) return owner.id
  const lacking = persons.filter(({ required, missing }) => required && missing.length > 0)
  const without = lacking.filter(({ missing }) => missing.includes('documentNumber'))
  const named = [...without, ...lacking, ...persons].find((person) => isNamed(read, person))
  if (named) return named.id
  if (without.length === 0 && unnamed > 0) return 'new'
  return (without[0] ?? lacking[0] ?? persons[0])?.id ?? 'new'
}

function isNamed(read: Read, { name, latinName }: PersonPresent): boolean {
  const nativeName = name === latinName ? '' : name
  if (read.nativeName !== '' && nativeName !== '') return read.nativeName === nativeName
  if (read.familyName + read.givenName === '' || nativeName + latinName === '') return false
  const { familyName, givenName, nameCut } = read
  const onFile = {
    nativeName,
    familyName: '',
    givenName: latinName,
    birthDate: null,
    gender: '',
    nationality: '',
  }
  return contradictions({ familyName, givenName, nameCut }, onFile).length === 0
}
