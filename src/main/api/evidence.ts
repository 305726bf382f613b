/** evidence.* of the contract. */
import type { Catalogues } from '../catalogues'
import type { OwnLibrary } from '../documents/evidence'
import { planPath } from '../engine/planner/recommendedPath'
import { settingOf } from '../engine/planner/setting'
import { benchmarksFor, benchmarksOf } from '../evidence/benchmarks'
import { exportEvidence, importEvidence, listEvidence, saveEvidence, type EvidenceServices } from '../evidence/library'
import { ownRow, shippedRows } from '../evidence/rows'
import type { ApiPart } from './implementation'

export function evidenceApi({ catalogues, own, today }: { catalogues: Catalogues; own: OwnLibrary; today: () => string }): ApiPart<'evidence'> {
  const services: EvidenceServices = { shipped: shippedRows(catalogues), own, today }
  const benchmarks = benchmarksOf(catalogues.benchmarks)
  return {
    'evidence.list': () => listEvidence(services),
    'evidence.save': ({ entry }) => saveEvidence(services, entry),
    'evidence.remove': ({ id }) => own.remove(id),
    'evidence.restore': async ({ id }) => {
      const { entry, notes } = await own.restore(id)
      return { row: ownRow(entry), notes }
    },
    'evidence.import': ({ text }) => importEvidence(services, text),
    'evidence.export': ({ ids }) => exportEvidence(services, ids),
    'evidence.benchmarks': ({ plan, rungs }) => benchmarksFor(benchmarks, plan, rungs ?? planPath(settingOf(plan), false).path.rungs.map(({ run }) => run.N))
  }
}
