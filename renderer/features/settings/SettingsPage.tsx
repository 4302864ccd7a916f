import './settings.css'
import { useMay } from '#renderer/base/desk.ts'
import { actsFor, runEach, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps, useRedirect } from '#renderer/base/route/route.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { SectionedPage } from '#renderer/ui/SectionedPage.tsx'
import { sectionActs } from './acts.ts'
import { BackupSection } from './backup/BackupSection.tsx'
import { CutoverSection } from './cutover/CutoverSection.tsx'
import { DeskSection } from './desk/DeskSection.tsx'
import { HotelSection } from './HotelSection.tsx'
import { MoneySection } from './money/MoneySection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { ProgrammeSection } from './programme/ProgrammeSection.tsx'
import { RatePlansSection } from './RatePlansSection.tsx'
import { RegistrationSection } from './RegistrationSection.tsx'
import { RoomsSection } from './RoomsSection.tsx'
import { RoomTypesSection } from './RoomTypesSection.tsx'
import { RolesSection } from './roles/RolesSection.tsx'
import { StaysSection } from './StaysSection.tsx'
import { mayChange, type SectionName, sections, sectionsFor } from './sections.ts'
import type { SectionProps } from './things.ts'
import { UsersSection } from './UsersSection.tsx'

const components: Record<SectionName, React.ComponentType<SectionProps>> = {
  hotel: HotelSection,
  'room-types': RoomTypesSection,
  rooms: RoomsSection,
  'rate-plans': RatePlansSection,
  stays: StaysSection,
  programme: ProgrammeSection,
  users: UsersSection,
  roles: RolesSection,
  password: PasswordSection,
  backup: BackupSection,
  money: MoneySection,
  desk: DeskSection,
  registration: RegistrationSection,
  cutover: CutoverSection,
}

/** Settings: the sections at the left, one of them at the right. */
export function Page({ params }: ScreenProps<typeof paths.settingsSection>) {
  const { t } = useWords()
  const may = useMay()
  const seen = sectionsFor(may)
  const name = params.section
  const first = seen[0]?.name ?? 'password'
  useRedirect(name === undefined ? href(paths.settingsSection, { section: first }) : null)
  useActs(
    actsFor(sectionActs, may),
    runEach(sectionActs, (section) => go(href(paths.settingsSection, { section }))),
  )
  const here = seen.find((section) => section.name === name)
  const Section = here && components[here.name]
  return (
    <SectionedPage
      title={t('settings.title')}
      label={t('settings.sections')}
      sections={seen.map((section) => ({
        name: section.name,
        to: href(paths.settingsSection, { section: section.name }),
        title: t(`settings.section.${section.name}`),
        keys: sectionActs[section.name].key,
      }))}
      open={name}
      width={204}
    >
      {Section && here ? (
        <Section editable={mayChange(may, here.name)} />
      ) : (
        <Pane>{name !== undefined && <NotHere name={name} />}</Pane>
      )}
    </SectionedPage>
  )
}

/** A section that is for others, or one that is not. */
function NotHere({ name }: { name: string }) {
  const { t } = useWords()
  const section = sections.find((one) => one.name === name)
  return (
    <EmptyState>
      {section ? t('settings.notYours', { right: t(`right.${section.sees}`) }) : t('settings.unknownSection')}
    </EmptyState>
  )
}
