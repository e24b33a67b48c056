import type { Campaign } from '../campaign/campaign.ts';
import { leadsOf } from '../links.ts';
import { type AnyRecord, isKind } from '../records.ts';
import type { Guarded } from './visibility.ts';

/** What decides who sees this record. Drafts, proposals, people and channels' addresses are never for the public. */
export function guardOf(record: AnyRecord): Guarded {
  return {
    visibility: record.visibility,
    owner: record.owner,
    embargoUntil: record.embargoUntil,
    leads: leadsOf(record),
    restricted: isRestricted(record),
    closed: isKind(record, 'contact'),
  };
}

function isRestricted(record: AnyRecord): boolean {
  if (isKind(record, 'campaign')) return record.progress === 'proposed' || isUnapproved(record);
  if (isKind(record, 'practice')) return record.state !== 'published';
  return (
    isKind(record, 'person') ||
    isKind(record, 'task') ||
    isKind(record, 'participation') ||
    isKind(record, 'subscription') ||
    isKind(record, 'tenant') ||
    isKind(record, 'linkcode') ||
    isKind(record, 'evaluation') ||
    isKind(record, 'signal') ||
    isKind(record, 'measure') ||
    isKind(record, 'contact') ||
    isKind(record, 'correction') ||
    isKind(record, 'newsletter')
  );
}

/** A proposal that was withdrawn before anyone approved it stays as unpublic as it was. */
function isUnapproved({ progress, neverApproved }: Campaign): boolean {
  return progress === 'cancelled' && neverApproved === true;
}
