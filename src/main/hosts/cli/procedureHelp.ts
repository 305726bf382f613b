/** What the procedures of the contract answer, as text for a terminal. */
import { contract } from '../../../shared/contract'
import { isProcedure } from '../../dispatch'
import { columns, wrap } from './columns'
import { UsageError } from './usage'

const WIDTH = 100

/** All procedures with their sentences, or one with an example that can be tried as it stands. */
export function procedureHelp(procedure: string | undefined): string {
  if (procedure === undefined)
    return (
      columns(
        ['procedure', 'answers'],
        Object.entries(contract).map(([name, { about }]) => [name, about]),
        'll',
        WIDTH
      ).join('\n') + '\n'
    )
  if (!isProcedure(procedure)) throw new UsageError(`there is no procedure ${JSON.stringify(procedure)}`)
  const { about, example } = contract[procedure]
  return [...wrap(about, WIDTH), '', `scalepath call ${procedure} '${JSON.stringify(example).replaceAll("'", "'\\''")}'`].join('\n') + '\n'
}
