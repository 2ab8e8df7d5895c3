// SPDX-License-Identifier: AGPL-3.0-or-later
import { unzipSync } from 'fflate'
import type { Problem } from '../../kernel/errors.ts'

/** What a file may be, by the ending that its name must have, with its media type and what people call it. */
const kinds = {
  pdf: { mediaType: 'application/pdf', words: 'un PDF' },
  p7m: { mediaType: 'application/pkcs7-mime', words: 'un file firmato' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    words: 'un documento Word',
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', words: 'un documento OpenDocument' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', words: 'un foglio Excel' },
  png: { mediaType: 'image/png', words: 'un’immagine PNG' },
  jpg: { mediaType: 'image/jpeg', words: 'un’immagine JPEG' },
  eml: { mediaType: 'message/rfc822', words: 'un messaggio di posta' },
  txt: { mediaType: 'text/plain; charset=utf-8', words: 'un testo' },
} as const
type Kind = keyof typeof kinds

/** The endings of the files that people may attach. */
export const acceptedEndings = Object.keys(kinds) as readonly Kind[]

/** The largest file that people may attach, in bytes. */
export const largestFile = 20 * 2 ** 20

/** What a file turned out to be, or what is wrong with it. */
export type FileFindings = { readonly mediaType: string } | { readonly problem: Problem }

/**
 * Looks inside a file to be attached. Its name must end as its content says: a file with a lying name is refused,
 * whatever it is.
 */
export function inspectFile({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): FileFindings {
  if (bytes.length === 0) return refused('il file è vuoto', 'scegliere il file giusto')
  if (bytes.length > largestFile) return refused('il file supera 20 MB', 'allegare una copia più leggera')
  const kind = kindOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!kind) return refused('il contenuto non è di un tipo ammesso', `allegare uno di: ${acceptedEndings.join(', ')}`)
  const ending = name.includes('.') ? (name.toLowerCase().split('.').at(-1) ?? '') : ''
  if (ending === kind || (kind === 'jpg' && ending === 'jpeg')) return { mediaType: kinds[kind].mediaType }
  // What a message or a signed file begins with may as well be plain text of somebody's.
  if (ending === 'txt' && kind === 'eml') return { mediaType: kinds.txt.mediaType }
  return refused(
    `il nome ${ending ? `finisce in «.${ending}»` : 'non dice di che tipo è il file'}, ma il contenuto è ${kinds[kind].words}`,
    `allegare un file il cui nome finisce in .${kind}`,
  )
}

const refused = (message: string, remedy: string): FileFindings => ({ problem: { place: 'file', message, remedy } })

function kindOf(file: Buffer): Kind | undefined {
  // A signed PDF has the PDF's own header among its first bytes.
  if (isSigned(file)) return 'p7m'
  if (file.subarray(0, 1024).includes('%PDF-')) return file.includes('%%EOF') ? 'pdf' : undefined
  if (begins(file, '89504e470d0a1a0a')) return 'png'
  if (begins(file, 'ffd8ff')) return 'jpg'
  if (begins(file, '504b0304')) return packageKind(file)
  const text = plainText(file)
  return text === undefined ? undefined : isMessage(text) ? 'eml' : 'txt'
}

const begins = (file: Buffer, hex: string): boolean => file.subarray(0, hex.length / 2).toString('hex') === hex

/** What an archive holds says which document it is; only its short `mimetype` is unpacked. */
function packageKind(file: Buffer): Kind | undefined {
  const names: string[] = []
  try {
    const { mimetype } = unzipSync(file, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        return name === 'mimetype' && originalSize < 200
      },
    })
    if (mimetype && Buffer.from(mimetype).toString('latin1').trim() === kinds.odt.mediaType) return 'odt'
  } catch {
    return undefined
  }
  if (!names.includes('[Content_Types].xml')) return undefined
  if (names.includes('word/document.xml')) return 'docx'
  return names.includes('xl/workbook.xml') ? 'xlsx' : undefined
}

/** The object identifier of CMS signed data, 1.2.840.113549.1.7.2, in DER. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex')

/** RFC 5652: a sequence that begins with the identifier of signed data, in DER or in Base64. */
function isSigned(file: Buffer): boolean {
  const isCms = (bytes: Buffer) => bytes[0] === 0x30 && bytes.subarray(0, 32).includes(signedData)
  if (isCms(file)) return true
  const head = file.subarray(0, 200).toString('latin1')
  if (!/^(-----BEGIN (PKCS7|CMS)-----|MI)/.test(head)) return false
  return isCms(Buffer.from(head.replace(/-----[A-Z0-9 ]+-----|\s+/g, ''), 'base64'))
}

/** A file's text, where it is one in UTF-8 or in the Western alphabet of old; undefined when it is not text. */
function plainText(file: Buffer): string | undefined {
  const text = isUtf8(file) ? file.toString('utf8') : file.toString('latin1')
  return /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(text) ? undefined : text
}

function isUtf8(file: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(file)
    return true
  } catch {
    return false
  }
}

/** RFC 5322: a message begins with header fields, among them from whom it comes and when. */
function isMessage(text: string): boolean {
  const head = text.slice(0, 20_000).split(/\r?\n\r?\n/)[0] ?? ''
  return /^[!-9;-~]+:/.test(head) && /^from:/im.test(head) && /^date:/im.test(head)
}
