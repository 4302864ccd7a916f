import { sentenceOf } from '#renderer/api/reply-error.ts'
import { useWords } from '#renderer/base/language.ts'
import { type InSentence, NamesIn } from './NamesIn.tsx'

type Refusal = { code: string; params: Readonly<Record<string, string | number>> }

/** The sentence of a refusal; whom it names by `guestId` and `name`, or is among `people`, has a card there. */
export function RefusalWithNames({
  of: { code, params },
  operation,
  people = [],
}: {
  of: Refusal
  operation: string
  people?: readonly InSentence[]
}) {
  const { language } = useWords()
  const { guestId, name } = params
  const named = typeof guestId === 'number' && typeof name === 'string' ? [{ guestId, text: name }] : []
  const sentence = sentenceOf({ ok: false, refusal: { code, params } } as never, language, operation)
  return <NamesIn text={sentence} names={[...named, ...people]} />
}
