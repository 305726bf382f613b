/** Files that no one should be able to hurt the app with, and the reason that each is refused for. */
const envelope = (plan: string): string => `{"format": "scalepath", "version": 1, "plan": ${plan}}`
const target = '{"id": "code", "critical": 25e9, "benefit": {"kind": "usd", "value": 5e6}}'
const withTarget = (fields: string): string => envelope(`{"targets": [{"id": "code", "critical": 25e9, "benefit": {"kind": "usd", "value": 5e6}, ${fields}}]}`)
const withFields = (fields: string): string => envelope(`{"targets": [${target}], ${fields}}`)

/** Name, content, code of the reason, and what its sentence must say. */
export const HOSTILE: readonly [string, string | Uint8Array, string, RegExp][] = [
  ['an empty file', '', 'file-empty', /empty/],
  ['a file of blanks', ' \n\t ', 'file-empty', /empty/],
  ['a file cut off after one character', '{', 'file-truncated', /missing/],
  ['a file cut off within a text', '{"format": "scalepath", "version": 1, "plan": {"name": "Rea', 'file-truncated', /missing/],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'file-binary', /binary/],
  ['text with null characters', 'abc\u0000def', 'file-binary', /binary/],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]), 'file-binary', /binary/],
  ['a web page', '<!doctype html><html><body>404</body></html>', 'file-html', /web page/],
  ['prose', 'a plan for the future', 'file-not-json', /JSON/],
  ['a comma too many', '{\n  "format": "scalepath",\n}', 'file-not-json', /line 3, column 1/],
  ['NaN', '{"format": "scalepath", "version": 1, "plan": {"seed": NaN}}', 'file-not-json', /JSON/],
  ['a list', '[1, 2]', 'file-foreign', /found \[1,2\]/],
  ['a number', '5', 'file-foreign', /found 5/],
  ['null', 'null', 'file-foreign', /null/],
  ['JSON of something else', '{"name": "left-pad", "version": "1.0.0"}', 'file-foreign', /left-pad/],
  ['a plan of another program', '{"format": "excalidraw", "version": 2}', 'file-wrong-format', /excalidraw/],
  ['a plan without its envelope', `{"targets": [${target}]}`, 'file-no-envelope', /"format": "scalepath"/],
  ['no version', `{"format": "scalepath", "plan": {"targets": []}}`, 'file-no-version', /version/],
  ['a version that is no number', `{"format": "scalepath", "version": "one", "plan": {"targets": []}}`, 'file-no-version', /"one"/],
  ['version zero', `{"format": "scalepath", "version": 0, "plan": {"targets": []}}`, 'file-no-version', /found 0/],
  ['no plan', '{"format": "scalepath", "version": 1}', 'field-refused', /plan: expected an object; found nothing/],
  ['no targets', envelope('{}'), 'field-refused', /^targets: expected a list of targets, for example/],
  ['nesting of millions', '['.repeat(5_000_000), 'file-too-deep', /32 levels/],
  ['nesting of 33', envelope('['.repeat(32) + ']'.repeat(32)), 'file-too-deep', /32 levels/],
  ['21 MB', `{"format": "${'x'.repeat(21e6)}"}`, 'file-too-large', /at most 20 MB/],
  ['__proto__', withFields('"__proto__": {"polluted": true}'), 'file-forbidden-key', /__proto__/],
  ['a constructor within an unknown field', withFields('"extra": [{"constructor": {"prototype": 1}}]'), 'file-forbidden-key', /extra\[0\]\.constructor/],
  ['1e999', withFields('"seed": 1e999'), 'file-number-not-finite', /^seed/],
  ['1e999 in an unknown field', withFields('"extra": {"deep": [1, -1e999]}'), 'file-number-not-finite', /extra\.deep\[1\]/],
  ['a text for a number', withFields('"limits": {"budgetUsd": "5M"}'), 'field-refused', /limits\.budgetUsd: .*for example 5e6; found "5M"/],
  [
    'a negative benefit',
    envelope('{"targets": [{"id": "a", "critical": 1e9, "benefit": {"kind": "usd", "value": -1}}]}'),
    'field-refused',
    /at least 0.*found -1/
  ],
  ['a critical scale of zero', envelope('{"targets": [{"id": "a", "critical": 0, "benefit": {"kind": "points", "value": 1}}]}'), 'field-refused', /above 0/],
  ['a range upside down', withFields('"cluster": {"mfu": {"low": 0.5, "high": 0.2}}'), 'field-refused', /cluster\.mfu: expected low below high, for example/],
  ['a probability of one', withTarget('"wanted": 1'), 'field-refused', /targets\[0\]\.wanted: .*below 1/],
  ['an unknown link', withTarget('"link": "sigmoid"'), 'field-refused', /"weibull", "shifted-weibull", "power-onset", "logistic", "step"; found "sigmoid"/],
  ['HTML for a number', withTarget('"steepness": "<img src=x onerror=alert(1)>"'), 'field-refused', /found "<img/],
  ['a name of 100 000 letters', withFields(`"name": "${'a'.repeat(100_000)}"`), 'field-refused', /at most 200/],
  ['two targets of one id', envelope(`{"targets": [${target}, ${target}]}`), 'field-refused', /"code" is there twice/],
  ['a focus on nothing', withFields('"focus": "nothing"'), 'field-refused', /focus/],
  ['half a person for an accelerator', withFields('"cluster": {"accelerators": 1.5}'), 'field-refused', /whole number/],
  ['a wrong date', withFields('"decision": {"baseDate": "2026-13"}'), 'field-refused', /"2026-09"/],
  ['a text where a group belongs', withFields('"costs": "free"'), 'field-refused', /costs: .*found "free"/],
  [
    'a scenario that changes what is not there',
    withFields('"scenarios": [{"id": "a", "overrides": [{"field": "costs.luck", "value": 1}]}]'),
    'field-refused',
    /overrides\[0\]\.field: /
  ],
  [
    '__proto__ in a scenario',
    withFields('"scenarios": [{"id": "a", "overrides": [{"field": "law", "value": {"__proto__": 1}}]}]'),
    'file-forbidden-key',
    /__proto__/
  ],
  [
    'a scenario with a price below zero',
    withFields('"scenarios": [{"id": "a", "overrides": [{"field": "costs.pricePerHourUsd", "value": -1}]}]'),
    'field-refused',
    /scenarios\[0\]\.overrides\[0\]\.value: .*found -1/
  ],
  ['65 targets', envelope(`{"targets": [${Array.from({ length: 65 }, (_, i) => target.replace('code', `t${i}`)).join()}]}`), 'field-refused', /at most 64/]
]
