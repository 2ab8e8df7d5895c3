// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type MailServer, startMailServer } from '../../../tests/factories/mail-server.ts'
import { type Mail, openMail } from './mail.ts'

let server: MailServer
let mail: Mail
const complaints: { readonly code: string }[] = []
beforeAll(async () => {
  server = await startMailServer()
  mail = openMail({ smtpUrl: server.url, from: 'Timone <timone@roccaperta.example>' }, (why) => complaints.push(why))
})
afterAll(async () => {
  mail.close()
  await server.close()
})
beforeEach(() => {
  complaints.length = 0
  server.letters.length = 0
})

const letter = {
  to: 'rita@vallechiara.example',
  subject: 'Perché così',
  text: 'Buongiorno,\n\n.un testo con è, € e punto.\n',
}

test('without a mail server nothing is sent, and nobody thinks that it was', async () => {
  const none = openMail(undefined, (why) => complaints.push(why))
  expect(none.configured).toBe(false)
  expect(await none.send(letter)).toBe(false)
  expect(complaints).toEqual([])
})

test('a server that refuses, or is not there, is logged by its code alone', async () => {
  server.refuseWith('550 <rita@vallechiara.example> mai sentita')
  expect(await mail.send(letter)).toBe(false)
  server.refuseWith(undefined)
  const nowhere = openMail({ smtpUrl: 'smtp://127.0.0.1:1', from: 'timone@roccaperta.example' }, (why) =>
    complaints.push(why),
  )
  expect(await nowhere.send(letter)).toBe(false)
  expect(complaints).toEqual([{ code: 'EENVELOPE' }, { code: 'ESOCKET' }])
  expect(server.letters).toEqual([])
})

test('an address cannot bring in another one, or a header', async () => {
  await mail.send({ ...letter, to: 'rita@vallechiara.example, ugo@altrove.example' })
  await mail.send({
    ...letter,
    to: 'rita@vallechiara.example\r\nBcc: ugo@altrove.example',
    subject: 'Uno\r\nBcc: ugo@altrove.example',
  })
  for (const { to, source } of server.letters) {
    expect(to).not.toContain('ugo@altrove.example')
    expect(source).not.toMatch(/^bcc:/im)
  }
})

test('a letter arrives as it was written', async () => {
  expect(await mail.send(letter)).toBe(true)
  const [received] = server.letters
  expect(received).toMatchObject({ from: 'timone@roccaperta.example', to: ['rita@vallechiara.example'] })
  expect(received?.text.trimEnd()).toBe(letter.text.trimEnd())
  expect(received?.source).toMatch(/^From: Timone <timone@roccaperta\.example>\r$/m)
})
