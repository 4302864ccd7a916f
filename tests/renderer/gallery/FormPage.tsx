import { Button, Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'

/** The hotel's address, changed through the core: for tests of commands, undo and live updates. */
export function Page() {
  const { data } = useQuery('hotel.settings', {})
  const save = useCommand('hotel.updateSettings')
  const [address, setAddress] = useState('')
  if (!data) return <RowSkeleton />
  return (
    <Pane main title="Hotel" padded>
      <p data-test="address">{data.address}</p>
      <Field label="Address" error={save.trouble ?? undefined}>
        {(control) => (
          <Input {...control} value={address} onChange={(event) => setAddress(event.target.value)} />
        )}
      </Field>
      <Button onClick={() => void save.run({ version: data.version, address })}>Save</Button>
    </Pane>
  )
}
