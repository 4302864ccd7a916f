import { useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { SignaturePad } from '#renderer/parts/registration/SignaturePad.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { isSigned, type Strokes, signatureText } from '#shared/domain/registration/signature.ts'

type Props = { value: string | null; onSigned: (text: string | null) => void; onClose: () => void }

/**
 * Where the guest signs the registration card on the screen; what is drawn is kept by the check-in. A touch by mistake is no
 * signature and is said to be none.
 */
export function SignDrawer({ value, onSigned, onClose }: Props) {
  const { t } = useWords()
  const [strokes, setStrokes] = useState<Strokes>([])
  const [trouble, setTrouble] = useState(false)
  const take = () => {
    if (strokes.length === 0 && value !== null) return onClose()
    if (!isSigned(strokes)) return setTrouble(true)
    onSigned(signatureText(strokes))
    onClose()
  }
  const draw = (drawn: Strokes) => {
    setStrokes(drawn)
    setTrouble(false)
    if (drawn.length === 0) onSigned(null)
  }
  return (
    <SideDrawer
      open
      title={t('stay.in.sign')}
      onClose={onClose}
      width={480}
      submit={{ label: t('registration.sign.done'), run: take }}
    >
      <SignaturePad value={value ?? ''} strokes={strokes} onDraw={draw} />
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {t('registration.sign.empty')}
        </p>
      )}
    </SideDrawer>
  )
}
