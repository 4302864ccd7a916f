import { Button } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useDesk } from '#renderer/base/desk.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import type { CutoverSection, WrongLine } from '#shared/domain/folio/cutover.ts'
import { words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { addActs, cutoverLineActs } from '../acts.ts'
import type { Chart } from '../money/money-things.ts'
import { FileTools } from './FileTools.tsx'
import { LineDrawer } from './LineDrawer.tsx'
import { type OpeningLine, useLineColumns, useMistakes } from './line-columns.tsx'
import type { Cells } from './opening-form.ts'

type Props = {
  section: CutoverSection
  chart: Chart
  lines: readonly Cells[]
  wrong: readonly WrongLine[]
  set: (lines: readonly Cells[]) => void
}

/** The lines of a section: added, read from a file, corrected, removed. */
export function OpeningLines({ section, chart, lines, wrong, set }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useHeld<number | 'new' | null>(`cutover:open:${section}`, null)
  const [active, setActive] = useState<OpeningLine | undefined>(undefined)
  const list = useRef<HTMLDivElement>(null)
  const columns = useLineColumns(section)
  const rows = useMemo(() => {
    const own = Map.groupBy(
      wrong.filter((one) => one.section === section),
      ({ line }) => line,
    )
    return lines.map((cells, at): OpeningLine => ({ at, cells, wrong: own.get(at + 1) ?? [] }))
  }, [lines, wrong, section])
  const add = () => setOpen('new')
  const remove = () => {
    const at = active?.at
    if (at === undefined) return false
    offerBack('cutover.removed', { line: at + 1 }, () => set(lines))
    return set(lines.filter((_, place) => place !== at))
  }
  useActs({ ...addActs, remove: cutoverLineActs.remove }, { add, remove })
  const edited = typeof open === 'number' ? rows[open] : undefined
  const close = () => {
    setOpen(null)
    list.current?.focus()
  }
  return (
    <>
      <div className="co-tools">
        <Button onClick={add}>
          {t('cutover.add')} <KeyHint keys={addActs.add.key} />
        </Button>
        <FileTools
          section={section}
          onRead={(read, file) => {
            offerBack('cutover.read', { count: read.length, file }, () => set(lines))
            set(read)
          }}
        />
        {lines.length > 0 && (
          <span className="k-quiet">
            {t('cutover.key.remove')} <KeyHint keys={cutoverLineActs.remove.key} />
          </span>
        )}
      </div>
      <DataList
        label={t(`cutover.section.${section}`)}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.at}
        listRef={list}
        memory={`cutover:${section}`}
        autoFocus
        onActive={setActive}
        onOpen={(row) => setOpen(row.at)}
        empty={
          <EmptyState action={{ label: t('cutover.add'), run: add, keys: addActs.add.key }}>
            {t(`cutover.empty.${section}`)}
          </EmptyState>
        }
      />
      {active && active.wrong.length > 0 && lines.length > 0 && <Mistakes line={active} />}
      {(open === 'new' || edited) && (
        <LineDrawer
          key={open}
          section={section}
          chart={chart}
          line={edited}
          onTake={(cells) => {
            if (edited) set(lines.map((one, at) => (at === edited.at ? cells : one)))
            else set([...lines, cells])
          }}
          onClose={close}
        />
      )}
    </>
  )
}

/** All that is wrong with the line that the keys are on: the list has room for its beginning alone. */
function Mistakes({ line }: { line: OpeningLine }) {
  const { t } = useWords()
  const texts = useMistakes(line.wrong)
  return (
    <div className="co-mistakes">
      <b>{t('cutover.edit', { line: line.at + 1 })}</b>
      {texts.map((text) => (
        <p key={text} className="co-off">
          {text}
        </p>
      ))}
    </div>
  )
}

/** Lines that went come back by the status line's undo. */
function offerBack(
  key: 'cutover.removed' | 'cutover.read',
  params: { [name: string]: string | number },
  bringBack: () => void,
): void {
  useDesk.setState({
    lastDone: {
      words: (language: Language) => words(language, key, params),
      change: null,
      undoable: true,
      undone: false,
      bringBack: () => {
        bringBack()
        useDesk.setState({ lastDone: null })
      },
    },
  })
}
