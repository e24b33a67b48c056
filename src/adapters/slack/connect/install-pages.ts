import type { ServerResponse } from 'node:http';
import type { ExpressReceiverOptions } from '@slack/bolt';
import { type Translate, translator } from '../../../i18n/translate.ts';
import { htmlDocument } from '../../../render/html/document.ts';
import { escapeHtml } from '../../../render/html/escape.ts';
import type { SlackOptions } from '../options.ts';

type Pages = Pick<
  NonNullable<ExpressReceiverOptions['installerOptions']>,
  'renderHtmlForInstallPath' | 'callbackOptions'
>;

const LOCALE = 'nl';

/** The pages of an installation: how to begin, what to do next, and what to do when it failed. */
export function installPages({ log }: SlackOptions): Pages {
  const t = translator(LOCALE);
  return {
    renderHtmlForInstallPath: (url) =>
      page(t, t('slack.install-title'), t('slack.install-text'), {
        href: url,
        label: t('slack.install-button'),
      }),
    callbackOptions: {
      success: (installation, _options, _request, response) => {
        const name = installation.team?.name ?? installation.enterprise?.name ?? '';
        send(response, 200, page(t, t('slack.installed-title'), t('slack.installed-text', { name })));
      },
      failure: (error, _options, _request, response) => {
        log.warn({ code: error.code }, 'Slack: an installation did not succeed');
        send(response, 400, page(t, t('slack.not-installed-title'), t('slack.not-installed-text')));
      },
    },
  };
}

function page(t: Translate, title: string, text: string, link?: { href: string; label: string }): string {
  const button = link
    ? `<p><a class="cr-button cr-button-primary" href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>`
    : '';
  const paragraphs = text
    .split('\n')
    .map((line) => `<p class="lead">${escapeHtml(line)}</p>`)
    .join('');
  const main = `<h1>${escapeHtml(title)}</h1>${paragraphs}${button}`;
  const nav = [{ label: t('page.calendar'), href: '/' }];
  return htmlDocument({ t, locale: LOCALE, title, nav, main, hidden: true });
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
  response.end(html);
}
