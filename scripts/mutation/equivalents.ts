/** A change of the source that no test can notice, because it changes nothing that a caller can see. */
export interface Equivalent {
  file: string
  /** The source as it is, and what takes its place. */
  code: string
  mutant: string
  why: string
}

/** The equivalents that were looked at one by one; everything else that survives lacks a test. */
export const equivalents: readonly Equivalent[] = []
