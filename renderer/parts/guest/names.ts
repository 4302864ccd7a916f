import type { T } from '#renderer/base/language.ts'
import { orderNames, wholeName } from '#shared/domain/name/name.ts'
import { operationWords, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'

/** A person as answers name them, alone or as the guest of a booking: 张伟 (or the Latin name where there is no other), Zhang Wei. */
export type Named = { name: string; latinName: string } | { guestName: string | null; guestLatinName: string }

/** Both names as the language on screen orders them; the second is empty where there is none, both of an unnamed guest. */
export function namesOf(person: Named, language: string): [string, string] {
  return orderNames(...pair(person), language)
}

/** A person within a text or a tip: “张伟 Zhang Wei”. On screen by itself a name is `<GuestName of={…} />`. */
export function nameText(person: Named, language: string, t: T): string {
  return wholeName(...pair(person), language) || t('common.unnamedGuest')
}

/** What was done for a person, for the status line: “Zhang Wei 张伟: Contact saved”. */
export function doneForWords(
  language: Language,
  operation: string,
  person: Named,
  action?: string | undefined,
): string {
  const whom = nameText(person, language, (key) => words(language, key))
  return words(language, 'common.doneFor', { whom, what: operationWords(operation, language, action) })
}

/** A row that names a guest beside something else, a visitor say, means the guest. */
function pair(person: Named): [string, string] {
  return 'guestName' in person
    ? [person.guestName ?? '', person.guestLatinName]
    : [person.name, person.latinName]
}
