/** allocate.* of the contract. */
import { isNoAnswer } from '../../shared/notes'
import { effectiveSize } from '../engine/allocate'
import { lawOf } from '../engine/laws/registry'
import { outsideFittedRange } from '../engine/warnings'
import type { ApiPart } from './implementation'

export const allocateApi: ApiPart<'allocate'> = {
  'allocate.effectiveSize': ({ law: id, constants, N, D }) => {
    const law = lawOf({ id, constants })
    const size = effectiveSize(law, N, D)
    return isNoAnswer(size) ? size : { N: size, warnings: outsideFittedRange(law, [{ N, D, C: 6 * N * D }]) }
  }
}
