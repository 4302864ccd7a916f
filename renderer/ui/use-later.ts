import { useEffect, useState } from 'react'
import { whenIdle } from './lazy-antd.tsx'

/** True once what is waited for is there and painted: what a screen only adds is asked for then, and delays nothing. */
export function useLater(there = true): boolean {
  const [later, setLater] = useState(false)
  useEffect(() => (there ? whenIdle(() => setLater(true)) : undefined), [there])
  return later
}
