import type { Translate } from '../../i18n/translate.ts';
import type { Reply } from '../../reply/reply.ts';
import { fitPieces, type Room } from '../shared/fit-pieces.ts';
import { plainLines } from '../shared/plain-lines.ts';
import { shorten } from '../shared/split-text.ts';
import { withoutMarkup } from '../shared/without-markup.ts';
import { TEAMS_LIMITS, TEAMS_STYLE } from './limits.ts';
import type { ElementPiece } from './pieces.ts';
import { withoutFunctions } from './plain-text.ts';
import { bytesOf, richText } from './rich-text.ts';
import type { AdaptiveCard, CardElement } from './types.ts';

/** A card without a body. */
export function envelopeOf(reply: Reply): AdaptiveCard {
  const plain = withoutFunctions(withoutMarkup(plainLines(reply).join('\n')));
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: shorten(plain, TEAMS_STYLE.fallbackText),
    body: [],
    msteams: { width: 'Full' },
  };
}

/** What fits in the body beside the envelope and these elements. */
export function bodyRoom(envelope: AdaptiveCard, beside: readonly CardElement[] = []): Room<CardElement> {
  const known = new WeakMap<CardElement, number>();
  const cost = (element: CardElement) => {
    const size = known.get(element) ?? bytesOf(element) + 1;
    known.set(element, size);
    return size;
  };
  const taken = beside.reduce((sum, element) => sum + cost(element), bytesOf(envelope));
  return { cost, total: TEAMS_LIMITS.cardBytes - taken };
}

/** One card with as much as fits, and a word where something was left out. */
export function fittingCard(reply: Reply, pieces: readonly ElementPiece[], t: Translate): AdaptiveCard {
  const envelope = envelopeOf(reply);
  const notice = richText([{ text: t('render.more') }], { isSubtle: true });
  const body = fitPieces(pieces, bodyRoom(envelope), notice);
  return { ...envelope, body: body.length > 0 ? body : notice };
}
