import { Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { type Acts, useActs } from '#renderer/base/keys/acts.ts'
import type { paths } from '#renderer/base/route/paths.ts'
import type { ScreenProps } from '#renderer/base/route/route.tsx'
import { AlertBanner } from '#renderer/ui/AlertBanner.tsx'
import { InlineField } from '#renderer/ui/InlineField.tsx'
import { Columns, Fact, Facts, Pane, Section } from '#renderer/ui/Pane.tsx'
import { TagList } from '#renderer/ui/TagList.tsx'

const thingActs = { note: { key: 'Alt+N', label: 'guest.key.note' } } as const satisfies Acts

export function Page({ params }: ScreenProps<typeof paths.guest>) {
  const [name, setName] = useState('张伟')
  const note = useDraft(`thing:${params.id}:note`, '')
  const noteField = useRef<InputRef>(null)
  useActs(thingActs, { note: () => noteField.current?.focus() })
  const save = async (value: string) => {
    if (value === 'bad') {
      const issues = [{ path: ['nativeName'], code: 'invalid.tooLong', params: { max: 3 } }]
      return { ok: false as const, fault: { code: 'INVALID_INPUT' as const, issues } }
    }
    setName(value)
    return { ok: true as const, output: {} as never }
  }
  return (
    <>
      <AlertBanner
        label="Alerts"
        alerts={[
          { key: 1, text: 'Deposit is due before check-in', area: 'Check-in', blocking: true },
          { key: 2, text: 'Speaks Portuguese only' },
        ]}
      />
      <Columns widths="minmax(0, 1fr) 360px">
        <Pane main title={name} tools={<TagList label="Tags" tags={['VIP', '常客']} />}>
          <Section title="Facts">
            <Facts>
              <Fact name="Name">
                <InlineField
                  label="Name"
                  value={name}
                  draft={`thing:${params.id}:name`}
                  operation="guest.update"
                  onSave={save}
                />
              </Fact>
              <Fact name="Nationality">
                <InlineField
                  label="Nationality"
                  value=""
                  draft={`thing:${params.id}:nationality`}
                  operation="guest.update"
                  onSave={save}
                />
              </Fact>
            </Facts>
          </Section>
        </Pane>
        <Pane title="Note" padded>
          <Input.TextArea
            ref={noteField as never}
            aria-label="Note"
            value={note.value}
            onChange={(event) => note.set(event.target.value)}
            rows={4}
          />
        </Pane>
      </Columns>
    </>
  )
}
