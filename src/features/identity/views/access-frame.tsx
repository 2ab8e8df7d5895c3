// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact'
import type { Refusal } from '../../../platform/http/form-route.ts'
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx'
import { Layout } from '../../../ui/page/layout.tsx'
import type { Site } from '../../../ui/page/site.ts'

type AccessFrameProps = {
  readonly site: Site
  readonly title: string
  readonly lead?: ComponentChildren
  /** The pages above this one. */
  readonly above?: readonly { readonly label: string; readonly href: string }[]
  /** Why the form was refused. */
  readonly refusal?: Refusal | undefined
  /** The fields of the form, by name. */
  readonly labels: Readonly<Record<string, string>>
  readonly children: ComponentChildren
}

/** A page with one form about one's access: errors at the top, then title and form. */
export function AccessFrame({ site, title, lead, above, refusal, labels, children }: AccessFrameProps) {
  const trail = above ? [...above, { label: title }] : []
  return (
    <Layout site={site} title={refusal ? `Errore: ${title}` : title} trail={trail}>
      {refusal && <ErrorSummary {...refusal} labels={labels} />}
      <div class="t-heading">
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {children}
    </Layout>
  )
}
