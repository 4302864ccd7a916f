import './form.css'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import type { Right } from '#shared/domain/access/rights.ts'

/** Shown where somebody may look but not change: with the colleagues who may. */
export function WhoMayNote({ needed }: { needed: Right }) {
  const { t } = useWords()
  const { data: who } = useQuery('access.whoMay', { right: needed })
  return (
    <p className="form-readonly k-quiet">
      {who && who.length > 0
        ? t('settings.readOnlyWho', { who })
        : t('settings.readOnly', { right: t(`right.${needed}`) })}
    </p>
  )
}
