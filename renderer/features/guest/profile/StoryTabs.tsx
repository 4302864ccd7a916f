import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { sectionActs } from '../acts.ts'

/** From this width on stays and changes are side by side. */
export const BOTH_PX = 1680

export type Tab = 'stays' | 'changes'

/** The name of a list with the key that goes to it. */
export function TabHead({ tab }: { tab: Tab }) {
  const { t } = useWords()
  return (
    <>
      {t(`guest.section.${tab}`)} <KeyHint keys={sectionActs[tab].key} />
    </>
  )
}

/** Stays or changes, where there is room for one of them. */
export function StoryTabs({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  return (
    <span className="g-tabs">
      {(['stays', 'changes'] as const).map((each) => (
        <button
          key={each}
          type="button"
          className="g-tab"
          aria-pressed={tab === each}
          onClick={() => onTab(each)}
        >
          <TabHead tab={each} />
        </button>
      ))}
    </span>
  )
}
