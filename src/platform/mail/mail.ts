// SPDX-License-Identifier: AGPL-3.0-or-later
import { createTransport } from 'nodemailer'
import type { MailConfig } from '../config/sign-in.ts'

/** A mail of plain text. */
export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

/** Sends mail. */
export type Mail = {
  /** False: there is no mail server, and nothing can be sent. */
  readonly configured: boolean
  /** Resolves to true when the mail server has accepted the letter. Never rejects: failures are logged. */
  send(letter: Letter): Promise<boolean>
  close(): void
}

/** Why a mail server failed, for the log: never the recipient or the text. */
type Complaint = (why: { readonly code: string }) => void

/** Milliseconds that a mail server may take for each step. */
const patience = 10_000

/** Connects to the mail server; without configuration nothing is sent. */
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
