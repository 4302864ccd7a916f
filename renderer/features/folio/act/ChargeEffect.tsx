import { useWords } from '#renderer/base/language.ts'
import { Effect, type EffectRow } from '#renderer/parts/folio/Effect.tsx'
import { balanceOf, type Folio } from '#renderer/parts/folio/folio-view.ts'
import type { Chart, Code } from '#renderer/parts/folio/use-chart.ts'
import { limitState } from '#shared/domain/folio/limit.ts'
import { routeOf } from '#shared/domain/folio/routing.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { useRoutingWords } from '../routing-words.ts'
import type { Taxed } from './charge-taxes.ts'

type EffectProps = {
  folio: Folio
  chart: Chart
  code: Code | undefined
  taxed: Taxed | null
  date: BusinessDate | null
  window: number
}

/** What the charge will be with its taxes, where it goes, what is owed then, and how that stands to the limit. */
export function ChargeEffect({ folio, chart, code, taxed, date, window }: EffectProps) {
  const { t } = useWords()
  const words = useRoutingWords(folio, chart)
  if (!code || !taxed || !date) return null
  const routings = Object.fromEntries(folio.routings.map((one) => [one.n, one]))
  const route = routeOf(routings, { codeId: code.id, group: code.group, serviceDate: date })
  const here = !route || route.toFolioId === folio.id
  const toWindow = route?.toWindow ?? window
  const before = balanceOf(folio, toWindow)
  const tax = taxed.grossMinor - taxed.netMinor
  const rows: EffectRow[] = [
    { name: t('folioScreen.effect.gross'), after: taxed.grossMinor },
    ...(tax === 0 ? [] : [{ name: t('folioScreen.effect.tax'), after: tax }]),
  ]
  if (route) {
    const toTitle = folio.routings.find((one) => one.toFolioId === route.toFolioId)?.toTitle ?? ''
    rows.push({ name: t('folioScreen.effect.routed'), note: words.target({ ...route, toTitle }) })
  }
  if (here)
    rows.push({
      name: t('folioScreen.effect.window', { window: toWindow }),
      before,
      after: before + taxed.grossMinor,
    })
  const { limit } = folio
  if (here && limit) {
    const state = limitState({
      balanceMinor: folio.balanceMinor + taxed.grossMinor,
      securedMinor: limit.securedMinor,
      limitMinor: limit.limitMinor,
      warnPercent: chart.view?.settings.warnPercent ?? 100,
    })
    if (state !== 'within')
      rows.push({
        name: t(`folioScreen.effect.limit.${state}`),
        after: limit.limitMinor,
        wrong: state === 'over',
      })
  }
  return <Effect rows={rows} />
}
