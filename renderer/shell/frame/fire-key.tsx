import { useKeys } from '../../base/keys/use-keys.ts'
import { fireActs } from '../../parts/house/acts.ts'
import { useHousePaper } from '../../parts/house/use-house-paper.ts'

/** Who is in the house, printed by one key from every screen, also over a drawer. */
export function FireKey() {
  const { print } = useHousePaper()
  const { key, label } = fireActs.fire
  useKeys({ [key]: { label, run: () => void print('guests') } }, { place: 'everywhere' })
  return null
}
