import { type Response, Router } from 'express';
import type { Locale } from '../../core/locale.ts';
import { stopEmail } from '../../domain/person/stop-email.ts';
import type { Id } from '../../domain/shared/record.ts';
import { translator } from '../../i18n/translate.ts';
import type { EmailRoutesOptions } from './email-routes.ts';
import { postButton, saying } from './mail-page.ts';

/**
 * `/afmelden/:link`: the page asks, the post does it. Mail programs post by themselves (RFC 8058, one
 * click); whatever their body says, this address means one thing only, so it is not read.
 */
export function stopRoutes({ links, store, now }: EmailRoutesOptions): Router {
  const router = Router();

  const find = async (response: Response, signed: string): Promise<Found | undefined> => {
    const id = links.readStop(signed);
    const record = id && (await store.get(id));
    if (record) return { id: record.id, locale: record.locale };
    const locale: Locale = response.req.acceptsLanguages('nl', 'en') === 'en' ? 'en' : 'nl';
    const t = translator(locale);
    response
      .status(404)
      .type('html')
      .send(saying(locale, t('mail.unknown'), t('mail.unknown-text')));
    return undefined;
  };

  router.get('/:link', async (request, response) => {
    const found = await find(response, request.params.link);
    if (!found) return;
    const t = translator(found.locale);
    const button = postButton(request.baseUrl + request.path, t('mail.stop-button'));
    response.type('html').send(saying(found.locale, t('mail.stop-title'), t('mail.stop-text'), button));
  });

  router.post('/:link', async (request, response) => {
    const found = await find(response, request.params.link);
    if (!found) return;
    await stopEmail(store, now(), found.id);
    const t = translator(found.locale);
    response.type('html').send(saying(found.locale, t('mail.stopped'), t('mail.stopped-text')));
  });

  return router;
}

interface Found {
  id: Id<'person'>;
  locale: Locale;
}
