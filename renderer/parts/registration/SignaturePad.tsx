import { type PointerEvent, useRef, useState } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { Button } from '#renderer/ui/Button.tsx'
import {
  type Point,
  type Strokes,
  signatureBox,
  signaturePath,
  signatureText,
} from '#shared/domain/registration/signature.ts'
import './signature.css'

type Props = {
  /** A signature that is there already. */
  value: string
  /** What is drawn so far. */
  strokes: Strokes
  onDraw: (strokes: Strokes) => void
}

/** A place to sign by mouse, finger or pen. */
export function SignaturePad({ value, strokes, onDraw }: Props) {
  const { t } = useWords()
  const [current, setCurrent] = useState<readonly Point[]>([])
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
    if (stroke) onDraw([...strokes, stroke])
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
        <Button onClick={() => onDraw([])}>{t('registration.sign.clear')}</Button>
      </div>
    </div>
  )
}
