import type { ReactNode } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { Heading } from '#renderer/ui/Heading.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'

export type EffectRow = {
  name: ReactNode
  /** Minor units now and after; or a note in their place. */
  before?: number
  after?: number
  note?: ReactNode
  wrong?: boolean
}

/** What an act will do, as far as it is typed: amounts from and to, and what else is to be known before it. */
export function Effect({ rows, title }: { rows: readonly EffectRow[]; title?: string }) {
  const { t } = useWords()
  if (rows.length === 0) return null
  return (
    <section className="k-effect" aria-live="polite">
      <Heading>{title ?? t('common.effect')}</Heading>
      <table className="k-table">
        <tbody>
          {rows.map(({ name, before, after, note, wrong = false }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of an effect have no name but their place
            <tr key={at} className={wrong ? 'k-wrong' : ''}>
              <th scope="row">{name}</th>
              <td className="k-num">{before !== undefined && <MoneyText minor={before} />}</td>
              <td className="k-num k-after">
                {note}
                {after !== undefined && (
                  <>
                    {before !== undefined && '→ '}
                    <MoneyText minor={after} />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
