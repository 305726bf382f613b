import fits from '../../golden/fit/fits.json'
import type { Golden } from './golden'

const [E, A, B, alpha, beta] = fits.huber.constants
const runs = fits.runs.map(([N, D, loss]) => ({ N: N!, D: D!, loss: loss! }))

export const fitGolden: Golden<'laws.fit'> = {
  'laws.fit': [
    {
      name: `Huber's fit of 40 runs: E ${E!.toFixed(4)}, A ${A!.toFixed(2)}, B ${B!.toFixed(1)}, α ${alpha!.toFixed(5)}, β ${beta!.toFixed(5)} and the objective, by SciPy's L-BFGS-B and Nelder–Mead`,
      input: { points: runs, approach: 'parametric', bootstrap: 0 },
      output: {
        constants: { E, A, B, alpha, beta },
        objective: fits.huber.objective,
        exponents: { a: beta! / (alpha! + beta!) },
        pointsUsed: 40,
        problems: []
      },
      within: [1e-6, 'SciPy stops where the objective, of about 1e-4, no longer changes in its last digits: the constants are then good to about half of them']
    },
    {
      name: 'its covariance without a bootstrap, n/(n − p)·H⁻¹·Σψ²gg′·H⁻¹ by NumPy',
      input: { points: runs, approach: 'parametric', bootstrap: 0 },
      output: { covariance: { from: 'sandwich', names: ['E', 'A', 'B', 'alpha', 'beta'], matrix: fits.sandwich } },
      within: [1e-4, 'the curvature there is a central difference at a step of 1e-7']
    },
    {
      name: `parabolas through three isoFLOPs and the line through their minima: a ${fits.isoflop.a.toFixed(5)}, by NumPy's polyfit`,
      input: {
        points: fits.isoflop.groups.flatMap((group) => group.runs.map(([N, D, loss]) => ({ N: N!, D: D!, loss: loss! }))),
        approach: 'isoflop',
        bootstrap: 0
      },
      output: {
        constants: { a: fits.isoflop.a, b: 1 - fits.isoflop.a, kN: fits.isoflop.kN, kD: 1 / (6 * fits.isoflop.kN) },
        isoflops: fits.isoflop.groups.map(({ N, loss }) => ({ status: 'used', through: 5, N, loss }))
      },
      within: [1e-8, 'polyfit solves the normal equations in ln N as it is, whose columns are nearly parallel']
    }
  ]
}
