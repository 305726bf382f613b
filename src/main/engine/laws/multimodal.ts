import { constant } from './law'
import type { Law } from './law'
import { factor, powerSum } from './powerSum'
import { sizeTerm } from './separable'

/** Illustrative: text as in the default law; image and audio with a slower and a faster fall, invented. */
const ILLUSTRATIVE = {
  Nc: 5e7,
  alphaN: 0.35,
  'Dc.text': 1.2e9,
  'alphaD.text': 0.37,
  'Dc.image': 5e8,
  'alphaD.image': 0.3,
  'Dc.audio': 2e8,
  'alphaD.audio': 0.4
}

/** One term for size and one for the tokens of each modality that is asked for. */
export const multimodal: Law = {
  id: 'multimodal',
  name: 'Multimodal L(N, D_text, D_image, …)',
  citation: 'The project’s source documents; no publication was found for it',
  formula: 'L = (N_c/N)^α_N + Σ_m (D_c,m/D_m)^α_D,m',
  arguments: ['N', 'modalities'],
  constants: { illustrative: ILLUSTRATIVE },
  caution: { illustrative: 'constants-illustrative' },
  note: 'Any number of modalities: each that D names needs its own Dc.<name> and alphaD.<name>, and one that D does not name adds nothing. The preset (text, image, audio) is illustrative, fitted to nothing. The sum treats modalities as independent: none helps another.',
  fittedRange: { N: null, D: null, C: null },
  own: { perModality: ['Dc', 'alphaD'] },
  bind: (constants, held) =>
    powerSum(
      [
        sizeTerm(constants),
        ...Object.keys(held.modalities ?? {}).map((modality) => ({
          name: `generalisation.${modality}`,
          factors: [factor(`D.${modality}`, constant(constants, `Dc.${modality}`), constant(constants, `alphaD.${modality}`))]
        }))
      ],
      null,
      held
    )
}
