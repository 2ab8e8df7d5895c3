// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Fields, RecordTable } from '../../records/index.ts'
import { publicTools } from './public-tools.ts'
import type { VersionTools } from './version-body.tsx'

type VersionRecordsProps<Content> = {
  readonly id: string
  readonly title: string
  readonly caption: string
  readonly fields: Fields<Content>
  readonly rows: readonly Content[] | undefined
  readonly tools: VersionTools
}

/** The records of one kind that were frozen with the version, if there are any, as a table. */
export function VersionRecords<Content extends object>(props: VersionRecordsProps<Content>) {
  const { id, title, caption, fields, rows = [], tools } = props
  if (rows.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <RecordTable caption={caption} fields={fields} rows={rows} tools={publicTools(tools)} />
    </section>
  )
}
