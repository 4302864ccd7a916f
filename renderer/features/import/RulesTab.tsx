import { useWords } from '#renderer/base/language.ts'
import { Section } from '#renderer/ui/Pane.tsx'
import { ScrollArea } from '#renderer/ui/ScrollArea.tsx'
import { importedLines, noteReasons, type Profile, rejectReasons } from './rules.ts'
import { KnownWords } from './WordTable.tsx'

/** What is kept, rejected and noted, for the profile that reads the file; for both while there is none. */
export function RulesTab({ profile }: { profile: Profile | null }) {
  const { t } = useWords()
  const profiles: Profile[] = profile ? [profile] : ['generic', 'hotel-booking-demand']
  return (
    <ScrollArea className="im-scroll im-rules" label={t('import.tab.rules')}>
      <ul className="im-list">
        <li>{t('import.rules.lead')}</li>
        <li>{t('import.rules.wholeFile')}</li>
        <li>{t('import.rules.cards')}</li>
      </ul>
      {profiles.map((one) => (
        <Section key={one} title={t(`import.profile.${one}`)}>
          <div className="im-rule-columns">
            <RuleList
              title={t('import.rules.kept')}
              lines={
                one === 'generic'
                  ? importedLines.generic.map((line) => t(`import.rules.generic.${line}`))
                  : importedLines['hotel-booking-demand'].map((line) => t(`import.rules.demand.${line}`))
              }
            />
            <RuleList
              title={t('import.rules.rejected')}
              lines={rejectReasons[one].map((reason) => t(`import.reason.${reason}`))}
            />
            <RuleList
              title={t('import.rules.noted')}
              lines={noteReasons[one].map((reason) => t(`import.reason.${reason}`))}
            />
          </div>
        </Section>
      ))}
      <KnownWords />
    </ScrollArea>
  )
}

function RuleList({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <p className="k-label">{title}</p>
      <ul className="im-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
