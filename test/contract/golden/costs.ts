import type { Golden } from './golden'

export const costsGolden: Golden<'costs.estimate'> = {
  'costs.estimate': [
    {
      name: 'C = 6·N·D, hours = C/(989.4e12·0.4·3600), rent at 3.95 USD (by hand)',
      input: { N: 70e9, D: 1.4e12 },
      output: {
        C: 5.88e23,
        acceleratorHours: 5.88e23 / (989.4e12 * 0.4 * 3600),
        usd: { rent: (3.95 * 5.88e23) / (989.4e12 * 0.4 * 3600) },
        memory: { minAccelerators: 14 }
      }
    }
  ]
}
