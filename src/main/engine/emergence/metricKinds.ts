/**
 * What is known of a metric by its name: whether it jumps by its own making, which way is better, and the range of its values. Names of lm-evaluation-harness,
 * BIG-bench, OLMo and HELM; the user's own word overrides all of it.
 * Discontinuous means: an item is right or wrong as a whole, so that small gains inside an answer do not show (Schaeffer, Miranda & Koyejo 2023, arXiv:2304.15004).
 */

export type MetricKind = 'discontinuous' | 'continuous' | 'unknown'

export interface MetricFamily {
  kind: MetricKind
  /** Null when the name does not tell. */
  higherIsBetter: boolean | null
  /** Worst and best possible value; null where there is no bound. `percent` where the field writes it both as a share and in percent. */
  worst: number | null
  best: number | null | 'percent'
}

const right: MetricFamily = { kind: 'discontinuous', higherIsBetter: true, worst: 0, best: 1 }
const partial: MetricFamily = { kind: 'continuous', higherIsBetter: true, worst: 0, best: 1 }
const overlap: MetricFamily = { kind: 'continuous', higherIsBetter: true, worst: 0, best: 'percent' }
const logLikelihood: MetricFamily = { kind: 'continuous', higherIsBetter: true, worst: null, best: 0 }
const loss: MetricFamily = { kind: 'continuous', higherIsBetter: false, worst: null, best: 0 }

const FAMILIES: readonly (readonly [names: string, family: MetricFamily])[] = [
  // One verdict an item. Length-normalised accuracies (acc_norm, acc_len_norm, …) still take the most likely option and drop the rest.
  ['acc accuracy acc_norm acc_mutual_info acc_bytes acc_len_norm acc_per_char acc_per_token acc_per_byte acc_raw acc_uncond', right],
  ['exact exact_match em exact_str_match quasi_exact_match prefix_exact_match quasi_prefix_exact_match has_ans_exact', right],
  ['multiple_choice_grade mc1 mcq_accuracy pass_rate pass@1 pass@5 pass@10 pass@100 pass_at_1 pass_at_10 pass_at_100', right],
  ['prompt_level_strict_acc prompt_level_loose_acc inst_level_strict_acc inst_level_loose_acc', right],
  // Credit for parts, or for the probability itself.
  ['soft soft_accuracy token_accuracy per_token_accuracy token_acc likelihood probability prob mc2 f1 sequence_f1 f1_score macro_f1', partial],
  ['edit_similarity edit_sim embedding_similarity', partial],
  ['bleu rouge rouge1 rouge2 rougel rougelsum rouge_1 rouge_2 rouge_l chrf chrf++ bleurt', overlap],
  ['log_likelihood loglikelihood logprob log_prob logprobs soft_log correct_logprob sum_logits', logLikelihood],
  ['loss ce_loss cross_entropy nll perplexity ppl word_perplexity byte_perplexity validation_loss', loss],
  ['bpb bits_per_byte bpc bits_per_char bits_per_character', loss],
  ['edit_distance token_edit_distance ter wer cer', loss],
  ['brier brier_score multiple_choice_brier_score', { ...loss, worst: 2 }],
  ['error error_rate err', { ...right, higherIsBetter: false, worst: 1, best: 0 }],
  ['expected_calibration_error ece', { ...loss, worst: 1 }]
]

const BY_NAME = new Map(FAMILIES.flatMap(([names, family]) => names.split(' ').map((name) => [name, family] as const)))
const UNKNOWN: MetricFamily = { kind: 'unknown', higherIsBetter: null, worst: null, best: null }

/**
 * The family of a metric by its name: the whole name, or its longest ending after an underscore ("ipa_transliterate_2_exact_match" is an exact match).
 * A filter after a comma ("exact_match,strict-match"), capitals, dashes and camelCase do not matter.
 */
export function metricFamily(metric: string): MetricFamily {
  const [name = ''] = metric.split(',')
  const words = name
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[\s_-]+/)
  for (let from = 0; from < words.length; from++) {
    const family = BY_NAME.get(words.slice(from).join('_'))
    if (family !== undefined) return family
  }
  return UNKNOWN
}
