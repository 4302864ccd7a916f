import { useWords } from '#renderer/base/language.ts'
import { SignaturePad } from '#renderer/parts/registration/SignaturePad.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'

type Props = { value: string | null; onSigned: (text: string | null) => void; onClose: () => void }

/** Where the guest signs the registration card on the screen; what is drawn is kept by the check-in. */
export function SignDrawer({ value, onSigned, onClose }: Props) {
  const { t } = useWords()
  return (
    <SideDrawer open title={t('stay.in.sign')} onClose={onClose} width={480}>
      <SignaturePad
        value={value ?? ''}
        onSigned={(text) => {
          onSigned(text)
          onClose()
        }}
        onCleared={() => onSigned(null)}
      />
    </SideDrawer>
  )
}
