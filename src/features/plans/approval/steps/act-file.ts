// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../../kernel/errors.ts'
import { type FileFindings, inspectFile } from '../../../attachments/index.ts'
import type { AttachedFile } from '../model.ts'

const taken: readonly string[] = ['application/pdf', 'application/pkcs7-mime']

/** Looks inside the file of an act: a PDF, or a PDF signed with CAdES (`.p7m`, in DER or Base64), and named as one. */
export function inspectActFile(file: AttachedFile): FileFindings {
  const findings = inspectFile(file)
  if ('problem' in findings) return findings
  if (!taken.includes(findings.mediaType)) return { problem: notAnAct }
  return findings.mediaType === taken[0] || holdsPdf(file.bytes) ? findings : { problem: notAnAct }
}

const notAnAct: Problem = {
  place: 'file',
  message: 'il contenuto non è un PDF né un PDF firmato (.p7m)',
  remedy: 'allegare l’atto in PDF',
}

function holdsPdf(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = file[0] === 0x30 ? '' : file.toString('latin1').replace(/-----[A-Z0-9 ]+-----|\s+/g, '')
  return file.includes('%PDF-') || Buffer.from(text, 'base64').includes('%PDF-')
}
