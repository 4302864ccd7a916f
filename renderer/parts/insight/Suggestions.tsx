import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import { signs } from '#renderer/ui/marks.ts'
import { type Suggestion, useNextWords } from './next-words.ts'

/** What to know and to do for an arrival, where it is from, and the user's thumbs. */
export function Suggestions({ suggestions }: { suggestions: readonly Suggestion[] }) {
  const { t } = useWords()
  const { knowText } = useNextWords()
  const vote = useCommand('suggestion.vote')
  if (suggestions.length === 0) return null
  return (
    <ul className="k-next" aria-label={t('suggestion.title')}>
      {suggestions.map((one) => (
        <li key={`${one.kind}:${knowText(one)}`}>
          <span>
            <b>{knowText(one)}</b> {t(`suggestion.do.${one.kind}`)}{' '}
            <span className="k-quiet">{t(`suggestion.source.${one.kind}`)}</span>
          </span>
          <span className="k-next-acts">
            {(['up', 'down'] as const).map((thumb) => (
              <button
                key={thumb}
                type="button"
                className="k-tool"
                aria-pressed={one.vote === thumb}
                title={t(`suggestion.vote.${thumb}`)}
                aria-label={t(`suggestion.vote.${thumb}`)}
                onClick={() => void vote.run({ kind: one.kind, vote: one.vote === thumb ? 'none' : thumb })}
              >
                {thumb === 'up' ? signs.useful : signs.notUseful}
              </button>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}
