// SPDX-License-Identifier: AGPL-3.0-or-later
import { createTransport } from 'nodemailer'
import type { MailConfig } from '../config/sign-in.ts'

/** A mail of plain text. */
export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

/** The way mails leave. */
export type Mail = {
  /** False: there is no mail server, and nothing can be sent. */
  readonly configured: boolean
  /** Resolves to true when the mail server has taken the letter over. Never rejects: what went wrong is logged. */
  send(letter: Letter): Promise<boolean>
  close(): void
}

/** What a mail server did wrong, for the log: never to whom, nor what. */
type Complaint = (why: { readonly code: string }) => void

/** Milliseconds that a mail server may take for each step. */
const patience = 10_000

/** Opens the way to the mail server; without configuration nothing is sent. */
export function openMail(config: MailConfig | undefined, complain: Complaint): Mail {
  if (!config) return { configured: false, send: async () => false, close: () => undefined }
  const { smtpUrl, from } = config
  const limits = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience }
  const transport = createTransport({ url: smtpUrl, ...limits, disableFileAccess: true, disableUrlAccess: true })
  return {
    configured: true,
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text })
        return true
      } catch (error) {
        complain({ code: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' })
        return false
      }
    },
    close: () => transport.close(),
  }
}
