/** What screens keep: no figures to compare with, but each answer's meaning. */
import type { Golden } from './golden'

export const deskGolden: Golden<'desk.get' | 'desk.set'> = {
  'desk.set': [{ name: 'a state is kept without anything to say', input: { name: 'fit', state: { approach: 'parametric' } }, output: { notes: [] } }],
  'desk.get': [
    { name: 'nothing is kept at first', input: { name: 'theory' }, output: { state: null, notes: [] } },
    {
      name: 'a state comes back as it was kept',
      input: async (call) => {
        await call('desk.set', { name: 'lab', state: { scale: 'C', columns: ['N', null], 名: '表' } })
        return { name: 'lab' }
      },
      output: { state: { scale: 'C', columns: ['N', null], 名: '表' }, notes: [] }
    }
  ]
}
