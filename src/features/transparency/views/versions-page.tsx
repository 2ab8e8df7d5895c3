// SPDX-License-Identifier: AGPL-3.0-or-later

import type { Site } from '../../../ui/page/site.ts'
import { transparencyPaths } from '../addresses.ts'
import type { PublishedPlan } from '../model.ts'
import { VersionTable } from './body-page.tsx'
import { PublicFrame } from './public-frame.tsx'

/** Every version of a plan that was ever published. */
export function VersionsPage({ site, plan }: { site: Site; plan: PublishedPlan }) {
  const { publisher, triennium, versions } = plan
  const { slug, name } = publisher
  return (
    <PublicFrame
      site={site}
      title={`Versioni del piano ${triennium} · ${name}`}
      address={transparencyPaths.publishedVersions({ slug, triennium })}
      description={`${name}: le versioni pubblicate del Piano triennale per l’informatica ${triennium}, con i loro atti.`}
      trail={[
        { label: name, href: transparencyPaths.publishedBody({ slug }) },
        { label: `Piano ${triennium}`, href: transparencyPaths.publishedPlan({ slug, triennium }) },
        { label: 'Versioni' },
      ]}
    >
      <div class="t-heading">
        <p class="t-eyebrow">{name}</p>
        <h1>
          Le versioni del piano <span class="t-nowrap">{triennium}</span>
        </h1>
        <p class="lead">
          Ogni versione resta com’è stata approvata, con i suoi documenti. Quelle superate sono state sostituite da una
          successiva.
        </p>
      </div>
      <VersionTable caption={`Versioni pubblicate del piano ${triennium} di ${name}`} versions={versions} />
    </PublicFrame>
  )
}
