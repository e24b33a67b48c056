import type { RequestHandler } from 'express';
import type { Platform } from '../../domain/delivery/platform.ts';
import type { Message } from '../../reply/reply.ts';
import { recently } from '../chat/once.ts';
import { LOOK_AGAIN_MS } from '../chat/times.ts';
import { workUnderWay } from '../chat/under-way.ts';
import { overHttp } from './connect/over-http.ts';
import { overSocket } from './connect/over-socket.ts';
import type { SlackSetup } from './options.ts';
import { answeredRows } from './show/answered-rows.ts';

/** Slack as it is set up: a road for messages, and what answers people. */
export interface Slack {
  platform: Platform<Message>;
  /** To be mounted at the root; undefined over Socket Mode, where nothing comes in from outside. */
  routes: RequestHandler | undefined;
  /** Brings cards in channels up to date; to be called often. */
  refreshCards(): Promise<number>;
  /** Connects, over Socket Mode. */
  start(): Promise<void>;
  /** Waits until every answer that was begun is given. */
  stop(): Promise<void>;
  settled(): Promise<void>;
}

const SENT_MS = 3_600_000;

/** Slack over HTTP, for every workspace that installed the app, or over Socket Mode for one. */
export function createSlack(setup: SlackSetup): Slack {
  const options = {
    ...setup,
    lookedAt: recently(LOOK_AGAIN_MS, setup.monotonic),
    sent: recently(SENT_MS, setup.monotonic),
    showAnswered: answeredRows(),
    underWay: workUnderWay(),
  };
  return options.settings.mode === 'http'
    ? overHttp(options, options.settings)
    : overSocket(options, options.settings);
}
