/** Why the source's detector and the test that allows for noise say different things of the same scores. */
import { isNoAnswer, note, type NoAnswer, type Note } from '../../../shared/notes'
import { NORMALISED_RULE, RULE, type Detector } from './detector'

/** `sharp` is what the test found; `rising` says whether a higher score is better. No note where both agree. */
export function disagreement(detector: Detector | NoAnswer, sharp: boolean, rising: boolean): Note[] {
  if (isNoAnswer(detector) || detector.emergent === sharp) return []
  const normalised = detector.decides === 'normalised'
  const { smallMean, largeMean, gain } = normalised ? detector.normalised! : detector.source
  if (detector.emergent) return [note('detector-overstates', { smallMean, largeMean })]
  if (!normalised && !rising)
    return [
      note('detector-misses-falling', {
        smallMean,
        smallLimit: detector.baseline / RULE.nearChance,
        largeMean,
        largeLimit: detector.baseline / RULE.wellAbove,
        gain,
        gainLimit: RULE.gain
      })
    ]
  return [
    note('detector-misses', {
      smallMean,
      smallLimit: normalised ? NORMALISED_RULE.nearChance : RULE.nearChance * detector.baseline,
      largeMean,
      largeLimit: normalised ? NORMALISED_RULE.wellAbove : RULE.wellAbove * detector.baseline,
      gain,
      gainLimit: normalised ? NORMALISED_RULE.gain : RULE.gain
    })
  ]
}
