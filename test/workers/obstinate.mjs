/** A worker that misbehaves on request: answers its input, but never for "spin", for a shared flag once it is raised, with its number for "thread", dies at "exit", throws outside any task at "throw". */
import { parentPort, threadId } from 'node:worker_threads'

parentPort.on('message', ({ input }) => {
  if (input === 'spin') for (;;);
  if (input === 'thread') return parentPort.postMessage({ output: threadId })
  if (input instanceof SharedArrayBuffer) Atomics.wait(new Int32Array(input), 0, 0)
  if (input === 'exit') process.exit(3)
  if (input === 'throw') throw new Error('thrown outside a task')
  if (input === 'progress') for (let done = 1; done <= 3; done++) parentPort.postMessage({ item: done })
  parentPort.postMessage({ output: input })
})
