// SPDX-License-Identifier: AGPL-3.0-or-later
import { formatLongDate } from '../../../kernel/dates.ts'
import { Alert } from '../../../ui/alert.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { transparencyPaths } from '../addresses.ts'
import type { PublishedPlan, PublishedVersion } from '../model.ts'
import { actWords, section } from '../words.ts'
import { PublishedTag } from './published-tag.tsx'

type VersionHeadProps = {
  readonly plan: PublishedPlan
  readonly version: PublishedVersion
  /** The national edition's title. */
  readonly edition: string
}

/** Version, plan, act, date, and whether it is in force. */
export function VersionHead({ plan, version, edition }: VersionHeadProps) {
  const { publisher, triennium, number, state, act, inForceOn, publishedOn, sha256 } = version
  return (
    <>
      <div class="t-heading">
        <p class="t-eyebrow">{publisher.name}</p>
        <h1>
          Piano triennale per l’informatica <span class="t-nowrap">{triennium}</span>
        </h1>
        <p class="t-tags">
          <PublishedTag state={state} />
        </p>
      </div>
      <SupersededNotice plan={plan} version={version} />
      <section class="t-panel" aria-labelledby="atto">
        <h2 id="atto">Atto e pubblicazione</h2>
        <DescriptionList
          facts={[
            ['Approvato con', actWords(act)],
            ['Esecutivo dal', inForceOn && formatLongDate(inForceOn)],
            ['Pubblicato il', formatLongDate(plan.firstPublishedOn)],
            ['Aggiornato il', formatLongDate(publishedOn)],
            ['Versione', <Versions plan={plan} number={number} />],
            ['Edizione nazionale', edition],
            ['Impronta del contenuto (SHA-256)', <code class="t-hash">{sha256}</code>],
            ['Collocazione', `${section} (d.lgs. 33/2013, art. 12)`],
          ]}
        />
      </section>
    </>
  )
}

function Versions({ plan, number }: { plan: PublishedPlan; number: number }) {
  const href = transparencyPaths.publishedVersions({ slug: plan.publisher.slug, triennium: plan.triennium })
  return (
    <>
      {number} (<a href={href}>tutte le versioni pubblicate</a>)
    </>
  )
}

/** The notice that a version was superseded, and by which one. */
function SupersededNotice({ plan, version }: Pick<VersionHeadProps, 'plan' | 'version'>) {
  if (version.state === 'published') return null
  const { current, publisher, triennium } = plan
  return (
    <Alert tone="warning">
      <p>
        <strong>Questa versione è superata</strong>
        {version.supersededOn && ` dal ${formatLongDate(version.supersededOn)}`}: resta pubblicata com’è stata
        approvata.{' '}
        {current.state === 'published' && (
          <a href={transparencyPaths.publishedPlan({ slug: publisher.slug, triennium })}>
            Leggi la versione {current.number}, in vigore
          </a>
        )}
      </p>
    </Alert>
  )
}
