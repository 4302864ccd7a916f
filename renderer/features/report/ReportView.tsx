import { useEffect, useMemo, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, setQuery } from '#renderer/base/route/route.tsx'
import { useWorkedOut } from '#renderer/parts/report/use-worked-out.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { Parameters } from '#shared/domain/report/catalogue.ts'
import { wordReport } from '#shared/i18n/report-text.ts'
import { parameterActs, reportActs } from './acts.ts'
import { askedIn, type Drill } from './drill.ts'
import { FavouriteTool } from './FavouriteTool.tsx'
import { FileTool } from './FileTool.tsx'
import { ParameterBar, without } from './ParameterBar.tsx'
import { PrintTool } from './PrintTool.tsx'
import { ReportBody } from './ReportBody.tsx'
import { ReportState } from './ReportState.tsx'

type Listed = OutputOf<'report.list'>

type Props = {
  report: Listed['reports'][number]
  favourites: Listed['favourites']
  /** The address: parameters and `asOf`. */
  query: Readonly<Record<string, string>>
  drill: Drill | null
  onDrill: (drill: Drill | null) => void
}

/** One report: what it is asked for above, what it found below. */
export function ReportView({ report, favourites, query, drill, onDrill }: Props) {
  const { t, language, locale } = useWords()
  const { timeZone } = useHotel()
  const { name, remembered } = report
  const { asOf = '', ...chosen } = query
  const settled = useRemembered(query, () =>
    go(href(paths.report, { name }, remembered ?? {}), { replace: true }),
  )
  const found = useWorkedOut('report.run', askedIn(name, query), settled)
  useRemembering(report, chosen, settled && !found.previous && found.data !== undefined)
  const { data } = found
  const worded = useMemo(
    () => data && wordReport(data, language, { locale, timeZone }),
    [data, language, locale, timeZone],
  )
  const bar = useRef<HTMLDivElement>(null)
  const change = (patch: Parameters) => {
    onDrill(null)
    setQuery(patch)
  }
  useActs(parameterActs, {
    parameters: () => firstField(bar.current)?.focus(),
  })
  useActs(reportActs, {
    reset: () => change(without(chosen)),
    favourite: () => setSaving(true),
  })
  const [saving, setSaving] = useState(false)
  const file = { operation: 'report.export', input: askedIn(name, query) } as const
  return (
    <Pane
      title={t(`report.name.${name}`)}
      note={t(`report.about.${name}`)}
      tools={
        <>
          <PrintTool ask={file} />
          <FileTool ask={file} />
          <FavouriteTool
            report={name}
            parameters={chosen}
            favourites={favourites}
            open={saving}
            onOpen={setSaving}
          />
        </>
      }
      scroll={false}
    >
      <ParameterBar
        report={name}
        chosen={chosen}
        taken={data?.parameters ?? {}}
        asOf={asOf}
        onChange={change}
        barRef={bar}
      />
      <ReportState
        found={found}
        onReset={Object.keys(query).length > 0 ? () => change(without(chosen)) : undefined}
      />
      {data && worded && (
        <ReportBody result={data} worded={worded} drill={drill} onDrill={onDrill} stale={found.previous} />
      )}
    </Pane>
  )
}

/** Opened without parameters, a report has those it was opened with last; what is asked for in the address goes before. */
function useRemembered(query: Props['query'], recall: () => void): boolean {
  const [settled, setSettled] = useState(Object.keys(query).length > 0)
  const latest = useRef(recall)
  useEffect(() => {
    if (settled) return
    latest.current()
    setSettled(true)
  }, [settled])
  return settled
}

/** Keeps the parameters once a report was worked out with them. */
function useRemembering({ name, remembered }: Props['report'], chosen: Parameters, done: boolean): void {
  const { run } = useCommand('report.remember', { silent: true })
  const text = JSON.stringify(chosen)
  const before = JSON.stringify(remembered ?? {})
  useEffect(() => {
    if (done && text !== before) void run({ name, parameters: JSON.parse(text) as Parameters })
  }, [done, text, before, name, run])
}

const fields = 'input, button'

function firstField(bar: HTMLElement | null): HTMLElement | undefined {
  return bar?.querySelector<HTMLElement>(fields) ?? undefined
}
