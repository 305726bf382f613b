/** A document with scenarios, for the tests of the screens that show them. */
import type { Host } from './host'

/** Two scenarios that are there before the app opens. */
export async function withScenarios(host: Host): Promise<void> {
  const { info, plan } = await host.call('documents.current', {})
  const scenarios = [
    {
      id: 'cheap',
      name: 'Cheaper cloud',
      notes: '',
      overrides: [
        { target: null, field: 'costs.pricePerHourUsd', value: 1.6 },
        { target: null, field: 'limits.budgetUsd', value: 9e6 }
      ]
    },
    { id: 'own', name: '自有集群', notes: 'second offer', overrides: [{ target: null, field: 'cluster.accelerators', value: 4096 }] }
  ]
  await host.call('documents.save', { id: info!.id, plan: { ...plan!, scenarios } })
}
