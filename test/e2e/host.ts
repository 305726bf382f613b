/** A browser host for one test: the built program, on a free port, with a data folder of its own. */
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { Input, Output, ProcedureName } from '../../src/shared/contract'
import { PACKED, unpacked } from '../../src/shared/packedAnswer'
import { printed, startProgram } from '../hosts/built'

export interface Host {
  /** Where the app is, this run's key included. */
  address: string
  origin: string
  folder: string
  /** Calls the contract as the page would. */
  call<P extends ProcedureName>(procedure: P, input: Input<P>): Promise<Output<P>>
  /** Ends the program: SIGTERM as Ctrl-C would, SIGKILL as a power cut would. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
  hasEnded(): boolean
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/** @param args further arguments of `npm start`, such as a plan file */
export async function startHost(folder: string, ...args: string[]): Promise<Host> {
  const child = startProgram('browser', [...args, '--no-open', '--port', String(await freePort())], { SCALEPATH_DATA: folder })
  child.stderr?.on('data', (text: Buffer) => process.stderr.write(text))
  const address = /http:\S+/.exec(await printed(child, /Ctrl-C/))![0]
  return {
    address,
    origin: new URL(address).origin,
    folder,
    async call(procedure, input) {
      const reply = await fetch(`${address}call/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: PACKED },
        body: JSON.stringify(input)
      })
      const answer: unknown = reply.headers.get('content-type') === PACKED ? unpacked(await reply.arrayBuffer()) : await reply.json()
      if (!reply.ok) throw new Error(`${procedure}: ${JSON.stringify(answer)}`)
      return answer as Output<typeof procedure>
    },
    end: (signal) => ended(child, signal),
    hasEnded: () => hasEnded(child)
  }
}

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (hasEnded(child)) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('close', () => resolve())
    child.kill(signal)
  })
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null
