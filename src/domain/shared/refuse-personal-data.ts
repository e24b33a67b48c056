import { Refusal } from '../../core/errors.ts';
import { personalDataIn } from './personal-data.ts';

/**
 * Refuses a text that holds personal data, beside the field it came from. Forms stop it before, and offer it
 * hidden; this holds for whoever comes another way.
 */
export function refusePersonalData(text: string | undefined, field: string): void {
  const found = personalDataIn(text ?? '');
  if (found.length > 0)
    throw new Refusal('personal-data', { found: found.map(({ masked }) => masked).join(', ') }, field);
}
