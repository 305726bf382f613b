/** What crosses between the pool and a worker. */
export interface TaskRequest {
  name: string
  input: unknown
}
export type TaskReply = { item: unknown } | { output: unknown } | { refusal: { code: string; message: string; path: string } } | { failure: string }
