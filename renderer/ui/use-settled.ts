import { useEffect, useState } from 'react'

/** The value once it has stayed the same for so long: keys and arrows may run through many. */
export function useSettled<V>(value: V, afterMs: number): V {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timer)
  }, [value, afterMs])
  return settled
}
