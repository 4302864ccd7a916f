import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import { WindowField } from '#renderer/parts/folio/WindowField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { FolioPicker, type PickedFolio } from './FolioPicker.tsx'

/** Another window of the folio, or one of another folio. */
export type TypedTarget = { folio: PickedFolio | null; window: number }

/** The folio that is chosen, as it is on file once it is read. */
export function useTarget(
  folio: Folio,
  picked: PickedFolio | null,
): { isHere: boolean; target: Folio | undefined } {
  const isHere = picked?.id === folio.id
  const other = useQuery('folio.get', { id: picked?.id ?? folio.id }, { on: picked !== null && !isHere }).data
  return { isHere, target: isHere ? folio : other }
}

type Props = {
  folio: Folio
  here: PickedFolio
  label: string
  typed: TypedTarget
  target: Folio | undefined
  onChange: (patch: Partial<TypedTarget>) => void
  error?: string | undefined
  autoFocus?: boolean
}

/** Where lines go: a folio, found as one types, and its window. */
export function TargetFields({
  folio,
  here,
  label,
  typed,
  target,
  onChange,
  error,
  autoFocus = false,
}: Props) {
  const { t } = useWords()
  return (
    <>
      <Field label={label} hint={t('folioScreen.pick.hint')}>
        {(control) => (
          <FolioPicker
            {...control}
            value={typed.folio}
            first={[here, ...folio.others.filter(({ status }) => status === 'open')]}
            onChange={(picked) => onChange({ folio: picked, window: picked?.id === folio.id ? 2 : 1 })}
          />
        )}
      </Field>
      <WindowField
        folio={target ?? { windows: [] }}
        all
        autoFocus={autoFocus}
        value={typed.window}
        error={error}
        onChange={(window) => onChange({ window })}
      />
    </>
  )
}
