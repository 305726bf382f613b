/** The functions of the file system that storage uses, given as an argument so that tests can make each of them fail. */
import type { FileHandle } from 'node:fs/promises'
import type * as promises from 'node:fs/promises'

export type FileSystem = Pick<
  typeof promises,
  'open' | 'rename' | 'link' | 'unlink' | 'readFile' | 'readdir' | 'mkdir' | 'stat' | 'lstat' | 'realpath' | 'readlink'
>
export type Handle = Pick<FileHandle, 'writeFile' | 'sync' | 'close'>

/** The error's code as Node gives it (ENOENT, EACCES, …); empty when it has none. */
export const errorCode = (problem: unknown): string =>
  typeof problem === 'object' && problem !== null && 'code' in problem && typeof problem.code === 'string' ? problem.code : ''
