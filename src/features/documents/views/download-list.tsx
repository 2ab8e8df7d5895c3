// SPDX-License-Identifier: AGPL-3.0-or-later
import { Icon } from '../../../ui/icon.tsx'
import type { Format } from '../model.ts'
import { wordsOfFormat } from './formats.ts'

/** A file to download. */
export type Download = { readonly href: string; readonly label: string }

type DownloadListProps = {
  readonly formats: readonly Format[]
  readonly linksOf: (format: Format) => readonly Download[]
}

/** Formats with their use, and the files there are in each. */
export const DownloadList = ({ formats, linksOf }: DownloadListProps) => (
  <ul class="t-downloads">
    {formats.map((format) => {
      const { name, purpose, icon, holds } = wordsOfFormat(format)
      return (
        <li key={format}>
          <Icon name={icon} size="lg" />
          <div>
            <h4 class="h5">{name}</h4>
            <p>
              {purpose} {holds?.because}
            </p>
            <p class="t-download-links">
              {linksOf(format).map(({ href, label }) => (
                <a key={href} href={href} download>
                  <Icon name="download" size="xs" />
                  {label}
                </a>
              ))}
            </p>
          </div>
        </li>
      )
    })}
  </ul>
)
