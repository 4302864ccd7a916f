import { create } from 'zustand'
import type { Approval } from '#shared/contract/index.ts'
import type { Right } from '#shared/domain/access/rights.ts'

/** An act that waits for somebody with the right to approve it, at the desk of who asked for it. */
export type Asked = {
  right: Right
  /** Why it was refused, in words. */
  told: string
  /** Null: it is not approved. The password is in this answer alone. */
  answer: (approval: Approval | null) => void
}

export const useApproval = create<{ asked: Asked | null }>(() => ({ asked: null }))

/** Asks for an approval beside the act; one at a time. */
export function askApproval(right: Right, told: string): Promise<Approval | null> {
  useApproval.getState().asked?.answer(null)
  return new Promise((resolve) => {
    const answer = (approval: Approval | null) => {
      useApproval.setState({ asked: null })
      resolve(approval)
    }
    useApproval.setState({ asked: { right, told, answer } })
  })
}
