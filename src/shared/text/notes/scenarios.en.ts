export const scenariosNotesEn = {
  // scenarios
  'scenario-target-gone':
    'This scenario changes {field|text} of the target “{target|text}”, which the base no longer has: the change is kept but has no effect.',
  'scenario-field-gone': 'This scenario changes {field|text}, which the base no longer has: the change is kept but has no effect.',
  'scenario-refused': 'This scenario’s change of {field|text} does not fit what the base is now ({problem|text}): it is kept but has no effect.',
  'scenario-pin': 'An outcome is pinned, so each scenario moves the input that gives way; the differences contain that.',
  'attribution-in-order':
    'There are {changes|number} changes, more than {most|number}: each difference is that of one change after the other in the order given, and another order would divide it differently.',
  'attribution-none': 'There is nothing to attribute: the outcome has no value in one of the two.',
  'attribution-undefined': 'The difference cannot be attributed: with only some of the changes the outcome has no value.',
  'attribution-impossible': 'The difference cannot be attributed: some of the changes are not possible without the others.',
  // outcomes by name
  'outcome-without-targets': 'The plan has no target, so this outcome has no value.',
  'outcome-without-size': '{target|text}: no size has the wanted probability.',
  'outcome-without-return': '{target|text}: a benefit in points has no return in dollars.',
  'outcome-target-gone': 'The plan has no target “{target|text}”.',
  'outcome-in-points': 'Benefits are in points, so a value in dollars is not defined.',
  'outcome-in-dollars': 'Benefits are in dollars, so expected points are not defined.',
  'outcome-without-limit': 'The plan has no such limit, so the chance to stay within it is not defined.',
  'pin-input-gone': 'Nothing can give way: the plan has no input {input|text}.',
  // two-way grids
  'grid-pin-aside': 'The plan’s pinned outcome is put aside here: the grid moves its own two inputs and nothing else.',
  'grid-refused': 'These two values do not go together: {problem|text}.'
}
