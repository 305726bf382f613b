import { describe, expect, it } from 'vitest'
import { dataFolder } from '../../src/main/documents/dataFolder'

describe('the data folder', () => {
  it.each([
    ['linux', {}, '/home/ada', '/home/ada/.local/share/scalepath'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/ada', '/data/scalepath'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ada', '/home/ada/.local/share/scalepath'],
    ['darwin', {}, '/Users/ada', '/Users/ada/Library/Application Support/Scalepath'],
    ['win32', { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' }, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Roaming\\Scalepath'],
    ['win32', {}, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Roaming\\Scalepath']
  ] as const)('on %s with %o is the platform’s place', (platform, environment, home, expected) => {
    expect(dataFolder(environment, platform, home)).toBe(expected)
  })

  it.skipIf(process.platform === 'win32')('is what SCALEPATH_DATA says (needs POSIX paths)', () => {
    expect(dataFolder({ SCALEPATH_DATA: '/tmp/plans', XDG_DATA_HOME: '/data' }, 'linux', '/home/ada')).toBe('/tmp/plans')
  })
})
