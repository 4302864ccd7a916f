import { type RefObject, useRef } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useList } from '#renderer/api/use-list.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { choiceKey, useChoiceKeys } from '#renderer/base/keys/choice-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps, setQuery, setTyped, useLocation } from '#renderer/base/route/route.tsx'
import { DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { foliosActs } from '../acts.ts'
import { AccountDrawer } from './AccountDrawer.tsx'
import { useFolioColumns } from './columns.tsx'
import { type View, viewNames, viewOf, views } from './views.ts'
import '../folio.css'

/** Folios that are open, with what is owed; by who owes, house and master accounts, skippers; found by typing. */
export function Page({ query }: ScreenProps<typeof paths.folios>) {
  const text = useLocation(({ typed }) => typed.text ?? '')
  const view = viewOf(query.show)
  const listRef = useRef<HTMLDivElement>(null)
  const close = () => setQuery({ do: undefined })
  useActs(foliosActs, { account: toNew })
  useChoiceKeys(viewNames, 'folioScreen.key.show', show)
  return (
    <>
      <Rows heights="auto minmax(0, 1fr)">
        <Bar view={view} text={text} listRef={listRef} />
        <FolioList view={view} text={text} listRef={listRef} />
      </Rows>
      {query.do === 'account' && (
        <AccountDrawer kind={view === 'master' ? 'master' : 'house'} onClose={close} />
      )}
    </>
  )
}

function toNew(): void {
  setQuery({ do: 'account' })
}

function show(view: View): void {
  setQuery({ show: view })
}

type Props = { view: View; text: string; listRef: RefObject<HTMLDivElement | null> }

/** What is searched for, which folios are shown, and the way to a new account. */
function Bar({ view, text, listRef }: Props) {
  const { t } = useWords()
  return (
    <div className="fo-bar">
      <SearchField
        label={t('folioScreen.folios.find')}
        value={text}
        onSearch={(next) => setTyped({ text: next })}
        onClear={() => setTyped({ text: '' })}
        onDown={() => listRef.current?.focus()}
        autoFocus
      />
      <div className="k-usual" role="radiogroup" aria-label={t('folioScreen.folios.show')}>
        {viewNames.map((name, at) => (
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={name === view}
            className="k-chip fo-view"
            onClick={() => show(name)}
          >
            {t(`folioScreen.folios.view.${name}`)} <KeyHint keys={choiceKey(at)} />
          </button>
        ))}
      </div>
      <button type="button" className="k-tool fo-new" onClick={toNew}>
        {t('folioScreen.account.new')} <KeyHint keys={foliosActs.account.key} />
      </button>
    </div>
  )
}

function FolioList({ view, text, listRef }: Props) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const list = useList('folio.list', { ...views[view], text: text.trim(), limit: 100 }, { long: true })
  const columns = useFolioColumns(view)
  return (
    <Pane
      main
      title={t('folioScreen.folios.title')}
      note={
        list.head &&
        t('folioScreen.folios.total', { amount: formatMoney(list.head.totalMinor, currency, locale, true) })
      }
      scroll={false}
    >
      {list.failed && <Trouble failed={list.failed} operation="folio.list" onRetry={list.retry} />}
      {list.loading && <RowSkeleton rows={8} />}
      {!list.loading && !list.failed && (
        <DataList
          label={t('folioScreen.folios.title')}
          rows={list.rows}
          columns={columns}
          rowKey={(row) => row.id}
          more={list.more}
          loadMore={list.loadMore}
          onSeen={list.seen}
          listRef={listRef}
          about={`${view} ${text}`}
          onOpen={(row) => go(href(paths.folio, { id: row.id }))}
          empty={<NoFolios view={view} text={text} />}
        />
      )}
    </Pane>
  )
}

/** Views in which a new account would be seen. */
const accountViews: readonly View[] = ['house', 'master', 'open']

function NoFolios({ view, text }: { view: View; text: string }) {
  const { t } = useWords()
  if (text !== '') return <EmptyState>{t('folioScreen.folios.notFound', { text })}</EmptyState>
  const words = t(`folioScreen.folios.none.${view}`)
  if (!accountViews.includes(view)) return <EmptyState>{words}</EmptyState>
  const action = { label: t('folioScreen.account.new'), run: toNew, keys: foliosActs.account.key }
  return <EmptyState action={action}>{words}</EmptyState>
}
