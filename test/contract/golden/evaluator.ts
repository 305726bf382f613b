import type { Golden } from './golden'

export const evaluatorGolden: Golden<'evaluator.score'> = {
  'evaluator.score': [
    {
      name: 'kitten → sitting takes 3 edits (Wagner & Fischer): soft accuracy 1 − 3/7; log p −2, −3: perplexity e^2.5 = 12.18 (by hand)',
      input: { samples: [{ model: 'small', N: 1e6, id: 1, target: 'kitten', output: 'sitting', logprobs: [-2, -3] }] },
      output: {
        models: [
          {
            model: 'small',
            exactMatch: { value: 0, n: 1, stderr: null },
            softAccuracy: { value: 1 - 3 / 7 },
            perplexity: { value: Math.exp(2.5) },
            // " kitten " has 6 trigrams, " sitting " 7; "itt" is in both.
            embeddingSimilarity: { value: 1 / Math.sqrt(42) }
          }
        ],
        similarityOf: 'characterTrigrams'
      }
    },
    {
      name: 'two items: exact match ½ with standard error ½, perplexity of all tokens e^(6/4) and not the mean of e^1 and e^(5/3); vectors (1,0)·(3,4)/5 = 0.6 (by hand)',
      input: {
        samples: [
          { model: 'm', N: 1e6, id: 'a', target: ' yes', output: 'yes ', logprobs: [-1], embedding: [1, 0], targetEmbedding: [3, 4] },
          { model: 'm', N: 1e6, id: 'b', target: 'no', output: 'yes', logprobs: [-1, -2, -2], embedding: [2, 0], targetEmbedding: [1, 0] }
        ]
      },
      output: {
        models: [
          {
            exactMatch: { value: 0.5, stderr: 0.5, n: 2 },
            softAccuracy: { value: 0.5 },
            // r = 1.5; Σ(nats − r·tokens)² = 0.25 + 0.25; e^1.5·√(2·0.5)/4
            perplexity: { value: Math.exp(1.5), stderr: Math.exp(1.5) / 4, n: 2 },
            embeddingSimilarity: { value: 0.8, stderr: 0.2, n: 2 }
          }
        ],
        similarityOf: 'vectors'
      }
    }
  ]
}
