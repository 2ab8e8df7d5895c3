// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '../../../kernel/errors.ts'
import { type AttachedFile, largestActFile } from './model.ts'

/** What a file of an act turned out to be, or what is wrong with it. */
export type ActFileFindings =
  | { readonly mediaType: 'application/pdf' | 'application/pkcs7-mime' }
  | { readonly problem: Problem }

const endings = { 'application/pdf': 'pdf', 'application/pkcs7-mime': 'p7m' } as const

/**
 * Looks inside the file of an act: a PDF, or a PDF signed with CAdES (`.p7m`, DER or Base64). The name must end as the
 * content says: a file with a lying name is refused, whatever it is.
 */
export function inspectActFile({ name, bytes }: AttachedFile): ActFileFindings {
  if (bytes.length === 0) return refused('il file è vuoto', 'scegliere il file giusto')
  if (bytes.length > largestActFile) return refused('il file supera 20 MB', 'allegare una copia più leggera')
  const mediaType = mediaTypeOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!mediaType) return refused('il contenuto non è un PDF intero né un PDF firmato (.p7m)', 'allegare l’atto in PDF')
  const ending = name.toLowerCase().split('.').at(-1)
  if (ending === endings[mediaType]) return { mediaType }
  return refused(
    `il nome finisce in «.${ending}», ma il contenuto è ${mediaType === 'application/pdf' ? 'un PDF' : 'un file firmato'}`,
    `allegare un file il cui nome finisce in .${endings[mediaType]}`,
  )
}

const refused = (message: string, remedy: string): ActFileFindings => ({ problem: { place: 'file', message, remedy } })

function mediaTypeOf(file: Buffer): keyof typeof endings | undefined {
  // The PDF inside a signed file may be found in its first bytes too.
  if (isSignedPdf(file) || isSignedPdf(fromBase64(file))) return 'application/pkcs7-mime'
  return isPdf(file) ? 'application/pdf' : undefined
}

/** ISO 32000: the header is in the first 1024 bytes; a file that was cut off has no end mark. */
const isPdf = (file: Buffer): boolean => file.subarray(0, 1024).includes('%PDF-') && file.includes('%%EOF')

/** The object identifier of CMS signed data, 1.2.840.113549.1.7.2, in DER. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex')

/** RFC 5652: a sequence that begins with the identifier of signed data and holds a PDF. */
const isSignedPdf = (file: Buffer): boolean =>
  file[0] === 0x30 && file.subarray(0, 32).includes(signedData) && file.includes('%PDF-')

function fromBase64(file: Buffer): Buffer {
  const head = file.subarray(0, 64).toString('latin1')
  if (!/^(-----BEGIN|MI)/.test(head)) return Buffer.alloc(0)
  return Buffer.from(file.toString('latin1').replace(/-----[A-Z0-9 ]+-----|\s+/g, ''), 'base64')
}
