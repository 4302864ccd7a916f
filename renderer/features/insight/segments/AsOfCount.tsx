import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { conditionsOf, type Rule, ruleJson, undatedKinds } from '#shared/domain/insight/segments/rule.ts'
import { listText } from '#shared/i18n/index.ts'
import { subjectText } from '#shared/i18n/segment-text.ts'
import { type BusinessDate, isBusinessDate } from '#shared/values/index.ts'

/** How many were in the segment on an earlier day, from what was known then. */
export function AsOfCount({ rule }: { rule: Rule }) {
  const { t, locale, language } = useWords()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<{ asOf: BusinessDate; rule: string } | null>(null)
  const run = useCommand('insight.run', { silent: true })
  const found = useQuery(
    'insight.output',
    { kind: 'segment', asOf: asked?.asOf, params: { rule: asked?.rule ?? '' } },
    { on: asked !== null },
  ).data
  const undated = [
    ...new Set(
      conditionsOf(rule)
        .filter(({ condition }) => undatedKinds.includes(condition.kind))
        .map(({ condition }) => subjectText(condition, language)),
    ),
  ]
  const ask = async () => {
    if (!isBusinessDate(typed)) return
    const next = { asOf: typed, rule: ruleJson(rule) }
    const reply = await run.run({ kind: 'segment', asOf: next.asOf, params: { rule: next.rule } })
    if (reply.ok) setAsked(next)
  }
  const isOf = asked !== null && asked.rule === ruleJson(rule) && found?.asOf === asked.asOf
  const output = isOf ? (found?.output as { count: number } | null) : null
  return (
    <section className="sg-block" aria-label={t('segment.earlier')}>
      <div className="sg-earlier">
        <DateField aria-label={t('segment.earlier')} kind="past" value={typed} onChange={setTyped} />
        <Button onClick={() => void ask()} disabled={!isBusinessDate(typed) || run.pending}>
          {t('segment.earlier')}
        </Button>
      </div>
      {run.trouble && (
        <p className="k-trouble-line" role="alert">
          {run.trouble}
        </p>
      )}
      {asked && !output && !run.trouble && <p className="k-quiet">{t('segment.working')}</p>}
      {asked && output && (
        <p role="status">
          <b className="k-num">{formatNumber(output.count, locale)}</b>{' '}
          {t('segment.guests', { count: output.count })}{' '}
          <span className="k-quiet">
            {t('segment.asOf')} <DateText date={asked.asOf} />
            {undated.length > 0 && ` · ${t('segment.asNow', { lists: listText(undated, language) })}`}
          </span>
        </p>
      )}
    </section>
  )
}
