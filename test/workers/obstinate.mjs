/** A worker that misbehaves on request: answers its input, but never for "spin", dies at "exit", throws outside any task at "throw". */
import { parentPort } from 'node:worker_threads'

parentPort.on('message', ({ input }) => {
  if (input === 'spin') for (;;);
  if (input === 'exit') process.exit(3)
  if (input === 'throw') throw new Error('thrown outside a task')
  if (input === 'progress') for (let done = 1; done <= 3; done++) parentPort.postMessage({ item: done })
  parentPort.postMessage({ output: input })
})
