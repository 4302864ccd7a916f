import { Select } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { roomFeatures } from '#shared/domain/room/room.ts'
import type { Feature, RoomType } from './things.ts'

type TypeProps = { types: readonly RoomType[]; value: number; onChange: (id: number) => void }

/** The room's type by code and name; retired ones only where the room has one. */
export function TypeField({ types, value, onChange }: TypeProps) {
  const { t, language } = useWords()
  return (
    <Field label={t('settings.room.type')}>
      {(control) => (
        <Select
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          options={types
            .filter((type) => type.active || type.id === value)
            .map((type) => ({
              value: type.id as number,
              label: `${type.code} ${inLanguage(type, language)}`,
            }))}
          onSelect={onChange}
        />
      )}
    </Field>
  )
}

/** What a room has, several by typing. */
export function FeatureField({
  value,
  onChange,
}: {
  value: Feature[]
  onChange: (features: Feature[]) => void
}) {
  const { t } = useWords()
  return (
    <Field label={t('settings.room.features')}>
      {(control) => (
        <Select
          {...control}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          options={roomFeatures.map((feature) => ({
            value: feature,
            label: t(`booking.feature.${feature}`),
          }))}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
