import { useMemo, useRef, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { actsFor, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { HeldDrawerOfFolio } from '#renderer/parts/folio/held/HeldDrawer.tsx'
import type { HeldAct } from '#renderer/parts/folio/held/held-acts.ts'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { holdActs } from '../acts.ts'
import { type Hold, holdColumns } from './columns.tsx'
import { Register } from './Register.tsx'

/** Pre-authorisations, those that expire first at the top; each is captured or released. */
export function Holds() {
  const { t } = useWords()
  const [text, setText] = useState('')
  const holds = useQuery('hold.list', { show: text.trim() ? 'all' : 'held', text }, { keep: true })
  const columns = useMemo(() => holdColumns(t), [t])
  const [row, setRow] = useState<Hold | undefined>(undefined)
  const [doing, setDoing] = useState<{ act: HeldAct; row: Hold } | null>(null)
  const listRef = useRef<HTMLDivElement>(null)
  const begin = (act: HeldAct) => () => row && setDoing({ act, row })
  const runs = {
    capture: begin('capture'),
    release: begin('release'),
    folio: () => row && go(href(paths.folio, { id: row.folio.folioId })),
  }
  const can = actsFor(holdActs, { row })
  useActs(can, runs)
  const tool = (name: keyof typeof runs, label: string) => ({
    act: holdActs[name],
    label,
    run: runs[name],
    off: !(name in can),
  })
  const { data, loading, failed, retry } = holds
  return (
    <>
      <Register
        name="holds"
        operation="hold.list"
        list={{ rows: data?.rows ?? [], loading, failed, retry }}
        columns={columns}
        listRef={listRef}
        search={{ text, onSearch: setText }}
        tools={[
          tool('capture', t('folioScreen.act.capture')),
          tool('release', t('folioScreen.act.release')),
          tool('folio', t('cashierScreen.act.folio')),
        ]}
        note={
          data && (
            <span>
              {t('cashierScreen.heldNow')} <MoneyText minor={data.heldMinor} sign />
            </span>
          )
        }
        onActive={setRow}
        onOpen={(one) =>
          one.status === 'held' && setDoing({ act: one.expired ? 'release' : 'capture', row: one })
        }
      />
      {doing && (
        <HeldDrawerOfFolio
          key={`${doing.act} ${doing.row.id}`}
          doing={doing.act}
          folioId={doing.row.folio.folioId}
          id={doing.row.id}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}
