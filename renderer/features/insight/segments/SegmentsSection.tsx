import './segments.css'
import { useRef, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { segmentActs } from './acts.ts'
import { emptyStart, type Start } from './editor-state.ts'
import { SegmentEditor } from './SegmentEditor.tsx'
import { SegmentList } from './SegmentList.tsx'
import { useRuleNames } from './use-rule-names.ts'

/** Segments of guests: the list, and the editor of one. */
export function Section() {
  const { t, locale } = useWords()
  const may = useMay()
  const editable = may('segments')
  const segments = useQuery('segment.list', {})
  const terms = useQuery('segment.terms', {})
  const names = useRuleNames(terms.data)
  const [open, setOpen] = useHeld<number | 'new' | null>('segment:open', null)
  const [start, setStart] = useState<Start>(emptyStart)
  const list = useRef<HTMLDivElement>(null)
  const create = (from: Start = emptyStart) => {
    setStart(from)
    setOpen('new')
  }
  const close = () => {
    setOpen(null)
    requestAnimationFrame(() => list.current?.focus())
  }
  const edited = segments.data?.find(({ id }) => id === open)
  useActs(segmentActs, { create: () => create() }, { on: editable && open === null })
  if ((open === 'new' || edited) && terms.data)
    return (
      <SegmentEditor
        key={open}
        segment={edited}
        start={start}
        terms={terms.data}
        names={names}
        editable={editable}
        onSaved={setOpen}
        onClose={close}
      />
    )
  const failed = segments.failed ?? terms.failed
  return (
    <Pane
      title={t('segment.title')}
      note={segments.data && formatNumber(segments.data.length, locale)}
      scroll={false}
      tools={
        editable && (
          <Button onClick={() => create()}>
            {t('segment.create')} <KeyHint keys={segmentActs.create.key} />
          </Button>
        )
      }
    >
      {failed && !segments.data && (
        <Trouble failed={failed} operation="segment.list" onRetry={segments.retry} />
      )}
      {segments.loading && <RowSkeleton rows={8} />}
      {segments.data && terms.data && (
        <SegmentList
          segments={segments.data}
          terms={terms.data}
          names={names}
          listRef={list}
          onOpen={({ id }) => setOpen(id)}
          onCreate={editable ? create : undefined}
        />
      )}
    </Pane>
  )
}
