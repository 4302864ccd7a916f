import { Select } from 'antd'
import { useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import {
  freeGroups,
  knownPreferences,
  preferenceWords,
  wishOf,
} from '#renderer/parts/guest/preference-words.ts'
import { formatDate } from '#renderer/ui/format.ts'
import { CloseIcon } from '#renderer/ui/icons.tsx'
import { preferenceGroups } from '#shared/domain/guest/preferences.ts'
import { type Profile, useGuestEdit } from './editing.tsx'
import { Part } from './SectionHead.tsx'

type Preference = Profile['guest']['preferences'][number]

/** What the guest likes, by group. One field adds: typed in any of the words, or the clerk’s own where a group takes them. */
export function Preferences({ preferences }: { preferences: readonly Preference[] }) {
  const { t } = useWords()
  const save = useGuestEdit('guest.setPreference')
  const remove = useGuestEdit('guest.removePreference')
  const groups = preferenceGroups
    .map((group) => ({ group, chosen: preferences.filter((preference) => preference.group === group) }))
    .filter(({ chosen }) => chosen.length > 0)
  const trouble = save.trouble ?? remove.trouble
  return (
    <Part name="preferences" title={t('guest.section.preferences')}>
      {groups.length === 0 && <p className="k-faint">{t('guest.preference.none')}</p>}
      <dl className="g-preferences">
        {groups.map(({ group, chosen }) => (
          <div key={group}>
            <dt>{t(`guest.preference.group.${group}`)}</dt>
            <dd className="k-tags">
              {chosen.map((preference) => (
                <Chosen
                  key={preference.id}
                  preference={preference}
                  onRemove={() => void remove.run({ id: preference.id })}
                />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <AddPreference
        onAdd={(text) => {
          const wish = wishOf(text)
          if (wish) void save.run(wish)
        }}
      />
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </Part>
  )
}

function Chosen({ preference, onRemove }: { preference: Preference; onRemove: () => void }) {
  const { t, locale } = useWords()
  const words = preferenceWords(preference, t)
  const source = `${t(`guest.preference.source.${preference.source}`)}, ${t('guest.preference.from', {
    date: formatDate(preference.notedOn, locale, 'plain'),
  })}`
  return (
    <span className="k-tag" title={source}>
      {words}
      <button type="button" aria-label={`${t('common.remove')}: ${words}`} onClick={onRemove}>
        <CloseIcon />
      </button>
    </span>
  )
}

function AddPreference({ onAdd }: { onAdd: (value: string) => void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const typed = text.trim()
  const known = knownPreferences(t)
  const matches = known.some(({ options }) =>
    options.some((option) => option.label.toLowerCase() === typed.toLowerCase()),
  )
  const own =
    typed === '' || matches
      ? []
      : freeGroups.map((group) => ({
          value: `${group}/${typed}`,
          label: t('guest.preference.own', { group: t(`guest.preference.group.${group}`), text: typed }),
        }))
  const groups = known.map(({ group, options }) => ({
    label: t(`guest.preference.group.${group}`),
    options: options.filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase())),
  }))
  return (
    <Select
      className="g-add"
      aria-label={t('guest.act.addPreference')}
      placeholder={t('guest.preference.find')}
      value={null}
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      options={[...groups.filter(({ options }) => options.length > 0), ...own]}
      onSelect={(value: string | null) => {
        setText('')
        if (value) onAdd(value)
      }}
    />
  )
}
