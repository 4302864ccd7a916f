import { createContext, useContext } from 'react'

/** Words of what is wrong, by path of the parameters. */
export const Wrong = createContext<Readonly<Record<string, string>>>({})

/** What is wrong at a path or beneath it: a condition shows what is wrong with any of its thresholds. */
export function useWrong(): (path: string) => string | undefined {
  const wrong = useContext(Wrong)
  return (path) => {
    const key = Object.keys(wrong).find((one) => one === path || one.startsWith(`${path}.`))
    return key === undefined ? undefined : wrong[key]
  }
}
