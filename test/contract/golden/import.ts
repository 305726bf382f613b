import type { Golden } from './golden'
import { handedOver } from './intake'

/** The shape of a harness file of version 0.4, with figures that can be checked by eye. */
const harness = {
  results: {
    maths: {
      'exact_match,strict': 0.5087,
      'exact_match_stderr,strict': 'N/A',
      'exact_match,flexible': 0.5117,
      'exact_match_stderr,flexible': 0.0138,
      alias: 'maths'
    },
    both: { 'acc,none': 0.65, 'acc_stderr,none': 0.01, alias: 'both' },
    part: { 'acc,none': 0.6, 'acc_stderr,none': 0.02, alias: ' - part' }
  },
  groups: { both: { 'acc,none': 0.65 } },
  group_subtasks: { both: ['part'], maths: [] },
  versions: { maths: 3 },
  'n-shot': { maths: 5, part: 0 },
  'n-samples': { maths: { original: 1319, effective: 1319 } },
  config: { model: 'hf', model_args: 'pretrained=org/model-8B', model_num_parameters: 8030261248 }
}

export const importGolden: Golden<'import.read'> = {
  'import.read': [
    {
      name: 'a table with units, percentages, decimal commas and Chinese names reads as a person reads it (by hand)',
      input: { text: '\uFEFF模型;参数量（亿）;词元;准确率\r\n小;0,7;14亿;2,5 %\r\n大;700;1,4万亿;57 %\r\n' },
      output: {
        format: 'table',
        kind: 'observations',
        rows: [
          { model: '小', N: 7e7, D: 1.4e9, metric: '准确率', score: 0.025, higherIsBetter: true, line: 2 },
          { model: '大', N: 7e10, D: 1.4e12, score: 0.57, line: 3 }
        ],
        table: { delimiter: ';', decimal: ',' },
        counts: { rows: 2, problems: 0 }
      }
    },
    {
      name: 'lm-evaluation-harness 0.4: filters apart, a group not beside its members, "N/A" no error, N from model_num_parameters (format of its result_schema.py)',
      input: { text: JSON.stringify(harness) },
      output: {
        format: 'lm-eval-results',
        kind: 'observations',
        rows: [
          { model: 'org/model-8B', task: 'maths', metric: 'exact_match,strict', score: 0.5087, stderr: null, N: 8030261248, D: null, n: 1319, shots: 5 },
          { task: 'maths', metric: 'exact_match,flexible', score: 0.5117, stderr: 0.0138, higherIsBetter: true },
          { task: 'part', metric: 'acc', score: 0.6, stderr: 0.02, shots: 0 }
        ],
        counts: { rows: 3, problems: 0 }
      }
    },
    {
      name: 'BIG-bench: baseline and ceiling are those of the preferred metric, and a sparse model counts by its FLOP-matched size (format of its results files)',
      input: {
        text: JSON.stringify({
          model: { model_family: 'F', model_name: '8b', total_params: 6e10, non_embedding_params: 5.9e10, flop_matched_non_embedding_params: 8e9 },
          task: { name: 'arithmetic' },
          scores: [
            {
              subtask_description: 'add',
              number_of_shots: 2,
              preferred_score: 'multiple_choice_grade',
              low_score: 0.25,
              high_score: 1,
              score_dict: { multiple_choice_grade: 0.4, calibration_multiple_choice_brier_score: 0.3 }
            },
            {
              subtask_description: 'arithmetic',
              number_of_shots: 2,
              preferred_score: 'normalized_aggregate_score',
              score_dict: { normalized_aggregate_score: 20 }
            }
          ]
        })
      },
      output: {
        format: 'big-bench',
        rows: [
          { model: 'F 8b', task: 'arithmetic:add', N: 8e9, metric: 'multiple_choice_grade', score: 0.4, random: 0.25, high: 1, shots: 2, higherIsBetter: true },
          { metric: 'calibration_multiple_choice_brier_score', score: 0.3, random: null, high: null, higherIsBetter: false }
        ],
        counts: { rows: 2, problems: 0 }
      }
    },
    {
      name: 'a file that was handed over reads as its text does, under its own name (task and time stand in the name that lm-evaluation-harness gives)',
      input: async (call) => ({
        file: await handedOver(
          call,
          'samples_gsm8k_2026-01-01T00-00-00.jsonl',
          '{"doc_id": 0, "doc": {}, "target": "4", "resps": [["4"]], "filtered_resps": ["4"], "exact_match": 1.0}\n'
        )
      }),
      output: { format: 'lm-eval-samples', kind: 'samples', observations: [{ task: 'gsm8k', metric: 'exact_match', score: 1, n: 1 }], counts: { rows: 1 } }
    }
  ]
}
