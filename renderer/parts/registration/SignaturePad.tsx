import { type PointerEvent, useRef, useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { Button } from '#renderer/ui/Button.tsx'
import {
  isSigned,
  type Point,
  signatureBox,
  signaturePath,
  signatureText,
} from '#shared/domain/registration/signature.ts'
import './signature.css'

type Props = {
  /** A signature that is there already. */
  value?: string
  /** Called with the drawing as a text when the guest is done; never with an empty one. */
  onSigned: (text: string) => void
  onCleared?: () => void
}

/** A place to sign by mouse, finger or pen. A touch by mistake is no signature and is said to be none. */
export function SignaturePad({ value = '', onSigned, onCleared }: Props) {
  const { t } = useWords()
  const [strokes, setStrokes] = useState<readonly (readonly Point[])[]>([])
  const [current, setCurrent] = useState<readonly Point[]>([])
  const [trouble, setTrouble] = useState(false)
  const drawing = useRef<Point[] | null>(null)
  const pad = useRef<SVGSVGElement>(null)
  const at = (event: { clientX: number; clientY: number }): Point => {
    const box = pad.current?.getBoundingClientRect()
    if (!box || box.width === 0) return { x: 0, y: 0 }
    return {
      x: Math.round(((event.clientX - box.left) / box.width) * signatureBox.width),
      y: Math.round(((event.clientY - box.top) / box.height) * signatureBox.height),
    }
  }
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drawing.current = [at(event)]
    setTrouble(false)
  }
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!drawing.current) return
    // A pen gives more points than the screen draws frames
    const points = event.nativeEvent.getCoalescedEvents?.() ?? []
    const more = points.length > 0 ? points.map(at) : [at(event)]
    drawing.current = [...drawing.current, ...more]
    setCurrent(drawing.current)
  }
  const end = () => {
    const stroke = drawing.current
    drawing.current = null
    setCurrent([])
    if (stroke) setStrokes((now) => [...now, stroke])
  }
  const clear = () => {
    setStrokes([])
    setTrouble(false)
    onCleared?.()
  }
  const done = () => {
    if (!isSigned(strokes)) return setTrouble(true)
    onSigned(signatureText(strokes))
  }
  const { width, height } = signatureBox
  const drawn = current.length > 0 ? [...strokes, current] : strokes
  const path = drawn.length > 0 ? signaturePath(signatureText(drawn)) : signaturePath(value)
  return (
    <div className="sign-pad">
      <svg
        ref={pad}
        role="img"
        aria-label={t('registration.sign.pad')}
        viewBox={`0 0 ${width} ${height}`}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <path d={path} />
      </svg>
      <div className="sign-tools">
        <Button onClick={done}>{t('registration.sign.done')}</Button>
        <Button onClick={clear}>{t('registration.sign.clear')}</Button>
        {trouble && (
          <span className="k-trouble-line" role="alert">
            {t('registration.sign.empty')}
          </span>
        )}
      </div>
    </div>
  )
}
