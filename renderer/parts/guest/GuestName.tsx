import { useWords } from '#renderer/base/language.ts'
import { IncognitoMark, useIncognito } from './incognito.tsx'
import { Marked } from './Marked.tsx'
import type { Match, Ranges } from './match.ts'
import './name.css'
import { type Named, namesOf, nameText } from './names.ts'

/** Whose card the name shows: the guest of a row, or the person; null: of nobody on file. */
type OnFile = { guestId: number | null } | { id: number; name: string }

type Props = {
  of: Named & OnFile
  /** What a search found of this person, to be underlined where it is in the name. */
  match?: Match | null | undefined
  /** The booking that is meant, where the row has no guest of its own. */
  booking?: number | null
}

/**
 * The one way a guest's name is shown: the script that the language on screen reads first, the other beside it where
 * there is room; each by its own direction, cut at the end where one reads it. Whole in its tip. Of whom nobody is told,
 * a mark is before the name, and its tip says it in words.
 */
export function GuestName({ of, match, booking }: Props) {
  const { t, language } = useWords()
  const [first, second] = namesOf(of, language)
  const hidden = useIncognito({ guest: guestIdOf(of), booking })
  const ranges = (text: string): Ranges => (match && isName(match) && match.text === text ? match.ranges : [])
  if (first === '') return <span className="k-name k-faint">{t('common.unnamedGuest')}</span>
  const whole = nameText(of, language, t)
  const title = hidden ? `${whole} · ${t('house.mark.incognitoSay')}` : whole
  return (
    <span className="k-name" title={title} data-guest={guestIdOf(of)}>
      {hidden && <IncognitoMark />}
      <bdi dir="auto" className="k-name-first">
        <Marked text={first} ranges={ranges(first)} />
      </bdi>
      {second !== '' && (
        <>
          {' '}
          <bdi dir="auto" className="k-name-second">
            <Marked text={second} ranges={ranges(second)} />
          </bdi>
        </>
      )}
    </span>
  )
}

function guestIdOf(of: OnFile): number | undefined {
  return ('guestId' in of ? of.guestId : of.id) ?? undefined
}

function isName({ field }: Match): boolean {
  return field === 'nativeName' || field === 'latinName'
}
