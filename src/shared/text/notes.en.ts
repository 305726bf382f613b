import { lawsNotesEn } from './notes/laws.en'
import { allocateNotesEn } from './notes/allocate.en'
import { fitNotesEn } from './notes/fit.en'
import { linksNotesEn } from './notes/links.en'
import { emergenceNotesEn } from './notes/emergence.en'
import { theoryNotesEn } from './notes/theory.en'
import { grokkingNotesEn } from './notes/grokking.en'
import { filesNotesEn } from './notes/files.en'
import { evidenceNotesEn } from './notes/evidence.en'
import { intakeNotesEn } from './notes/intake.en'
import { scenariosNotesEn } from './notes/scenarios.en'
import { simulationNotesEn } from './notes/simulation.en'
import { uncertaintyNotesEn } from './notes/uncertainty.en'
import { actualsNotesEn } from './notes/actuals.en'
import { riskNotesEn } from './notes/risk.en'
/**
 * Warnings, reasons and refusals, one template per code. Kinds of places: see `fill.ts` (N, D, C, usd, days, percent, number, date, text).
 */
export const notesEn = {
  ...lawsNotesEn,
  ...allocateNotesEn,
  ...fitNotesEn,
  ...linksNotesEn,
  ...emergenceNotesEn,
  ...theoryNotesEn,
  ...grokkingNotesEn,
  ...filesNotesEn,
  ...intakeNotesEn,
  ...evidenceNotesEn,
  ...scenariosNotesEn,
  ...simulationNotesEn,
  ...uncertaintyNotesEn,
  ...actualsNotesEn,
  ...riskNotesEn,
  // inputs
  // what is typed into a field; `kind` is the field's kind of number
  'input-empty': 'Nothing is written here: {kind|words} expected, for example {kind|example}.',
  'input-not-a-number': '“{text|text}” is not a number: {kind|words} expected, for example {kind|example}.',
  'input-not-understood': '“{text|text}” is not understood here: {kind|words} expected, for example {kind|example}.',
  'input-wrong-unit': '{kind|Words} expected, not {found|dimension}: write {kind|example}.',
  'input-currency': 'Amounts are in US dollars, not in {text|text}: write {kind|example}.',
  'input-negative': '{kind|Words} cannot be negative: write {kind|example}.',
  'input-zero': 'Zero is not possible here: write {kind|example}.',
  'input-not-finite': 'The number is too large or too small to compute with: write {kind|example}.',
  'input-not-whole': 'A whole number is expected here, not {value|number}: write {kind|example}.',
  'input-upside-down': 'The range is upside down, {low|kind} is above {high|kind}: write the lower end first.',
  'input-no-range': 'One value is expected here, not a range: write {kind|example}.',
  'input-no-open-range': 'A range needs an upper end here: write {kind|example}.',
  'input-none': '“{text|text}” is not possible here, a value is needed: write {kind|example}.',
  'input-ambiguous-comma': '“{text|text}” can be read in two ways: write a decimal point, as in 1.5, and groups of three digits, as in 1,500.',
  'input-ambiguous-m': '“m” can mean months or minutes: write {value|number} months or {value|number} min.',
  'input-ambiguous-percent': '{value|number} can be read as a percentage or as a factor: write {value|number} % for the percentage.',
  'input-outside': 'Between {from|kind} and {to|kind} is possible here, not {value|kind}.',
  'input-outside-above': 'More than {from|kind} and at most {to|kind} is possible here, not {value|kind}.',
  'input-outside-below': 'At least {from|kind} and less than {to|kind} is possible here, not {value|kind}.',
  'input-outside-open': 'More than {from|kind} and less than {to|kind} is possible here, not {value|kind}.',
  'input-too-small': 'At least {from|kind} is expected here, not {value|kind}.',
  'input-too-large': 'At most {to|kind} is possible here, not {value|kind}.',
  'default-used': '{field|text} was not given; the default {value|text} is used.',
  'open-range': '{target|text} has no upper end for its critical scale; until you give one, three times the lower end ({high|kind}) is used.',
  // plan files and storage
  'file-missing': 'There is no file {path|text}.',
  'file-unreadable': '{path|text} cannot be read ({reason|text}); check its permissions.',
  'file-too-large': 'The file is {megabytes|number} MB; a plan is at most {limit|number} MB. It is probably not a plan.',
  'file-empty': 'The file is empty.',
  'file-binary': 'The file is not text: it holds binary data. A plan is a text file ending in .scalepath.json.',
  'file-html': 'The file is a web page, not a plan; download the plan itself.',
  'file-truncated': 'The file ends in the middle: part of the plan is missing. Open a backup, or fetch the file again.',
  'file-not-json': 'The file is not valid JSON: {problem|text}.',
  'file-too-deep': 'The file nests deeper than {limit|number} levels; a plan never does.',
  'file-forbidden-key': 'The field {field|text} has a name that a plan may not use.',
  'file-number-not-finite': '{field|text}: the number is too large to hold; expected a finite number, for example 5.76e23.',
  'file-foreign': 'The file is JSON but not a plan: expected {expected|text} at its top, found {found|text}.',
  'file-wrong-format': 'The file is of the format {format|text}, not "scalepath".',
  'file-no-envelope': 'The file holds a plan without its envelope; put it inside {example|text}.',
  'file-no-version': 'The plan does not say its version; expected "version": {version|number}, found {found|text}.',
  'file-newer':
    'The plan was written by a newer version of the app (document version {version|number}, this app reads {known|number}); it is open for reading only, and nothing of it is lost.',
  'file-newer-unreadable':
    'The plan was written by a newer version of the app (document version {version|number}, this app reads {known|number}) and cannot be shown; update the app.',
  'file-migrated':
    'The plan was written in document version {from|number} and is now shown in version {to|number}; the original is kept until you save, and in the backups after.',
  'field-refused': '{field|text}: {problem|text}.',
  'fields-refused-more': '{count|number} more fields are refused.',
  'field-filled': '{field|text} was not given; {value|text} is used.',
  'baseline-dropped': 'The saved plan that changes are measured against is damaged and was left out ({problem|text}).',
  'document-damaged': '{path|text} is damaged and was not touched; open one of its backups.',
  'document-missing': 'There is no plan with the id {id|text}; it may have been removed.',
  'document-newer': '{path|text} was written by a newer version of the app and is open for reading only; save a copy instead.',
  'document-external': '{path|text} is not in the library; remove it where it is kept.',
  'example-missing': 'There is no example with the id {id|text}.',
  'backup-missing': 'There is no backup {id|text}.',
  'backup-opened': 'This is the backup of {savedAt|text}; it takes the place of the plan when it is saved.',
  'changed-outside': '{path|text} was changed by another program or window since it was read; nothing was overwritten. Open it again, or save a copy.',
  'folder-not-writable':
    '{path|text} cannot be written ({reason|text}); the plan is kept in memory only. Choose another folder with SCALEPATH_DATA, or make it writable.',
  'disk-full': 'There is no space left to write {path|text}; the plan is kept in memory only. Free some space and save again.',
  'file-locked': '{path|text} is in use by another program; the plan is kept in memory only. Close that program and save again.',
  'save-failed': '{path|text} could not be written ({reason|text}); the plan is kept in memory only.',
  'settings-reset': '{path|text} was damaged; the settings start afresh and the damaged file is kept as {kept|text}.',
  // questions to a law, a policy or a link that have no answer
  'law-without-loss': '{law|text} gives no loss, so there is none to compute or to solve from.',
  'law-without-optimum': '{law|text} has no compute-optimal allocation.',
  'effective-size-undefined': 'The effective size needs a loss and a compute-optimal allocation; {law|text} does not give both.',
  'loss-below-floor': 'A loss of {loss|number} is out of reach under {law|text}: every run stays above {floor|number}.',
  'loss-below-fixed-n': 'With N held at {N|N} the loss stays above {floor|number} on any number of tokens, so {loss|number} is out of reach.',
  'loss-below-fixed-d': 'With D held at {D|D} the loss stays above {floor|number} at any size, so {loss|number} is out of reach.',
  'loss-too-flat': 'Around a loss of {loss|number} scale changes it by less than its digits can hold, so it determines no run.',
  'fixed-n-leaves-d-open': 'N is held at {N|N} by the policy; giving N again leaves the number of tokens open.',
  'fixed-d-leaves-n-open': 'D is held at {D|D} by the policy; giving D again leaves the size open.',
  'contradicts-fixed-n': 'The policy holds N at {N|N}, so a run of {given|N} parameters does not belong to it.',
  'contradicts-fixed-d': 'The policy holds D at {D|D}, so a run on {given|D} tokens does not belong to it.',
  'beyond-numbers': 'The run lies outside the range of numbers that can be computed with.',
  'free-of-charge': 'Nothing is spent per accelerator-hour, so an amount of money determines no run.',
  'probability-above-ceiling': 'No scale gives a probability of {wanted|percent}: the ceiling is {ceiling|percent}.',
  // the planner: targets without a run
  'wanted-above-ceiling': '{target|text}: no scale gives {wanted|percent}, because its probability ends at {ceiling|percent}.',
  'no-scale-needed': '{target|text}: {wanted|percent} is reached without any scale, because its probability starts at {floor|percent}.',
  'scale-beyond-numbers': '{target|text}: the scale that it would need is too large or too small to compute with.',
  'effective-size-not-defined': '{target|text} is on the effective size, which {law|text} does not define: it gives no loss.',
  'data-stops-effective-size': '{target|text}: with {tokens|D} tokens at most, no size has the loss that it needs.',
  'fixed-tokens-stop-effective-size': '{target|text}: on the fixed number of tokens, no size has the loss that it needs.',
  // why nothing is run
  'nothing-without-targets': 'There is no target yet: add a capability that you want to reach.',
  'nothing-without-sizes': 'No target has a size to look at; the reasons stand beside each.',
  'nothing-feasible-budget': 'Not even the smallest run fits a budget of {has|usd}: its fixed costs alone are higher.',
  'nothing-feasible-deadline': 'Not even the smallest run ends within {has|days}: its fixed days alone take longer.',
  'nothing-feasible': 'No run at all is possible within the limits.',
  'nothing-must-infeasible': 'No path within the limits reaches what must be reached: {targets|text}. Loosen a limit, or do not insist.',
  'nothing-within-limits': 'No run within the limits reaches anything that counts; loosen a limit.',
  'nothing-without-benefit': 'No target has a benefit, so no run can pay.',
  'nothing-pays':
    'No run pays. Nearest to it comes {size|N}, which costs {cost|usd} for a benefit of {benefit|usd}: benefits would have to grow, or costs to fall, by a factor of {factor|number}.',
  // pinned outcomes
  'pin-not-defined': 'Nothing can be solved for: the pinned outcome has no value anywhere in the range of the input that gives way.',
  'pin-no-effect': 'The pinned outcome is {nearest|kind} whatever the input that gives way; choose another input.',
  'pin-unreachable': '{goal|kind} cannot be reached with the input that gives way; the nearest is {nearest|kind}.',
  'pin-jump': 'The outcome jumps over {goal|kind}, from {below|kind} to {above|kind}; the nearer side is taken.',
  'pin-whole': 'Accelerators come in whole numbers: {reached|kind} is nearest to {goal|kind}.',
  // what a reader should know before trusting the numbers
  'outside-fitted-N': 'A run of {value|N} parameters lies outside the {low|N} to {high|N} that {law|text} was fitted to.',
  'outside-fitted-D': 'A run on {value|D} tokens lies outside the {low|D} to {high|D} that {law|text} was fitted to.',
  'outside-fitted-C': 'A run of {value|C} lies outside the {low|C} to {high|C} that {law|text} was fitted to.',
  'critical-first-observed': '{target|text}: the critical scale is where it was first observed, an upper bound of the onset; it is used as the 50 % point.',
  'critical-unknown': '{target|text}: the source does not say what its critical scale means; it is used as the 50 % point.',
  'price-old': 'The price is of {date|date}, {months|number} months ago.',
  'many-epochs': 'A run sees its data {epochs|number} times; beyond {most|number} times repeated tokens are worth clearly less than fresh ones.',
  'data-capped': 'A run of {N|N} gets {D|D} tokens, fewer than its policy asks for, because only {unique|D} are unique.',
  'ratio-against-law': '{ratio|number} tokens per parameter is not what {law|text} finds optimal at this size: {optimal|number}.',
  'points-apart': 'Some benefits are points and some are dollars; points have no price yet, so only dollars decide the path.',
  'serving-eats-benefit': '{target|text}: serving costs {serving|usd}, more than the benefit, so it counts as zero.',
  'must-at-a-loss': '{targets|text} must be reached; the path that does it loses {loss|usd}.',
  'mfu-above-precedent': 'An MFU of {mfu|percent} is above what published runs report; 95 % of them stay below {precedent|percent}.',
  'loss-needs-two': 'A loss needs two of N, D and C, or C alone for the compute-optimal run.',
  'loss-overdetermined': 'N and D make {computed|C}, not {C|C}: give two of the three.',
  'path-not-proven': 'The search for the path was cut short: a better one could be worth at most {missed|usd} more.'
} as const
