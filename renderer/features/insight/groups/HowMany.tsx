import { useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import type { Kinds } from './kind-words.ts'

/** How the number of kinds was chosen, and by how much each number was judged; names whose kind is there no more. */
export function HowMany({ found, gone }: { found: Kinds['found']; gone: Kinds['gone'] }) {
  const { t, locale, language } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <div className="grp-how">
      <p>
        {t('kinds.chosen', {
          k: found.k,
          silhouette: formatNumber(found.silhouette, locale, 2),
          guests: formatNumber(found.silhouetteGuests, locale),
        })}{' '}
        <button type="button" className="k-tool" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'kinds.hideTried' : 'kinds.showTried')}
        </button>
      </p>
      {gone.length > 0 && (
        <p className="k-quiet">
          {t('kinds.gone', { names: gone.map(({ name }) => name).join(language === 'zh' ? '、' : ', ') })}
        </p>
      )}
      {open && (
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{t('kinds.tried.k')}</th>
              {(['silhouette', 'calinskiHarabasz', 'daviesBouldin'] as const).map((index) => (
                <th key={index} scope="col" className="k-num" title={t(`kinds.tried.about.${index}`)}>
                  {t(`kinds.tried.${index}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.tried.map(({ k, silhouette, calinskiHarabasz, daviesBouldin }) => (
              <tr key={k} className={k === found.k ? 'grp-chosen' : undefined}>
                <th scope="row">{k}</th>
                <td className="k-num">{formatNumber(silhouette, locale, 3)}</td>
                <td className="k-num">{formatNumber(calinskiHarabasz, locale)}</td>
                <td className="k-num">{formatNumber(daviesBouldin, locale, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
