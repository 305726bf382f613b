/** What each limit is measured in. */
import type { Limit } from '../../../../shared/outcome'
import type { Kind } from '../../../../shared/text/units'

const KIND_OF = { budget: 'usd', deadline: 'days', memory: 'count', data: 'D', compute: 'C', step: 'N' } as const satisfies Record<Limit, Kind>

export const limitKind = (limit: Limit): Kind => KIND_OF[limit]
