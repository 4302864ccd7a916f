import './plan.css'
import { Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { onEnter } from '#renderer/base/keys/ime.ts'
import { useWords } from '#renderer/base/language.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { basisPointsOf, percentText } from './percent.ts'

type Agency = OutputOf<'commission.list'>[number]

/** What each agency is paid of the room revenue of stays that happened. */
export function Section() {
  const { t } = useWords()
  const list = useQuery('commission.list', {})
  const seen = list.data?.filter(({ active, basisPoints }) => active || basisPoints !== null)
  return (
    <Pane title={t('commission.title')} note={t('commission.about')}>
      {list.failed && !list.data && (
        <Trouble failed={list.failed} operation="commission.list" onRetry={list.retry} />
      )}
      {list.loading && <RowSkeleton />}
      {seen?.length === 0 && <EmptyState>{t('commission.none')}</EmptyState>}
      {seen && seen.length > 0 && (
        <table className="k-table" aria-label={t('commission.title')}>
          <thead>
            <tr>
              <th scope="col">{t('field.name.agency')}</th>
              <th scope="col">{t('field.name.code')}</th>
              <th scope="col">{t('field.name.basisPoints')}</th>
            </tr>
          </thead>
          <tbody>
            {seen.map((agency, at) => (
              <Row key={agency.id} agency={agency} first={at === 0} />
            ))}
          </tbody>
        </table>
      )}
    </Pane>
  )
}

/** Saved by Enter, and when the field is left; Esc puts back what was there. */
function Row({ agency, first }: { agency: Agency; first: boolean }) {
  const { t, locale } = useWords()
  const { id, code, name, basisPoints, version } = agency
  const before = percentText(basisPoints, locale)
  // Typed upon what was there: once that is another, it is shown
  const [edit, setEdit] = useState<{ upon: string; text: string } | null>(null)
  const typed = edit?.upon === before ? edit.text : before
  const save = useCommand('commission.save')
  const read = basisPointsOf(typed)
  const submit = async () => {
    if (typed === before || read === undefined || save.pending) return
    if (read === basisPoints) return setEdit(null)
    await save.run({ id, version, basisPoints: read })
  }
  const wrong = read === undefined ? t('commission.wrong') : save.trouble
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="k-code">{code}</td>
      <td>
        <Input
          className="pg-paid"
          aria-label={t('commission.of', { name })}
          inputMode="decimal"
          suffix="%"
          autoFocus={first}
          value={typed}
          {...(wrong ? { status: 'error' as const, 'aria-invalid': true } : {})}
          onChange={(event) => {
            setEdit({ upon: before, text: event.target.value })
            save.reset()
          }}
          onBlur={() => void submit()}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed !== before) {
              event.stopPropagation()
              setEdit(null)
            }
            onEnter(() => void submit())(event)
          }}
        />{' '}
        {wrong && (
          <span className="k-trouble-line" role="alert">
            {wrong}
          </span>
        )}
      </td>
    </tr>
  )
}
