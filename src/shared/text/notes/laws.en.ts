/** Notes of laws. Symbols stand as in the formulas; N, D and C are parameters, tokens and FLOP. */
export const lawsNotesEn = {
  // questions without an answer
  'argument-missing': '{law|text} also needs {argument|text}; without it the loss is open.',
  'loss-needs': 'The loss under {law|text} needs {arguments|text}; any two of N, D and C fix the third.',
  'optimum-all-model':
    '{law|text} has no interior optimum: at equal compute its loss falls with every parameter that takes the place of tokens, so the best run would be all model.',
  'optimum-all-data':
    '{law|text} has no interior optimum: at equal compute its loss falls with every token that takes the place of parameters, so the best run would be all data.',
  'any-split-as-good': 'Under {law|text} every split of the compute between parameters and tokens is as good as any other, so there is no one optimum.',
  'modalities-without-optimum':
    '{law|text} has no compute-optimal allocation: C = k·N·D counts tokens of one kind, and the law does not say how compute is shared between modalities.',
  'loss-of-size-alone': 'Under {law|text} the loss depends on the size alone: with N held at {N|N} it is {fixed|number} on any number of tokens.',
  'loss-of-tokens-alone': 'Under {law|text} the loss depends on the tokens alone: with D held at {D|D} it is {fixed|number} at any size.',
  'size-alone-not-enough': 'With unlimited data the loss under {law|text} is 0 at every size: give D as well.',
  // what a loss rests on
  'argument-not-used': '{law|text} does not look at {argument|text}; it was left out of account.',
  'compute-apart': 'C is given as {C|C}, not as k·N·D = {computed|C}; {law|text} takes it as it is.',
  'constants-illustrative': 'The constants of {law|text} are illustrative, fitted to nothing: the numbers show the form, not any model.',
  'constants-own': 'The loss rests on your own constants of {law|text}; no fitted range is known for them.',
  'additive-whole-losses':
    '{law|text} with Kaplan’s one-variable constants counts three whole losses (4.86 nats for GPT-3), not three parts of one: it is the source’s form, and its terms are not shares of an error.',
  'size-proxy-rough': '{law|text} is the rough proxy of a source document, not a fit to anything that is known.',
  // laws beside each other
  'compare-no-run': 'The plan’s own law gives no run to compare the laws at: give C, or a target that it reaches.',
  'compare-no-target': 'The plan has no target, so no law asks for a run.',
  'compare-policy-decides':
    'The plan fixes tokens itself, so every law gives this target the same run: the laws differ in the loss they predict and in what they would call optimal.',
  // slope
  'slope-unbounded':
    'With δ = {delta|number} at or above the law’s exponent α = {alpha|number} the loss under this regime falls below every number as N grows: the form holds near N_c at best.',
  'slope-source-first':
    'As the source’s first form gives it, dL/dN = α·K/N^(1+α): the exponent α of K is missing and the sign is wrong, so that the loss would rise with size.',
  'slope-source-second':
    'As the source’s second form gives it, with one symbol for the law’s constant and for the size of the regime: it puts the regime change at {K|N}.',
  // emergence point
  'emergence-linear-edge':
    'A falling power law bends most at the smallest size looked at, so the largest |d²L/dN²| lies at the end of the range and moves with it: it is no point of the curve.',
  'emergence-loglog-none': 'The curve is straight on logarithmic axes, as a pure power law is: it has no point of largest curvature.',
  'emergence-range-end': 'The curve bends most at the end of the range; a wider range may hold a point where it bends more.',
  'emergence-loglog-offset':
    'It only marks where the part of the loss that N moves equals the rest, A/N^α = E at N = (A/E)^(1/α) for unlimited data: it would be there whatever emerges.',
  'emergence-regime': 'It comes from the regime change that was assumed at {N|N}, not from the law.',
  'emergence-kink':
    'The curve has a kink or a jump here, where its second derivative is infinite or not defined: from the regime assumed, or from the law’s own cases.',
  'emergence-interior': 'The curve bends most here; this is a property of the curve and says nothing of abilities.',
  'emergence-flat': 'The loss does not change with N, so the curve has no such point.',
  'emergence-loss-ends': 'Under this regime the loss reaches 0 by {N|N}, which no loss can: beyond it the logarithmic curve is not looked at.',
  'emergence-unlimited-data': 'D was not given; the curve is that of unlimited data.',
  // theory against observation
  'theory-approximation':
    'The source gives no exponent for it; classical bounds are N^(−s/d) for smoothness s in d dimensions, so the exponent depends on the problem. At 0.076 it takes thousands of times as many parameters to halve the loss.',
  'theory-generalisation':
    'The bound √(d/D) asks for 4 times as many tokens to halve the error; at the observed 0.095 it takes about 1,500 times. The source reads the smaller exponent as better sample efficiency; it is worse.',
  'theory-optimisation':
    'The bound 1/√C asks for 4 times as much compute to halve the error; at the observed 0.057 it takes about 190,000 times. 0.057 is Kaplan’s exponent of compute, not Hoffmann’s.',
  'theory-not-alike':
    'The bounds are for one part of the error above its infimum, the observed exponents for the whole loss with an irreducible part in it, which flattens them: the two are not measurements of one thing.',
  // validation table
  'claim-gpt-3':
    '{claimed|number} is the coefficient of GPT-3’s own law 2.57·C^−0.048 (C in PF-days; Brown et al. 2020, figure 3.1), not the loss of GPT-3: at its 3,640 PF-days that law gives 1.734.',
  'claim-chinchilla': '{claimed|number} is given without a computation; none of the laws here gives it for 70B parameters on 1.4T tokens.',
  'claim-gpt-4': 'Said to have at least {N|N} parameters and {D|D} tokens, and a loss of {low|number} to {high|number}; neither is published.',
  'claim-claude-3-5': 'Its size and tokens are not known; the claimed loss of {low|number} to {high|number} cannot be checked.',
  'claim-not-computed': 'The claimed value is a claim, not a result: it stands beside the losses for comparison only.',
  'validation-not-computable': '{model|text} is not computable from public figures.',
  'validation-experts': 'A mixture of experts: N is the {N|N} active of {totalN|N} parameters, to which no law here was fitted.',
  'validation-flop': 'The listed {C|C} are not 6·N·D = {computed|C}: attention, repeated data or another accounting. Laws of compute take the listed FLOP.',
  'validation-not-comparable':
    'Losses under different laws belong to different tokenizers and data (Kaplan WebText2, Hoffmann and Besiroglu MassiveText, Muennighoff C4) and are not comparable with each other, nor with what a model reaches on its own data; within one column they rank runs as that law does.',
  'validation-embeddings':
    'N counts embeddings where the source of the model does; Kaplan’s laws are for N without them, which for large models is a few per cent less.',
  'validation-fresh': 'Every token is taken as fresh; models that repeated data do worse than shown.',
  'validation-own-constants': '{law|text} has no published constants.',
  'validation-other-arguments': '{law|text} needs arguments that are not published of these models.',
  'validation-additive-planning': 'With the planning constants it is Besiroglu’s law by construction: the refit leaves nothing to the optimisation term.'
} as const
