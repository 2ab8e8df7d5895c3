// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFiles } from './write-files.ts'

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timone-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('writeFiles', () => {
  it('says that a file stands where the folder should', () => {
    writeFileSync(join(folder, 'piano'), 'prezioso')
    const message = 'un file sta al posto della cartella'
    for (const path of ['piano', 'piano/sotto']) {
      expect(() => writeFiles(join(folder, path), [file('a.txt', 'nuovo')])).toThrow(
        expect.objectContaining({ code: 'unavailable', problems: [expect.objectContaining({ message })] }),
      )
    }
    expect(readFileSync(join(folder, 'piano'), 'utf8')).toBe('prezioso')
  })

  it.runIf(existsSync('/proc/self'))('ends where the system lets no folder be made', () => {
    expect(() => writeFiles('/proc/timone', [file('a.txt', 'nuovo')])).toThrow(/Non si può scrivere nella cartella/)
  })

  it('leaves the old files when one of the new cannot be written', () => {
    writeFileSync(join(folder, 'a.txt'), 'vecchio')
    expect(() => writeFiles(folder, [file('a.txt', 'nuovo'), file('non/esiste.txt', 'nuovo')])).toThrow(
      /Non si può scrivere/,
    )
    expect(readdirSync(folder)).toEqual(['a.txt'])
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('vecchio')
  })

  it('makes the folder, and the folders above it', () => {
    mkdirSync(join(folder, 'uno'))
    writeFiles(join(folder, 'uno/due/tre'), [file('a.txt', 'nuovo')])
    expect(readFileSync(join(folder, 'uno/due/tre/a.txt'), 'utf8')).toBe('nuovo')
  })
})
