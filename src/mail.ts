import type { Router } from 'express';
import { answerLinks } from './adapters/email/answer-links.ts';
import { emailPlatform } from './adapters/email/email-platform.ts';
import { emailRoutes } from './adapters/email/email-routes.ts';
import { mailTransport } from './adapters/email/mail-transport.ts';
import { publicPages } from './adapters/email/public-page.ts';
import type { App } from './app.ts';
import type { Platform } from './domain/delivery/platform.ts';
import type { Logger } from './logger.ts';
import type { Message } from './reply/reply.ts';
import { calendarFile } from './web/calendar-file.ts';

/** E-mail as it is set up: a road for messages, and the pages that the links in them open. */
export interface Mail {
  platform: Platform<Message>;
  routes: Router;
  close(): void;
}

/** What people may do from a mail: answer what it asks. Anything else they do where they can see more. */
const ALLOWED = new Set(['antwoord', 'meedoen', 'bevestig-datum', 'goedkeuren', 'wijzig']);

/** Undefined when no mail server is configured. */
export function createMail(app: App, logger: Logger): Mail | undefined {
  const { store, now, publicUrl, config } = app;
  const { smtpUrl, mailFrom, encryptionKey } = config;
  if (smtpUrl === undefined || mailFrom === undefined || encryptionKey === undefined) return undefined;
  const links = answerLinks({ encryptionKey, publicUrl, allowed: ALLOWED, now });
  const transport = mailTransport(smtpUrl);
  return {
    platform: emailPlatform({
      transport,
      from: mailFrom,
      publicUrl,
      links,
      pageFor: publicPages({ store, now, publicUrl }),
      calendarFor: calendarFile({ store, now, publicUrl }),
      onError: (error) => logger.error({ err: error }, 'a mail could not be made'),
    }),
    routes: emailRoutes({ ...app, links }),
    close: () => transport.close(),
  };
}
