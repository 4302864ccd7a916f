import { useWords } from '#renderer/base/language.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import { Section } from '#renderer/ui/Pane.tsx'
import type { FutureOutput } from './future-output.ts'

/** The models of each group with their parameters, or why there is none. */
export function Models({ output }: { output: FutureOutput }) {
  const { t, locale } = useWords()
  const count = (value: number) => formatNumber(value, locale)
  const figure = (value: number) => formatNumber(value, locale, value < 100 ? 3 : 0)
  return (
    <Section title={t('insightFuture.models.title')}>
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{t('insightFuture.models.group')}</th>
            <th scope="col" className="k-num">
              {t('insightFuture.models.guests')}
            </th>
            <th scope="col" className="k-num">
              {t('insightFuture.models.returned')}
            </th>
            <th scope="col">{t('insightFuture.models.parameters')}</th>
            <th scope="col">{t('insightFuture.models.spending')}</th>
            <th scope="col" className="k-num">
              {t('insightFuture.models.logLikelihood')}
            </th>
          </tr>
        </thead>
        <tbody>
          {output.groups.map(({ group, guests, returned, model, failure, spending }) => (
            <tr key={group}>
              <th scope="row">{t(`insightFuture.group.${group}`)}</th>
              <td className="k-num">{count(guests)}</td>
              <td className="k-num">{count(returned)}</td>
              <td>
                {model &&
                  Object.entries(model.parameters)
                    .map(([name, value]) => `${name} ${figure(value)}`)
                    .join(', ')}
                {failure && t(`insightFuture.failure.${failure.code}`, failure.params)}
              </td>
              <td>
                {spending
                  ? [spending.p, spending.q, spending.v].map(figure).join(', ')
                  : t('insightFuture.models.ownMean')}
              </td>
              <td className="k-num">{model ? formatNumber(model.logLikelihood, locale, 1) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
