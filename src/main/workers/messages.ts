/** What crosses between the pool and a worker. */
import type { Refusal } from '../../shared/contract'

export interface TaskRequest {
  name: string
  input: unknown
}
export type TaskReply = { item: unknown } | { output: unknown } | { refusal: Refusal } | { failure: string }
