import { useRef } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { choiceKey, useChoiceKeys } from '#renderer/base/keys/choice-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import type { paths } from '#renderer/base/route/paths.ts'
import { type ScreenProps, setQuery, setTyped, useLocation } from '#renderer/base/route/route.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Rows } from '#renderer/ui/Pane.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { GuestsList } from './GuestsList.tsx'
import { HouseList } from './HouseList.tsx'
import './house.css'
import { countOf, type Section, sectionNames, sectionOf } from './sections.ts'

/** Everything the house sees to while its guests stay: who is here, and what is open for them, a list for each kind. */
export function Page({ query }: ScreenProps<typeof paths.house>) {
  const { t } = useWords()
  const text = useLocation(({ typed }) => typed.text ?? query.text ?? '')
  const section = sectionOf(query.show)
  const listRef = useRef<HTMLDivElement>(null)
  const counts = useQuery('house.counts', {}).data
  useChoiceKeys(sectionNames, 'house.key.show', show)
  return (
    <>
      <h1 className="k-hidden">{t('house.title')}</h1>
      <Rows heights="auto minmax(0, 1fr)">
        <div className="house-bar">
          <SearchField
            label={t('house.find')}
            value={text}
            onSearch={find}
            onClear={() => find('')}
            onDown={() => listRef.current?.focus()}
          />
          <div className="k-usual" role="radiogroup" aria-label={t('house.show')}>
            {sectionNames.map((name, at) => (
              <button
                key={name}
                type="button"
                role="radio"
                aria-checked={name === section}
                className="k-chip house-section"
                onClick={() => show(name)}
              >
                {t(`house.section.${name}`)}
                {counts && name !== 'guests' && counts[countOf[name]] > 0 && ` ${counts[countOf[name]]}`}{' '}
                <KeyHint keys={choiceKey(at)} />
              </button>
            ))}
          </div>
        </div>
        {section === 'guests' ? (
          <GuestsList text={text} listRef={listRef} />
        ) : (
          <HouseList
            key={section}
            thing={section}
            text={text}
            closed={query.closed === '1'}
            adding={query.do === 'add'}
            listRef={listRef}
          />
        )}
      </Rows>
    </>
  )
}

/** What is typed takes the place of what the way here looked for. */
function find(text: string): void {
  setQuery({ text: undefined })
  setTyped({ text })
}

function show(section: Section): void {
  setQuery({ show: section, text: undefined, closed: undefined, do: undefined })
}
