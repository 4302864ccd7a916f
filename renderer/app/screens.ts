import type { Screen } from './route/screen.ts'

/** All screens of the program: each area adds its list, one line. */
export const screens: readonly Screen[] = [...([] as Screen[])]
