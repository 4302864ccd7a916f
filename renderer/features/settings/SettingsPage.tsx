import './settings.css'
import { useEffect } from 'react'
import { useUser } from '#renderer/base/desk.ts'
import { actsFor, runEach, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, Link, type ScreenProps } from '#renderer/base/route/route.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { sectionActs } from './acts.ts'
import { BackupSection } from './backup/BackupSection.tsx'
import { HotelSection } from './HotelSection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { ProgrammeSection } from './programme/ProgrammeSection.tsx'
import { RatePlansSection } from './RatePlansSection.tsx'
import { RoomsSection } from './RoomsSection.tsx'
import { RoomTypesSection } from './RoomTypesSection.tsx'
import { mayChange, type SectionName, sections, sectionsFor } from './sections.ts'
import type { SectionProps } from './things.ts'
import { UsersSection } from './UsersSection.tsx'

const components: Record<SectionName, React.ComponentType<SectionProps>> = {
  hotel: HotelSection,
  'room-types': RoomTypesSection,
  rooms: RoomsSection,
  'rate-plans': RatePlansSection,
  programme: ProgrammeSection,
  users: UsersSection,
  password: PasswordSection,
  backup: BackupSection,
}

/** Settings: the sections at the left, one of them at the right. */
export function Page({ params }: ScreenProps<typeof paths.settingsSection>) {
  const { t } = useWords()
  const { role } = useUser()
  const seen = sectionsFor(role)
  const name = params.section
  useEffect(() => {
    if (name === undefined) go(href(paths.settingsSection, { section: 'hotel' }), { replace: true })
  }, [name])
  useActs(
    actsFor(sectionActs, role),
    runEach(sectionActs, (section) => go(href(paths.settingsSection, { section }))),
  )
  const here = seen.find((section) => section.name === name)
  const Section = here && components[here.name]
  return (
    <div className="s-page">
      <Pane main className="s-sections" title={t('settings.title')}>
        <nav aria-label={t('settings.sections')}>
          <ul className="s-nav">
            {seen.map((section) => (
              <li key={section.name}>
                <Link
                  to={href(paths.settingsSection, { section: section.name })}
                  aria-current={section.name === name ? 'page' : undefined}
                >
                  <span>{t(`settings.section.${section.name}`)}</span>
                  <KeyHint keys={sectionActs[section.name].key} />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </Pane>
      {Section && here ? (
        <Section editable={mayChange(role, here.name)} />
      ) : (
        <Pane>{name !== undefined && <NotHere name={name} />}</Pane>
      )}
    </div>
  )
}

/** A section that is for others, or one that is not. */
function NotHere({ name }: { name: string }) {
  const { t } = useWords()
  const section = sections.find((one) => one.name === name)
  return (
    <EmptyState>
      {section
        ? t('settings.notYours', { role: t(`shell.role.${section.sees}`) })
        : t('settings.unknownSection')}
    </EmptyState>
  )
}
