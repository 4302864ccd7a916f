import { useWords } from '#renderer/base/language.ts'
import { classKindWord } from '#renderer/parts/insight/class-words.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import { ClassHead } from './ClassCells.tsx'
import type { Chosen, Figures } from './figures.ts'
import { isChosen } from './SegmentTable.tsx'
import { shareText } from './shares.ts'

type Props = { figures: Figures; chosen: Chosen; choose: (of: Chosen) => void }
const kinds = ['need', 'lifecycle', 'behaviour', 'relation'] as const

/** The other ways to divide guests, each with how it is decided and its counts. */
export function ClassTables({ figures, chosen, choose }: Props) {
  const { t, locale } = useWords()
  const everybody = figures.guests + figures.prospects
  return (
    <div className="val-classes">
      {kinds.map((kind) => (
        <table key={kind} className="k-table val-table">
          <caption>
            <b>{classKindWord(t, kind)}</b>{' '}
            <span className="k-quiet">{t(`insightValue.page.rule.${kind}`)}</span>
          </caption>
          <tbody>
            {figures.classes[kind].map(({ name, guests }) => (
              <tr key={name} className={isChosen(chosen, kind, name) ? 'val-chosen' : ''}>
                <ClassHead kind={kind} name={name} choose={choose} />
                <td className="k-num">{formatNumber(guests, locale)}</td>
                <td className="k-num">{shareText(guests, everybody, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}
