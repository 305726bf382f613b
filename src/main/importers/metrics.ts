/** Metrics that evaluation files use: which way is better, and whether the score is a share between 0 and 1. */

export interface MetricKnowledge {
  higherIsBetter: boolean
  /** Between 0 and 1, so that numbers up to 100 are percentages. */
  share: boolean
}

const named = (names: string, higherIsBetter: boolean, share: boolean): [string, MetricKnowledge][] =>
  names.split(' ').map((name) => [name, { higherIsBetter, share }])

const METRICS = new Map<string, MetricKnowledge>([
  ...named('acc accuracy acc_norm acc_len_norm acc_raw acc_per_char acc_per_byte acc_mutual_info acc_bytes top1 top_1', true, true),
  ...named('exact_match exact em exact_str_match case_insensitive_str_match quasi_exact_match prefix_exact_match contains', true, true),
  ...named('multiple_choice_grade mc1 mc2 mc_grade f1 f1_score macro_f1 micro_f1 precision recall mcc soft soft_accuracy win_rate pass_rate', true, true),
  ...named('prompt_level_strict_acc prompt_level_loose_acc inst_level_strict_acc inst_level_loose_acc', true, true),
  ...named('numeric_match_with_0_1_relative_error em_loose token_accuracy per_token_accuracy token_acc', true, true),
  ...named('bleu sacrebleu chrf rouge rouge1 rouge2 rougel rougelsum rouge_1 rouge_2 rouge_l meteor bleurt sequence_f1 elo', true, false),
  ...named('log_likelihood loglikelihood logprob correct_logprob soft_log log_prob likelihood normalized_aggregate_score embedding_similarity', true, false),
  ...named('loss nll cross_entropy ce_loss val_loss test_loss eval_loss perplexity ppl word_perplexity byte_perplexity token_perplexity', false, false),
  ...named('bits_per_byte bpb bpc bits_per_char wer cer ter edit_distance token_edit_distance mse rmse mae', false, false),
  ...named('brier brier_score calibration_multiple_choice_brier_score expected_calibration_error ece error_rate', false, true),
  // in Chinese tables
  ...named('准确率 正确率 精确匹配 精确匹配率 通过率 胜率', true, true),
  ...named('困惑度 交叉熵', false, false)
])

/** Benchmarks whose usual score is the share of right answers: a column named so holds one. */
const BENCHMARKS = new Set(
  (
    'mmlu mmlu_pro arc arc_c arc_e arc_challenge arc_easy hellaswag winogrande winograd xwinograd truthfulqa gsm8k humaneval mbpp piqa boolq openbookqa obqa siqa ' +
    'socialiqa csqa commonsenseqa lambada triviaqa naturalquestions nq drop bbh big_bench_hard math gpqa sciq logiqa race copa wsc wic rte squad ceval c_eval cmmlu gaokao agieval'
  ).split(' ')
)

/** A name as the tables above write it: lower case, words joined by `_`. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-./]+/g, '_')
    .replace(/^_+|_+$/g, '')

/** No name is longer. */
const LONGEST_NAME = 200

/** Tables ask for the same few names in every row. */
function remembered<T>(answer: (name: string) => T): (name: string) => T {
  const known = new Map<string, { answer: T }>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before.answer
    const found = { answer: answer(name) }
    if (known.size < 1000) known.set(name, found)
    return found.answer
  }
}

/** What is known of a metric; null for a name that is not. The filter of lm-evaluation-harness ("exact_match,strict-match") does not matter. */
export const metricKnowledge = remembered((metric: string): MetricKnowledge | null => {
  const name = plainName(metric.split(',')[0]!)
  if (/^pass(?:_?at)?[_@]?\d+$/.test(name)) return { higherIsBetter: true, share: true }
  return METRICS.get(name) ?? null
})

export const isBenchmark = remembered((name: string): boolean => BENCHMARKS.has(plainName(name)))

/** A column's name taken apart: "gsm8k_exact_match" → {task: gsm8k, metric: exact_match}; null when no known metric stands at its end or start. */
export function taskAndMetric(header: string): { task: string | null; metric: string } | null {
  if (header.length > LONGEST_NAME) return null
  const words = header.trim().split(/[\s_/:]+/)
  if (metricKnowledge(words.join('_')) !== null) return { task: null, metric: words.join('_') }
  for (let from = 1; from < words.length; from++) {
    const metric = words.slice(from).join('_')
    if (metricKnowledge(metric) !== null) return { task: words.slice(0, from).join('_'), metric }
  }
  for (let to = words.length - 1; to > 0; to--) {
    const metric = words.slice(0, to).join('_')
    if (metricKnowledge(metric) !== null) return { task: words.slice(to).join('_'), metric }
  }
  return null
}
