import { useWords } from '#renderer/base/language.ts'
import { CloseIcon } from './icons.tsx'

type Props = {
  label: string
  tags: readonly string[]
  /** With it each tag has its button to be taken off. */
  onRemove?: (tag: string) => void
}

/** Words stuck on a thing. */
export function TagList({ label, tags, onRemove }: Props) {
  const { t } = useWords()
  return (
    <ul className="k-tags" aria-label={label}>
      {tags.map((tag) => (
        <li key={tag} className="k-tag">
          {tag}
          {onRemove && (
            <button type="button" aria-label={`${t('common.remove')}: ${tag}`} onClick={() => onRemove(tag)}>
              <CloseIcon />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
