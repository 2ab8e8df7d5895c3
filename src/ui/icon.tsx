// SPDX-License-Identifier: AGPL-3.0-or-later
import { useContext } from 'preact/hooks'
import { SiteContext } from './page/site.ts'

/** The icons in use, by their names in bootstrap-italia's sprite without `it-`. */
export type IconName =
  | 'arrow-left'
  | 'arrow-right'
  | 'ban'
  | 'calendar'
  | 'check'
  | 'check-circle'
  | 'clock'
  | 'close-circle'
  | 'download'
  | 'error'
  | 'exchange-circle'
  | 'external-link'
  | 'file-csv'
  | 'file-docx'
  | 'file-json'
  | 'file-odt'
  | 'file-pdf'
  | 'file-xlsx'
  | 'file-xml'
  | 'help-circle'
  | 'info-circle'
  | 'map-marker'
  | 'minus-circle'
  | 'pencil'
  | 'plus-circle'
  | 'refresh'
  | 'search'
  | 'upload'
  | 'user'
  | 'warning-circle'

/** A decorative icon: the text beside it says the same. */
export function Icon({ name, size = 'sm' }: { name: IconName; size?: 'xs' | 'sm' | 'lg' }) {
  const { assets } = useContext(SiteContext)
  return (
    <svg class={`icon icon-${size}`} aria-hidden="true" focusable="false">
      <use href={`${assets}/svg/sprites.svg#it-${name}`} />
    </svg>
  )
}
