import { useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { percentText, pointsText } from '#renderer/parts/insight/risk-words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { formatDate, formatNumber } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { drawnBy, minForModel } from '#shared/domain/insight/risk/enough.ts'
import type { Band } from './band.ts'
import { CalibrationChart } from './CalibrationChart.tsx'
import { RiskSettingsDrawer } from './RiskSettingsDrawer.tsx'
import type { Report } from './report.ts'

type Check = NonNullable<Report['check']>
const outcomes = ['away', 'cancel', 'noShow'] as const

type Choosing = {
  /** The range of chances whose bookings are shown. */
  band: Band | null
  onBand: (band: Band) => void
  onOpen: () => void
}

/** What the model was learnt from, how well it foretells, what drives it, and what it never uses. */
export function ModelPane({ report, ...choosing }: { report: Report } & Choosing) {
  const { t, locale } = useWords()
  const [editing, setEditing] = useState(false)
  const number = (value: number) => formatNumber(value, locale)
  return (
    <Pane
      title={t('insightRisk.model.title')}
      padded
      tools={<Button onClick={() => setEditing(true)}>{t('insightRisk.settings.open')}</Button>}
    >
      <div className="risk-model">
        <p>
          {t('insightRisk.model.sentence', {
            bookings: number(report.bookings),
            from: formatDate(report.arrivals.from, locale),
            to: formatDate(report.arrivals.to, locale),
            cancelled: percentText(report.cancelled, locale, 1),
            noShow: percentText(report.noShow, locale, 1),
          })}
          {report.source === 'rates' && ` ${t('insightRisk.model.rates', { ...minForModel, drawnBy })}`}
        </p>
        {report.check ? (
          <CheckReport check={report.check} {...choosing} />
        ) : (
          <p>{t('insightRisk.model.noCheck')}</p>
        )}
        {report.drivers.length > 0 && <Drivers drivers={report.drivers} />}
        <p className="k-quiet">
          {t('insightRisk.judgement')} {t('insightRisk.model.twoSteps')}
        </p>
        <p className="k-quiet">
          {report.allowed.length > 0
            ? t('insightRisk.model.protected', {
                facts: report.allowed.map((fact) => t(`insightRisk.fact.${fact}`)).join(', '),
              })
            : t('insightRisk.model.noProtected')}{' '}
          {t('insightRisk.model.never', { takenBack: number(report.takenBack) })}{' '}
          {report.excluded > 0 &&
            t('insightRisk.model.excluded', { count: report.excluded, number: number(report.excluded) })}
        </p>
      </div>
      {editing && <RiskSettingsDrawer onClose={() => setEditing(false)} />}
    </Pane>
  )
}

function CheckReport({ check, ...choosing }: { check: Check } & Choosing) {
  const { t, locale } = useWords()
  return (
    <>
      <p>
        {t('insightRisk.model.check', {
          bookings: formatNumber(check.bookings, locale),
          from: formatDate(check.arrivals.from, locale),
          to: formatDate(check.arrivals.to, locale),
          auc: aucText(check.away.auc, locale),
          error: formatNumber(check.away.calibrationError, locale, 3),
          base: percentText(check.away.baseRate, locale, 1),
        })}
      </p>
      <CalibrationChart bins={check.away.bins} {...choosing} />
      <table className="k-table">
        <thead>
          <tr>
            <td />
            <th scope="col" className="k-num">
              {t('insightRisk.model.auc')}
            </th>
            <th scope="col" className="k-num">
              {t('insightRisk.model.error')}
            </th>
            <th scope="col" className="k-num">
              {t('insightRisk.model.base')}
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => (
            <tr key={outcome}>
              <th scope="row">{t(`insightRisk.model.outcomes.${outcome}`)}</th>
              <td className="k-num">{aucText(check[outcome].auc, locale)}</td>
              <td className="k-num">{formatNumber(check[outcome].calibrationError, locale, 3)}</td>
              <td className="k-num">{percentText(check[outcome].baseRate, locale, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <AheadTable ahead={check.ahead} />
    </>
  )
}

function aucText(auc: number | null, locale: string): string {
  return auc === null ? '—' : formatNumber(auc, locale, 3)
}

function AheadTable({ ahead }: { ahead: Check['ahead'] }) {
  const { t, locale } = useWords()
  if (ahead.length === 0) return null
  return (
    <table className="k-table">
      <caption>{t('insightRisk.model.ahead')}</caption>
      <thead>
        <tr>
          {(['daysBefore', 'off', 'offIfAll', 'within', 'checked'] as const).map((head) => (
            <th key={head} scope="col" className="k-num">
              {t(`insightRisk.model.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ahead.map((one) => (
          <tr key={one.days}>
            <th scope="row" className="k-num">
              {one.days}
            </th>
            <td className="k-num">{formatNumber(one.off, locale, 1)}</td>
            <td className="k-num">{formatNumber(one.offIfAllCome, locale, 1)}</td>
            <td className="k-num">{percentText(one.within, locale)}</td>
            <td className="k-num">{formatNumber(one.checked, locale)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The facts that move the probability, with a bar each. */
function Drivers({ drivers }: { drivers: Report['drivers'] }) {
  const { t, locale } = useWords()
  const most = Math.max(...drivers.map(({ points }) => points))
  return (
    <table className="k-table risk-drivers">
      <caption>{t('insightRisk.model.drivers')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('insightRisk.model.fact')}</th>
          <th scope="col" className="k-num">
            {t('insightRisk.model.movesBy')}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {drivers.map(({ fact, points }) => (
          <tr key={fact}>
            <th scope="row" title={t(`insightRisk.about.${fact}`)}>
              {t(`insightRisk.fact.${fact}`)}
            </th>
            <td className="k-num">
              {t('insightRisk.points', { points: pointsText(points, locale).replace('+', '±') })}
            </td>
            <td>
              <span className="risk-bar" style={{ width: `${(100 * points) / most}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
