import { Fragment } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { IncognitoMark, useIncognito } from './incognito.tsx'
import { type Named, nameText } from './names.ts'
import { partsOf } from './names-in.ts'

/** Somebody whom a sentence names: as screens write the name, or by the words that stand there. */
export type InSentence = { guestId: number } & (Named | { text: string })

/** A sentence in which guests are named: each name has its card, by a pointer or by Space, and leads to the guest. */
export function NamesIn({ text, names }: { text: string; names: readonly InSentence[] }) {
  const { t, language } = useWords()
  const known = names.map((one) => ({
    guestId: one.guestId,
    text: 'text' in one ? one.text : nameText(one, language, t),
  }))
  return (
    <>
      {partsOf(text, known).map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no name but their place
        <Fragment key={place}>{'words' in part ? part.words : <Name of={part.name} />}</Fragment>
      ))}
    </>
  )
}

function Name({ of: { guestId, text } }: { of: { guestId: number; text: string } }) {
  const hidden = useIncognito({ guest: guestId })
  return (
    <Link to={href(paths.guest, { id: guestId })} data-guest={guestId}>
      {hidden && <IncognitoMark />}
      <bdi dir="auto">{text}</bdi>
    </Link>
  )
}
