import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { QueryState } from '#renderer/api/use-query.ts'
import { rank } from '#renderer/base/find/match.ts'
import { wordsOf } from '#renderer/base/find/words.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { getLocation, go, Link } from '#renderer/base/route/route.tsx'
import { QuestionPieces } from '#renderer/parts/report/QuestionPieces.tsx'
import { isQuestion, useQuestionEnter } from '#renderer/parts/report/use-question.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { nextIndex } from '#renderer/ui/list-move.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { reportGroups } from '#shared/domain/report/catalogue.ts'
import type { Key } from '#shared/i18n/index.ts'
import type { ReportPage } from './pages.ts'

type Props = {
  list: QueryState<OutputOf<'report.list'>>
  pages: readonly ReportPage[]
  /** The report or page that is open. */
  open: string | undefined
}

type Item = {
  id: string
  to: string
  title: string
  words: readonly string[]
  open: boolean
  keys?: string
  /** What the report is about, as its tip. */
  about?: string
}
type Group = { title: string; items: readonly Item[] }

/** Pages, favourites, then the reports by group; narrowed by typing in either language, in pinyin or initials. */
export function Catalogue({ list, pages, open }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const links = useRef<HTMLDivElement>(null)
  const groups = narrowed(useGroups(list.data, pages, open), text)
  const isThere = list.data !== undefined
  useEffect(() => {
    // Drawn anew for each report, it begins at its top
    if (isThere) links.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' })
  }, [isThere])
  const goTo = (at: number) =>
    links.current?.querySelectorAll<HTMLElement>('a')[at]?.focus({ preventScroll: false })
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = [...(links.current?.querySelectorAll<HTMLElement>('a') ?? [])]
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = at < 0 ? null : nextIndex(event.key, at, all.length, 10)
    if (next === null || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    goTo(next)
  }
  const first = groups[0]?.items[0]
  const { answer, enter } = useQuestionEnter(text, () => (text !== '' && first ? go(first.to) : goTo(0)))
  const asks = answer !== undefined && isQuestion(answer)
  const startsAt = groups.flatMap(({ items }) => items).find((item) => item.open) ?? first
  return (
    <Pane main title={t('reportScreen.title')} scroll={false}>
      <div className="rp-find">
        <SearchField
          label={t('reportAsk.field')}
          placeholder={t('reportAsk.short')}
          value={text}
          onSearch={setText}
          onClear={() => setText('')}
          onDown={enter}
        />
        <div className="rp-asked" aria-live="polite">
          {asks && <QuestionPieces answer={answer} typed={text} onRetype={setText} />}
        </div>
      </div>
      <div ref={links} className="k-scroll rp-catalogue" onKeyDown={press}>
        {groups.map(({ title, items }) => (
          <nav key={title} aria-label={title || t('reportScreen.pages')}>
            {title && (
              <p className="rp-group" aria-hidden>
                {title}
              </p>
            )}
            <ul className="k-sections-list">
              {items.map((item) => (
                <li key={item.id}>
                  <Link
                    to={item.to}
                    title={item.about}
                    aria-current={item.open ? 'page' : undefined}
                    tabIndex={item === startsAt ? 0 : -1}
                    data-start={item === startsAt || undefined}
                  >
                    <span className="k-cut">{item.title}</span>
                    {item.keys && <KeyHint keys={item.keys} />}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        {groups.length === 0 && !asks && <EmptyState>{t('reportScreen.nothingFound', { text })}</EmptyState>}
      </div>
    </Pane>
  )
}

function useGroups(
  data: OutputOf<'report.list'> | undefined,
  pages: readonly ReportPage[],
  open: string | undefined,
): Group[] {
  const { t } = useWords()
  const here = getLocation().href
  const reports = data?.reports ?? []
  const favourites = (data?.favourites ?? []).map((one): Item => {
    const to = href(paths.report, { name: one.report }, one.parameters)
    return { id: `favourite:${one.id}`, to, title: one.name, words: [one.name], open: to === here }
  })
  const isFavourite = favourites.some((one) => one.open)
  const item = (name: string, title: Key, more: Partial<Item> = {}): Item => ({
    id: name,
    to: href(paths.report, { name }),
    title: t(title),
    words: wordsOf(title),
    open: name === open && !isFavourite,
    ...more,
  })
  return [
    { title: '', items: pages.map(({ name, title, key }) => item(name, title, { keys: key })) },
    { title: t('reportScreen.favourites'), items: favourites },
    ...reportGroups.map((group) => ({
      title: t(`report.group.${group}`),
      items: reports
        .filter((one) => one.group === group)
        .map(({ name, remembered }) =>
          item(name, `report.name.${name}`, {
            to: href(paths.report, { name }, remembered ?? undefined),
            about: t(`report.about.${name}`),
          }),
        ),
    })),
  ].filter(({ items }) => items.length > 0)
}

/** Those that fit what is typed, each group in its own order. */
function narrowed(groups: readonly Group[], text: string): Group[] {
  if (text.trim() === '') return [...groups]
  return groups
    .map(({ title, items }) => ({ title, items: rank(items, text, []) }))
    .filter(({ items }) => items.length > 0)
}
