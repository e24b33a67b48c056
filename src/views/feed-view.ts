import type { Feed } from '../domain/feed/feed.ts';
import type { Translate } from '../i18n/translate.ts';
import type { ListItem, Message } from '../reply/reply.ts';

interface FeedView {
  t: Translate;
  publicUrl: string;
}

const APPS = ['outlook', 'google', 'apple', 'thunderbird'] as const;

/** The address of a fresh feed, shown this once, with a line for each calendar app. */
export function feedOpenedMessage(
  { feed, token }: { feed: Feed; token: string },
  { t, publicUrl }: FeedView,
): Message {
  const address = `${publicUrl}/feeds/t/${token}.ics`;
  return {
    type: 'message',
    title: t('feed.opened', { title: feed.title }),
    audience: 'private',
    sections: [
      { type: 'text', text: [{ text: address, href: address }] },
      { type: 'notice', tone: 'warning', text: t('feed.secret') },
      {
        type: 'list',
        items: APPS.map((app): ListItem => ({ title: t(`feed.app.${app}`), lines: [t(`feed.how.${app}`)] })),
      },
      { type: 'actions', actions: [{ label: t('feed.mine'), command: 'abonneer', args: { doe: 'lijst' } }] },
    ],
  };
}

/** Someone's own feeds and the public ones. */
export function feedListMessage(
  own: readonly Feed[],
  named: readonly Feed[],
  { t, publicUrl }: FeedView,
): Message {
  const mine = own.map(
    (feed): ListItem => ({
      title: feed.title,
      lines: [t('feed.starts-with', { prefix: feed.tokenPrefix ?? '' })],
      actions: [
        { label: t('feed.rotate'), command: 'abonneer', args: { doe: 'vernieuwen', feed: feed.id } },
        {
          label: t('feed.revoke'),
          command: 'abonneer',
          args: { doe: 'intrekken', feed: feed.id },
          style: 'danger',
        },
      ],
    }),
  );
  const open = named.map((feed): ListItem => {
    const address = `${publicUrl}/feeds/${feed.name}.ics`;
    return { title: feed.title, lines: [[{ text: address, href: address }]] };
  });
  return {
    type: 'message',
    title: t('feed.mine'),
    audience: 'private',
    sections: [
      ...(mine.length > 0
        ? [{ type: 'list' as const, items: mine }]
        : [{ type: 'text' as const, text: t('feed.none') }]),
      { type: 'heading', text: t('feed.public') },
      { type: 'list', items: open },
    ],
  };
}
