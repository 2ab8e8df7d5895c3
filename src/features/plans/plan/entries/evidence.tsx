// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { Checkbox } from '../../../../ui/forms/choice-fields.tsx'
import { TextField } from '../../../../ui/forms/form-fields.tsx'
import {
  type ControlProps,
  controlOf,
  type FieldType,
  field,
  type Reading,
  readWith,
  rows,
  type TypedFields,
  text,
} from '../../../records/index.ts'
import { cellEvidence, evidenceCell } from './evidence-cell.ts'

/** What proves that something was done: a page, or a file that the body keeps. */
export const EvidenceSchema = z
  .strictObject({
    label: z.string().trim().min(1).max(300).describe('Che cosa prova'),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional()
      .describe('Indirizzo http o https'),
    file: z
      .strictObject({
        name: z.string().trim().min(1).max(200).describe('Nome del file'),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/, 'impronta SHA-256: 64 cifre esadecimali')
          .describe('Impronta SHA-256 del file'),
      })
      .optional()
      .describe('File conservato dall’ente'),
  })
  .refine(({ url, file }) => (url === undefined) !== (file === undefined), 'una prova ha un indirizzo oppure un file')
export type Evidence = z.infer<typeof EvidenceSchema>

const labels = { label: 'Che cosa prova', url: 'Indirizzo' } as const

/** The controls of a row that have a label; a file has none. */
const typedParts = {
  label: field(text({ max: 300 }), { label: labels.label }),
  url: field(text({ max: 2000 }), { label: labels.url }),
}

const list = rows<Evidence>({
  // A row is read and drawn its own way: these tell what its controls are called.
  fields: typedParts as never,
  schema: EvidenceSchema,
  most: 50,
  line: ({ label, url, file }) => `${label} (${url ?? `file ${file?.name}`})`,
  typeRow: ({ label, url, file }, name) => ({
    [`${name}-label`]: label,
    ...(url !== undefined && { [`${name}-url`]: url }),
    ...(file && { [`${name}-file`]: `${file.sha256} ${file.name}` }),
  }),
  readRow: readEvidence,
  Row: EvidenceRow,
})

/** Proofs: addresses and files of the body's, one a row; in a cell one a line. */
export const evidence: FieldType<Evidence[]> = {
  ...list,
  print: (proofs) => ({
    kind: 'list',
    items: proofs.map(({ label, url, file }) => (file ? { label, file } : { label, url: new URL(url ?? '').href })),
  }),
  cell: { width: 40, write: evidenceCell, read: cellEvidence },
}

/** A file as a row holds it: `3f7a… verbale.pdf`. */
function typedFile(typed: string): NonNullable<Evidence['file']> {
  const space = typed.indexOf(' ')
  return { sha256: typed.slice(0, space), name: typed.slice(space + 1) }
}

function readEvidence(typed: TypedFields, row: string): Reading<Evidence> | undefined {
  const [label, url, file, drop] = ['label', 'url', 'file', 'drop'].map((part) => typed[`${row}-${part}`])
  if (drop || (!label && !url && !file)) return undefined
  if (!label) return { value: undefined, problems: [{ place: `${row}-label`, message: 'dire che cosa prova' }] }
  if (file) return readWith(EvidenceSchema, { label, file: typedFile(file) }, `${row}-label`)
  if (url) return readWith(EvidenceSchema, { label, url }, `${row}-url`)
  const problem = { place: `${row}-url`, message: 'manca l’indirizzo', remedy: 'scriverlo, o caricare un file' }
  return { value: undefined, problems: [problem] }
}

function EvidenceRow(props: ControlProps) {
  const { name, fields, links } = props
  const typed = fields[`${name}-file`]
  const file = typed === undefined ? undefined : typedFile(typed)
  const part = (of: keyof typeof labels) => controlOf(props, { name: `${name}-${of}`, label: labels[of] })
  return (
    <>
      <TextField {...part('label')} />
      {file ? (
        <div class="t-input">
          <p>
            File: <a href={links.attachment?.(file.sha256) ?? '#'}>{file.name}</a>
          </p>
          <input type="hidden" name={`${name}-file`} value={typed} />
          <Checkbox name={`${name}-drop`} value="1" checked={fields[`${name}-drop`] === '1'}>
            Togli questo file dalle prove
          </Checkbox>
        </div>
      ) : (
        <TextField {...part('url')} />
      )}
    </>
  )
}
