import type { nl } from '../nl/index.ts';
import { render } from './render.ts';

/** Every English text for people; the type holds its keys equal to the Dutch ones. */
export const en: Record<keyof typeof nl, string> = { ...render };
