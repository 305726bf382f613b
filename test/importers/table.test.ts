import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Observation } from '../../src/shared/contract/observations'
import { codes, read } from './reading'

const numbers = async (text: string, field: keyof Observation): Promise<unknown[]> => ((await read(text)).rows as Observation[]).map((row) => row[field])

describe('how a table is written', () => {
  test.each([
    ['commas', 'model,N,acc\na,1e9,0.5\nb,2e9,0.6\n'],
    ['semicolons', 'model;N;acc\na;1e9;0.5\nb;2e9;0.6\n'],
    ['tabs', 'model\tN\tacc\na\t1e9\t0.5\nb\t2e9\t0.6\n'],
    ['bars', 'model|N|acc\na|1e9|0.5\nb|2e9|0.6\n'],
    ['a byte order mark and CRLF', '\uFEFFmodel,N,acc\r\na,1e9,0.5\r\nb,2e9,0.6\r\n'],
    ['CR alone', 'model,N,acc\ra,1e9,0.5\rb,2e9,0.6\r'],
    ['no line end at the end', 'model,N,acc\na,1e9,0.5\nb,2e9,0.6'],
    ['blank lines', '\n\nmodel,N,acc\n\na,1e9,0.5\n , ,\nb,2e9,0.6\n\n'],
    ['quotes', '"model","N","acc"\n"a","1e9","0.5"\n"b","2e9","0.6"\n'],
    ['decimal commas', 'model;N;acc\na;1e9;0,5\nb;2e9;0,6\n'],
    ['spaces around the cells', ' model , N , acc \n a , 1e9 , 0.5 \n b , 2e9 , 0.6 \n'],
    ['empty cells at the ends of the rows', 'model,N,acc\na,1e9,0.5,\nb,2e9,0.6,,\n']
  ])('%s', async (_what, text) => {
    const { rows, problems } = await read(text)
    expect(problems).toEqual([])
    expect(rows).toMatchObject([
      { model: 'a', N: 1e9, metric: 'acc', score: 0.5, higherIsBetter: true },
      { model: 'b', N: 2e9, metric: 'acc', score: 0.6 }
    ])
  })

  test('lines are those of the file, also after quoted line breaks and blank lines', async () => {
    const { rows, problems } = await read('model,acc\n"a\r\nb",0.1\r\n\r\nc,many\nd,0.4\n')
    expect(rows).toMatchObject([
      { model: 'a\nb', line: 2 },
      { model: 'd', line: 6 }
    ])
    expect(problems).toMatchObject([{ line: 5, column: 'acc', code: 'input-not-a-number' }])
  })

  test('a semicolon or a comma within quotes divides nothing', async () => {
    expect((await read('model;acc\n"a;b, ""c""";0.5\n')).rows).toMatchObject([{ model: 'a;b, "c"', score: 0.5 }])
  })

  test('Chinese names of columns, units and numbers', async () => {
    const { rows, problems, kind } = await read('模型,参数量,词元,损失\n甲,7千亿,1.4万亿,1.9\n乙,70亿,３千亿,2.1\n')
    expect([kind, problems]).toEqual(['runs', []])
    expect(rows).toMatchObject([
      { N: 7e11, D: 1.4e12, loss: 1.9 },
      { N: 7e9, D: 3e11, loss: 2.1 }
    ])
    expect((await read('模型,规模,任务,指标,得分\n甲,7B,数学,准确率,40%\n')).rows).toMatchObject([
      { model: '甲', N: 7e9, task: '数学', metric: '准确率', score: 0.4, higherIsBetter: true }
    ])
  })

  test('a metric of one word more stays whole: token_accuracy is no accuracy of a task called token', async () => {
    const { rows } = await read('N,task,token_accuracy,exact_match\n1e9,sums,0.9,0.6\n')
    expect(rows).toMatchObject([
      { task: 'sums', metric: 'token_accuracy', score: 0.9, higherIsBetter: true },
      { task: 'sums', metric: 'exact_match', score: 0.6 }
    ])
  })

  test('without a header the columns have numbers for names, nothing is guessed, and both is told', async () => {
    const { rows, columns, warnings } = await read('1e9,2e10,2.5\n2e9,4e10,2.4\n')
    expect(rows).toEqual([])
    expect(columns.map(({ name, preview }) => [name, preview[0]])).toEqual([
      ['column 1', '1e9'],
      ['column 2', '2e10'],
      ['column 3', '2.5']
    ])
    expect(codes(warnings)).toEqual(expect.arrayContaining(['import-no-header', 'import-no-score-column']))
    const told = await read({ text: '1e9,2e10,2.5\n2e9,4e10,2.4\n', as: 'runs', columns: { 'column 1': 'N', 'column 2': 'D', 'column 3': 'loss' } })
    expect(told.rows).toMatchObject([
      { N: 1e9, D: 2e10, loss: 2.5, line: 1 },
      { N: 2e9, line: 2 }
    ])
  })

  test('columns of the same name are kept apart', async () => {
    const { columns } = await read('model,x,x,\na,1,2,3\n')
    expect(columns.map(({ name }) => name)).toEqual(['model', 'x', 'x (2)', 'column 4'])
  })
})

describe('numbers', () => {
  test.each([
    ['70B', 7e10],
    ['1.4T', 1.4e12],
    ['410M', 4.1e8],
    ['7千亿', 7e11],
    ['3e9', 3e9],
    ['6.5 billion', 6.5e9],
    ['"1,300,000,000"', 1.3e9],
    ['1.3×10⁹', 1.3e9],
    ['≈ 13B', 1.3e10]
  ])('a size written %s', async (cell, N) => {
    expect(await numbers(`N,acc\n${cell},0.5\n`, 'N')).toEqual([N])
  })

  test.each(['', 'N/A', 'n/a', '-', '–', 'None', 'null', '?', '无', 'unknown'])('no size written %j is a missing cell and no problem', async (cell) => {
    const { rows, problems } = await read(`N,acc\n${cell},0.5\n`)
    expect([rows.length, problems]).toEqual([1, []])
    expect(rows).toMatchObject([{ N: null, score: 0.5 }])
  })

  test.each([
    ['NaN', 'import-not-finite'],
    ['inf', 'import-not-finite'],
    ['#DIV/0!', 'import-not-finite'],
    ['1e999', 'import-number-too-large'],
    ['large', 'input-not-a-number'],
    ['7–13B', 'input-no-range'],
    ['$5M', 'input-wrong-unit']
  ])('a size written %s is told with line and column, and the rest of the row goes on', async (cell, code) => {
    const { rows, problems } = await read(`model,N,acc\na,1e9,0.4\nb,${cell},0.5\n`)
    expect(problems).toMatchObject([{ line: 3, column: 'N', code, reason: expect.stringMatching(/.{10,}/) }])
    expect(rows).toMatchObject([{ N: 1e9 }, { model: 'b', N: null, score: 0.5 }])
  })

  test('a comma that can be read in two ways is asked, unless it is told or the others settle it', async () => {
    expect((await read('model;loss;N\na;1,234;1e9\n')).problems).toMatchObject([{ line: 2, column: 'loss', code: 'import-ambiguous-comma' }])
    expect((await read({ text: 'model;loss;N\na;1,234;1e9\n', decimal: ',' })).rows).toMatchObject([{ loss: 1.234 }])
    const { rows, warnings } = await read('model;loss;N\na;1,234;1.000.000.000\nb;2,5;2.000.000.000\n')
    expect(rows).toMatchObject([
      { loss: 1.234, N: 1e9 },
      { loss: 2.5, N: 2e9 }
    ])
    expect(codes(warnings)).toContain('import-decimal-comma')
  })

  test('the unit of a column may stand in its name, and a cell with a unit of its own does not take it', async () => {
    const { rows, warnings, problems } = await read('Model,Model Size (B),tokens_T,Train FLOPs (1E21),acc\na,7.0,2.0,84.0,0.4\nb,410M,2,84,0.4\n')
    expect(rows).toMatchObject([
      { N: 7e9, D: 2e12, C: 8.4e22 },
      { N: 4.1e8, D: 2e12 }
    ])
    expect(problems).toEqual([])
    expect(codes(warnings).filter((code) => code === 'import-unit-column')).toHaveLength(3)
  })

  test('a size without a unit beside sizes with one is told by line and left out', async () => {
    const { rows, problems } = await read('model,params,acc\na,70B,0.5\nb,70,0.6\nc,410000000,0.2\n')
    expect(problems).toMatchObject([{ line: 3, column: 'params', code: 'import-unit-missing', values: { value: 70, others: 1 } }])
    expect(rows).toMatchObject([{ N: 7e10 }, { N: null }, { N: 4.1e8 }])
  })

  test('a column of sizes that surely count billions is told, and taken as it is', async () => {
    const { rows, warnings } = await read('model,size,acc\na,7,0.5\nb,70,0.6\n')
    expect(warnings).toMatchObject([{ code: 'import-unit-suspect', values: { low: 7, high: 70 } }])
    expect(rows).toMatchObject([{ N: 7 }, { N: 70 }])
    expect((await read({ text: 'model,size,acc\na,7,0.5\n', columns: { size: { field: 'N', unit: 1e9 } } })).rows).toMatchObject([{ N: 7e9 }])
  })

  test('any number that JavaScript writes is read back exactly', () =>
    fc.assert(
      fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true }), async (value) => {
        expect((await read(`model,loss,perplexity\na,1,${value}\n`)).rows).toMatchObject([{ score: value + 0 }])
      }),
      { numRuns: 200 }
    ))
})

describe('percentages', () => {
  test('a column of shares that goes above 1 holds percentages, with its errors, and this is told', async () => {
    const { rows, warnings } = await read('model,N,acc,stderr,random,high\na,1B,43.79,1.2,25,100\nb,7B,0.8,0.3,0.25,1\n')
    expect(rows).toMatchObject([
      { score: 43.79 / 100, stderr: 0.012, random: 0.25, high: 1 },
      { score: 0.008, stderr: 0.003, random: 0.25, high: 1 }
    ])
    expect(warnings).toMatchObject([{ code: 'import-percent-small', values: { high: 43.79, lines: '3' } }])
  })

  test.each([
    ['fractions', '0.2\n0.9', [0.2, 0.9], []],
    ['percent signs', '20 %\n90%', [0.2, 0.9], []],
    ['percent signs and fractions', '20 %\n0.9', [0.2, 0.9], ['import-percent-mixed']],
    ['percent signs and percentages', '20 %\n90', [0.2, 0.9], ['import-percent', 'import-percent-mixed']],
    ['numbers that are no shares', '20\n900', [20, 900], ['import-not-a-share']]
  ])('%s', async (_what, cells, scores, told) => {
    const { rows, warnings } = await read(`acc\n${cells}\n`)
    expect((rows as Observation[]).map(({ score }) => score)).toEqual(scores)
    expect(codes(warnings)).toEqual(told)
  })

  test('in a long table each metric is judged by itself', async () => {
    const { rows } = await read('task,metric,value\nx,acc,40\nx,bleu,27\ny,perplexity,12\ny,f1,0.5\n')
    expect((rows as Observation[]).map(({ score }) => score)).toEqual([0.4, 27, 12, 0.5])
  })

  test('where nothing is known of the metric nothing is divided, and how to say so is told', async () => {
    const { rows, warnings } = await read('model,score\na,40\nb,60\n')
    expect(rows).toMatchObject([{ metric: 'score', score: 40 }, { score: 60 }])
    expect(codes(warnings)).toEqual(['import-percent-maybe', 'import-direction-unknown'])
    expect((await read({ text: 'model,score\na,40\n', columns: { score: { field: 'score', unit: 0.01, metric: 'acc' } } })).rows).toMatchObject([
      { metric: 'acc', score: 0.4 }
    ])
  })

  test('the name of a column may say that it holds percentages', async () => {
    const { rows, warnings } = await read('model,accuracy (%)\na,0.5\nb,0.9\n')
    expect(rows).toMatchObject([{ metric: 'accuracy', score: 0.005 }, { score: 0.009 }])
    expect(codes(warnings)).toEqual(['import-percent-column'])
  })
})

describe('what the rows are', () => {
  test.each([
    ['params,tokens,flops,loss\n1e9,2e10,1.2e20,2.5\n', 'runs'],
    ['n,d,loss\n1e9,2e10,2.5\n', 'runs'],
    ['run,params,tokens,val_loss,train_loss\nx,1e9,2e10,2.5,2.4\n', 'runs'],
    ['step,train_acc,val_acc\n0,0.1,0.1\n', 'curve'],
    ['迭代,训练准确率,验证准确率\n0,0.1,0.1\n', 'curve'],
    ['run,step,train_loss,train_accuracy,test_loss,test_accuracy,weight norm\nx,0,5,0.1,5,0.1,40\n', 'curve'],
    ['model,id,target,output\na,1,4,5\n', 'samples'],
    ['run,params,tokens,step,task,metric,value\nx,1e9,2e10,100,hellaswag,acc,0.4\n', 'observations'],
    ['model,N,MMLU,GSM8K\na,1e9,0.3,0.1\n', 'observations'],
    ['model,N,D,loss,acc\na,1e9,2e10,2.5,0.4\n', 'observations']
  ])('%j are %s', async (text, kind) => {
    const imported = await read(text)
    expect([imported.kind, imported.problems]).toEqual([kind, []])
    expect(imported.rows.length).toBeGreaterThan(0)
    for (const row of imported.rows) expect(row.line).toBe(2)
  })

  test('"n" is the number of items, "N" that of parameters; among runs without another size "n" is the size', async () => {
    expect((await read('model,N,n,acc\na,1e9,500,0.4\n')).rows).toMatchObject([{ N: 1e9, n: 500 }])
    expect((await read('n,d,loss\n1e9,2e10,2.5\n')).rows).toMatchObject([{ N: 1e9, D: 2e10 }])
  })

  test('a wide table gives a row for each score, named by task and metric, and says how many cells were empty', async () => {
    const { rows, warnings, counts } = await read('model,N,gsm8k_exact_match,MMLU,ipa_bleu\na,1e9,0.02,0.3,\nb,7e9,,0.4,27\n')
    expect(rows).toMatchObject([
      { model: 'a', task: 'gsm8k', metric: 'exact_match', score: 0.02 },
      { model: 'a', task: 'MMLU', metric: 'acc', score: 0.3 },
      { model: 'b', task: 'MMLU', score: 0.4 },
      { model: 'b', task: 'ipa', metric: 'bleu', score: 27 }
    ])
    expect(counts).toMatchObject({ lines: 3, rows: 4, problems: 0 })
    expect(warnings).toMatchObject([
      { code: 'import-empty-scores', values: { column: 'ipa_bleu', count: 1 } },
      { code: 'import-empty-scores', values: { column: 'gsm8k_exact_match', count: 1 } }
    ])
  })

  test('in a long table an empty score is a problem of its line', async () => {
    expect((await read('task,metric,value\nx,acc,0.4\ny,acc,\n')).problems).toMatchObject([{ line: 3, column: 'value', code: 'import-no-score' }])
  })

  test('columns can be told, left out, and filled', async () => {
    const { rows, columns } = await read({
      text: 'who,how big,acc,other\na,7,0.4,0.9\n',
      columns: { who: 'model', 'how big': { field: 'N', unit: 1e9 }, other: null },
      fill: { task: 'maths', D: 2e12 },
      models: { a: { C: 1e23, family: 'A' } }
    })
    expect(rows).toMatchObject([{ model: 'a', family: 'A', N: 7e9, D: 2e12, C: 1e23, task: 'maths', score: 0.4 }])
    expect(columns).toMatchObject([
      { field: 'model', guessed: false },
      { field: 'N', unit: 1e9 },
      { field: 'score', guessed: true },
      { field: null, guessed: false }
    ])
  })

  test('a told column that is not there is told', async () => {
    expect((await read({ text: 'model,acc\na,0.4\n', columns: { size: 'N' } })).warnings).toMatchObject([{ code: 'import-no-such-column' }])
  })

  test('where two columns could be the size, the one that was taken is named', async () => {
    const { rows, warnings } = await read('model,size,params,acc\na,1B,1.1e9,0.4\n')
    expect(rows).toMatchObject([{ N: 1.1e9 }])
    expect(warnings).toMatchObject([{ code: 'import-columns-passed-over', values: { columns: 'size', field: 'N', instead: 'params' } }])
  })

  test('a table without scores gives its columns with a preview, and says what is missing', async () => {
    const { rows, columns, warnings } = await read('model,year\na,2020\n')
    expect(rows).toEqual([])
    expect(columns).toMatchObject([{ name: 'model' }, { name: 'year', field: null, preview: ['2020'] }])
    expect(codes(warnings)).toEqual(['import-no-score-column'])
  })

  test('sizes in the names of models are offered, not used', async () => {
    const { rows, suggestions } = await read('model,acc\npythia-1.4b-deduped,0.4\nmixtral-8x7b,0.6\ngpt-2,0.1\nTinyLlama-1.1B-step-50k-105b,0.2\n')
    expect((rows as Observation[]).map(({ N }) => N)).toEqual([null, null, null, null])
    expect(suggestions).toEqual([{ model: 'pythia-1.4b-deduped', N: 1.4e9, from: '1.4b' }])
  })
})

describe('lines that cannot be used', () => {
  test.each([
    ['too few cells', 'model,N,acc\na,1e9\nb,1e9,0.5\n', 2, 'import-row-short'],
    ['too many cells', 'model,N,acc\na,1e9,0.4,9\nb,1e9,0.5\n', 2, 'import-row-long'],
    ['the header again', 'model,N,acc\nb,1e9,0.5\nmodel,N,acc\n', 3, 'import-header-again'],
    ['a quotation mark within a cell', 'model,N,acc\n"a"x,1e9,0.4\nb,1e9,0.5\n', 2, 'import-quote-inside'],
    ['a quotation mark that is never closed', 'model,N,acc\nb,1e9,0.5\n"a,1e9,0.4\n', 3, 'import-quote-open']
  ])('%s', async (_what, text, line, code) => {
    const { rows, problems, counts } = await read(text)
    expect(problems).toMatchObject([{ line, code }])
    expect(rows).toMatchObject([{ model: 'b', score: 0.5 }])
    expect(counts.problems).toBe(1)
  })

  test('a quotation mark that is never closed costs its own line and none after it', async () => {
    const { rows, problems } = await read('model,acc\n"a,0.1\n' + 'b,0.2\n'.repeat(5000))
    expect(problems).toMatchObject([{ line: 2, code: 'import-quote-open' }])
    expect(rows).toHaveLength(5000)
    expect(rows.at(-1)).toMatchObject({ model: 'b', line: 5002 })
  })

  test('every line is a row, a header, or a problem: none is dropped in silence', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom('a', '', '1e9', '70B', '0.5', 'x"y', '"q"', '40 %', '1,5', 'NaN', '  ', ';'), { minLength: 1, maxLength: 5 }), {
          maxLength: 12
        }),
        async (lines) => {
          const { counts, rows, problems } = await read({
            text: ['model,N,acc', ...lines.map((cells) => cells.map((cell) => (cell === '1,5' ? '"1,5"' : cell)).join(','))].join('\n'),
            columns: { model: 'model', N: 'N', acc: 'score' }
          })
          const said = new Set([...rows.map((row) => row.line), ...problems.map(({ line }) => line)])
          expect(said.size).toBe(counts.lines - 1)
        }
      ),
      { numRuns: 300 }
    ))

  test('many problems are counted, the first of them listed', async () => {
    const { problems, counts, warnings } = await read({ text: 'model,acc\n' + 'a,x\n'.repeat(1000), mostProblems: 10 })
    expect(problems).toHaveLength(10)
    expect(counts).toMatchObject({ lines: 1001, rows: 0, problems: 1000 })
    expect(warnings).toMatchObject([{ code: 'import-problems-cut', values: { returned: 10, count: 1000 } }])
  })

  test('many rows are counted, the first of them returned', async () => {
    const { rows, counts, warnings } = await read({ text: 'model,acc\n' + 'a,40\n'.repeat(1000), mostRows: 10 })
    expect(rows).toHaveLength(10)
    expect(rows).toMatchObject(Array(10).fill({ score: 0.4 }))
    expect(counts).toMatchObject({ rows: 1000, returned: 10 })
    expect(codes(warnings)).toContain('import-rows-cut')
  })

  test('many characters are counted like many rows: all samples are scored, the first of them returned', async () => {
    const sample = (id: number): string =>
      `${JSON.stringify({ doc_id: id, doc: {}, target: '4', resps: [['x'.repeat(100)]], filtered_resps: ['x'.repeat(100)], exact_match: id % 2 })}\n`
    const text = Array.from({ length: 40 }, (_, id) => sample(id)).join('')
    const { rows, counts, observations, warnings } = await read({ text, fileName: 'samples_t_2026.jsonl', mostCharacters: 1000 })
    expect(rows).toHaveLength(10)
    expect(counts).toMatchObject({ rows: 40, returned: 10 })
    expect(observations).toMatchObject([{ n: 40, score: 0.5 }])
    expect(codes(warnings)).toContain('import-rows-cut')
  })

  // Work that grows with the square of these lengths would not end before the test's time is up.
  test('names without end and columns without number are read in one go', async () => {
    expect((await read(`${' '.repeat(50_000)}x${'_'.repeat(50_000)}!,acc\n1,0.4\n`)).counts).toMatchObject({ lines: 2 })
    await expect(read('a,'.repeat(2e5))).rejects.toMatchObject({ code: 'import-too-many-columns' })
  })

  test('hostile names of columns are names', async () => {
    const { columns, rows } = await read({ text: '__proto__,constructor,acc\na,b,0.4\n', columns: { constructor: 'model' } as never })
    expect(columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 'acc'])
    expect(rows).toMatchObject([{ model: 'b' }])
    expect((await read('model,acc\n__proto__,0.4\n')).rows).toMatchObject([{ model: '__proto__', N: null }])
  })
})
