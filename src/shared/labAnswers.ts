/** What the engine answers of measured results, where it has an answer. */
import type { Output } from './contract'
import type { NoAnswer } from './notes'

export type Analysis = Exclude<Output<'emergence.analyze'>, NoAnswer>
export type SeriesAnalysis = Analysis['analyses'][number]
export type Threshold = Exclude<Output<'emergence.fitThreshold'>, NoAnswer>
export type Scale = SeriesAnalysis['scale']
