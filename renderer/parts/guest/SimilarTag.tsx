import type { T } from '#renderer/base/language.ts'

/** Beside a guest whose name is only similar to what was typed. */
export function SimilarTag({ t }: { t: T }) {
  return <span className="k-tag k-similar">{t('guest.similar')}</span>
}
