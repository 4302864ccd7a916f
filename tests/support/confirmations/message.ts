import type { Doubt } from '#shared/domain/confirmation/fact.ts'
import type { Reading } from '#shared/domain/confirmation/reading.ts'
import { minorToDecimal } from '#shared/values/index.ts'

export type Field = keyof Reading
/** Facts as one reads them off: `Family, Given`, the code of a room type (`?` where none is proposed), amounts without zeros. */
export type Table = Partial<Record<Field, string | number | boolean>>

/** A message as it was sent, and all that it says: what is not in `want` is not read, what is not in `unsure` is sure. */
export type Message = {
  name: string
  from?: string
  subject?: string
  body: string
  want: Table
  unsure?: Partial<Record<Field, Doubt>>
}

/** The message as somebody copies it from a mail program. */
export function asText({ from, subject, body }: Message): string {
  return [...(subject ? [`Subject: ${subject}`] : []), ...(from ? [`From: ${from}`] : []), '', body].join(
    '\n',
  )
}

type Types = readonly { id: number; code: string }[]

/** What was read, in the words of a table, and what of it is unsure. */
export function tableOf(reading: Reading, types: Types): { said: Table; unsure: Message['unsure'] } {
  const said: Table = {}
  const unsure: Partial<Record<Field, Doubt>> = {}
  for (const [name, fact] of Object.entries(reading) as [Field, Reading[Field]][]) {
    if (fact === null) continue
    said[name] = shown(name, fact.value, types)
    if (fact.doubt) unsure[name] = fact.doubt
  }
  return { said, unsure }
}

function shown(name: Field, value: unknown, types: Types): string | number | boolean {
  if (name === 'guest') {
    const { nativeName, familyName, givenName } = value as NonNullable<Reading['guest']>['value']
    const latin = [familyName, givenName].filter(Boolean).join(', ')
    return [nativeName, latin].filter(Boolean).join(' ')
  }
  if (name === 'roomType') {
    const { id } = value as NonNullable<Reading['roomType']>['value']
    return types.find((type) => type.id === id)?.code ?? '?'
  }
  if (name === 'rates') {
    return (value as NonNullable<Reading['rates']>['value']).map(({ minor }) => minor / 100).join(' ')
  }
  if (name === 'total' || name === 'net') {
    const { minor, currency } = value as NonNullable<Reading['total']>['value']
    return `${Number(minorToDecimal(minor, currency))} ${currency}`
  }
  return value as string | number | boolean
}
