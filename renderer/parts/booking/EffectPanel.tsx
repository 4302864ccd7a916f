import './effect.css'
import type { ReactNode } from 'react'
import type { FailedReply } from '#renderer/api/reply-error.ts'
import { useWords } from '#renderer/base/language.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { describeReply, fieldName } from '#shared/i18n/index.ts'
import { DateText } from '../../ui/DateText.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Heading } from '../../ui/Heading.tsx'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { signs } from '../../ui/marks.ts'
import { Trouble } from '../../ui/Trouble.tsx'
import { BlockSkeleton } from '../../ui/Waiting.tsx'
import { fieldValue } from '../change/ChangeRows.tsx'

type Effect = OutputOf<'booking.previewChange'>

type Props = {
  effect: Effect | undefined
  failed?: FailedReply | null
  /** The command the preview is of: its refusals are worded by it. */
  operation: string
  /** What can be done about a refusal, below its sentence. */
  ways?: ReactNode
  /** Words for a fact's value where the plain one does not read (a room type's id). */
  factText?: (field: string, value: string | number) => ReactNode
}

/** Before it is done: facts, nights, price and availability, from what to what. */
export function EffectPanel({ effect, failed, operation, ways, factText }: Props) {
  const { t, language } = useWords()
  if (failed) return <Trouble failed={failed} operation={operation} line />
  if (!effect) return <BlockSkeleton height={96} />
  const { refusal, facts, nights } = effect
  const touched = nights.filter((night) => night.change !== 'same')
  const same = facts.length === 0 && touched.length === 0
  const text = (field: string, value: string | number | null) =>
    value === null ? '—' : (factText?.(field, value) ?? fieldValue(field, value))
  return (
    <section className="k-effect" aria-label={t('common.effect')} aria-live="polite">
      <Heading>{t('common.effect')}</Heading>
      {refusal && (
        <p className="k-trouble-line" role="alert">
          {describeReply({ ok: false, refusal }, language, operation)}
        </p>
      )}
      {refusal && ways}
      {same && !refusal && <p className="k-quiet">{t('common.noEffect')}</p>}
      {!same && (
        <table className="k-table">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('common.before')}</th>
              <th scope="col">{t('common.after')}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => (
              <tr key={fact.field}>
                <th scope="row">{fieldName([fact.field], language)}</th>
                <td>{text(fact.field, fact.before)}</td>
                <td className="k-after">{text(fact.field, fact.after)}</td>
              </tr>
            ))}
            <Totals effect={effect} />
          </tbody>
        </table>
      )}
      {touched.length > 0 && <Nights nights={touched} />}
    </section>
  )
}

function Totals({ effect }: { effect: Effect }) {
  const { t, locale } = useWords()
  const difference = effect.totalAfterMinor - effect.totalBeforeMinor
  return (
    <>
      <tr>
        <th scope="row">{t('common.nightsWord')}</th>
        <td>{formatNumber(effect.nightsBefore, locale)}</td>
        <td className={effect.nightsBefore === effect.nightsAfter ? '' : 'k-after'}>
          {formatNumber(effect.nightsAfter, locale)}
        </td>
      </tr>
      <tr>
        <th scope="row">{t('common.price')}</th>
        <td>
          <MoneyText minor={effect.totalBeforeMinor} sign />
        </td>
        <td className={difference === 0 ? '' : 'k-after'}>
          <MoneyText minor={effect.totalAfterMinor} sign />
          {difference !== 0 && (
            <span className="k-quiet">
              {' '}
              ({difference > 0 ? '+' : ''}
              <MoneyText minor={difference} />)
            </span>
          )}
        </td>
      </tr>
    </>
  )
}

/** The night changes in something else than its rate, as its room: shown once, not as “420 → 420”. */
function keepsRate(night: Effect['nights'][number]): boolean {
  return night.change === 'changed' && night.rateBeforeMinor === night.rateAfterMinor
}

function Nights({ nights }: { nights: Effect['nights'] }) {
  const { t, locale } = useWords()
  return (
    <table className="k-table k-effect-nights">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('common.night')}</th>
          <th scope="col" className="k-num">
            {t('common.before')}
          </th>
          <th scope="col" className="k-num">
            {t('common.after')}
          </th>
          <th scope="col" className="k-num">
            {t('common.left')}
          </th>
        </tr>
      </thead>
      <tbody>
        {nights.map((night) => (
          <tr key={`${night.night}${night.change}`}>
            <td title={t(`common.${night.change}`)}>
              {keepsRate(night) || night.change === 'same' ? '' : signs[night.change]}
            </td>
            <td>
              <DateText date={night.night} style="day" />
            </td>
            {keepsRate(night) ? (
              <td className="k-num k-quiet" colSpan={2}>
                {t('common.sameRate')} <MoneyText minor={night.rateAfterMinor} />
              </td>
            ) : (
              <>
                <td className="k-num">
                  <MoneyText minor={night.rateBeforeMinor} />
                </td>
                <td className="k-num k-after">
                  <MoneyText minor={night.rateAfterMinor} />
                </td>
              </>
            )}
            <td className={`k-num${night.leftAfter !== null && night.leftAfter < 0 ? ' k-wrong' : ''}`}>
              {formatNumber(night.leftAfter, locale)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
