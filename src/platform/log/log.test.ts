// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { openLog } from './log.ts'

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = []
  write(openLog('info', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

test('an error loses what people typed, which messages and drivers quote', () => {
  const driver = Object.assign(new Error('invalid input syntax for type date: "Rossi, via Roma 1"'), {
    code: '22007',
    detail: 'Key (name)=(Rossi) already exists.',
  })
  const line = logged((log) =>
    log.error({ err: new Error('query «Rossi» failed', { cause: driver }) }, 'request failed'),
  )
  expect(line).not.toContain('Rossi')
  expect(JSON.parse(line).err).toMatchObject({
    type: 'Error',
    message: 'query «…» failed',
    cause: { code: '22007', message: 'invalid input syntax for type date: "…"' },
  })
  expect(JSON.parse(line).err.frames[0]).toContain('log.test.ts')
})

test('what is thrown without being an error is named by its type alone', () => {
  expect(JSON.parse(logged((log) => log.error({ err: 'via Roma 1' })))).toMatchObject({ err: { type: 'string' } })
})

test('secrets are blanked wherever an object carries them', () => {
  const line = logged((log) =>
    log.info({ account: { email: 'a@example.org', password: 'p4ss', token: 't0k' } }, 'sign-in'),
  )
  expect(line).not.toMatch(/example\.org|p4ss|t0k/)
})
