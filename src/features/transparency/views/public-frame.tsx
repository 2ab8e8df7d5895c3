// SPDX-License-Identifier: AGPL-3.0-or-later

import type { ComponentChildren } from 'preact'
import type { Crumb } from '../../../ui/page/breadcrumb.tsx'
import { Layout } from '../../../ui/page/layout.tsx'
import type { Site } from '../../../ui/page/site.ts'
import { transparencyPaths } from '../addresses.ts'
import { transparencyEntry } from '../menu.ts'

type PublicFrameProps = {
  readonly site: Site
  readonly title: string
  /** The page's canonical address and a description, for search engines. */
  readonly address: string
  readonly description: string
  /** The pages between the list of published plans and this one, then this one; empty on the list itself. */
  readonly trail: readonly Crumb[]
  readonly children: ComponentChildren
}

/** The frame of a public page. */
export function PublicFrame({ site, title, address, description, trail, children }: PublicFrameProps) {
  const root = { label: 'Trasparenza', href: transparencyPaths.transparency({}) }
  return (
    <Layout
      site={site}
      section={transparencyEntry}
      title={title}
      trail={trail.length > 0 ? [root, ...trail] : []}
      publication={{ address, description }}
    >
      <div class="t-public">{children}</div>
    </Layout>
  )
}
