import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { closeActs, paneActs } from './acts.ts'
import './audit.css'
import { BlockDrawer } from './BlockDrawer.tsx'
import { Blocks } from './Blocks.tsx'
import { type Block, blocksOf, type Day, kindOf, type NotSettled, type Way } from './block.ts'
import { CloseNow } from './CloseNow.tsx'
import { History } from './History.tsx'
import { SettingsDrawer } from './SettingsDrawer.tsx'

/** Closes the business date: what is to be settled first, the close itself, and the closes of before. */
export function Page() {
  const day = useQuery('audit.day', {})
  if (day.failed && !day.data)
    return <Trouble failed={day.failed} operation="audit.day" onRetry={day.retry} />
  if (!day.data) return <RowSkeleton rows={8} />
  return <CloseDay day={day.data} />
}

function CloseDay({ day }: { day: Day }) {
  const { t } = useWords()
  const blocks = blocksOf(day)
  const [settling, settle] = useState<{ way: Way; blocks: Block[] } | null>(null)
  const [failed, setFailed] = useState<NotSettled[]>([])
  const [asksSettings, askSettings] = useState(false)
  useActs({ settings: closeActs.settings }, { settings: () => askSettings(true) })
  const choose = (way: Way, some: readonly Block[]) => {
    const able = some.filter(({ kind }) => kind === kindOf[way])
    if (able.length > 0) settle({ way, blocks: able })
  }
  return (
    <>
      <Panes
        label={t('auditScreen.title')}
        areas='"blocks close" "history close"'
        columns="minmax(0, 1fr) 400px"
        rows="minmax(0, 3fr) minmax(0, 2fr)"
        panes={[
          {
            name: 'blocks',
            title: t('auditScreen.blocks'),
            act: paneActs.blocks,
            children: <Blocks day={day} blocks={blocks} failed={failed} onSettle={choose} />,
          },
          {
            name: 'close',
            title: t('auditScreen.title'),
            act: paneActs.close,
            children: <CloseNow day={day} />,
          },
          {
            name: 'history',
            title: t('auditScreen.history'),
            act: paneActs.history,
            children: <History />,
          },
        ]}
      />
      {settling && (
        <BlockDrawer
          {...settling}
          businessDate={day.businessDate}
          onFailed={setFailed}
          onClose={() => settle(null)}
        />
      )}
      {asksSettings && <SettingsDrawer onClose={() => askSettings(false)} />}
    </>
  )
}
