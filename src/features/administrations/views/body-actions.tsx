// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Slug } from '../../../kernel/ids.ts'
import { useViewer } from '../../../ui/page/viewer.tsx'
import type { BodyLink } from '../menu.ts'

/** Links to what the viewer may do for a whole body; nothing when they may only read. */
export function BodyActions({ slug, links }: { slug: Slug; links: readonly BodyLink[] }) {
  const viewer = useViewer()
  const here = { slug }
  return (
    <ul class="t-links t-after">
      {links
        .filter(({ action }) => viewer.may(action, here))
        .map(({ label, address }) => (
          <li key={label}>
            <a href={address(here)}>{label}</a>
          </li>
        ))}
    </ul>
  )
}
