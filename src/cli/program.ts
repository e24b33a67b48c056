import { readConfig } from '../config.ts';
import { Refusal, SetupError } from '../core/errors.ts';
import { hasMessage, translator } from '../i18n/translate.ts';
import { createLogger } from '../logger.ts';
import { complain, DONE, FAILED, print, UsageError, type Verb, WRONG_USAGE } from './verb.ts';

const CALL = 'npm run -s campagneregie --';

/** Each verb is loaded when it is asked for, so that none pays for the others. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  run: async () => (await import('./run.ts')).runVerb,
  console: async () => (await import('./console.ts')).consoleVerb,
  digest: async () => (await import('./digest.ts')).digestVerb,
  insight: async () => (await import('./insight.ts')).insightVerb,
  simulate: async () => (await import('./simulate.ts')).simulateVerb,
  import: async () => (await import('./import.ts')).importVerb,
  export: async () => (await import('./export.ts')).exportVerb,
  person: async () => (await import('./person.ts')).personVerb,
  'link-code': async () => (await import('./link-code.ts')).linkCodeVerb,
  manifest: async () => (await import('./manifest.ts')).manifestVerb,
  feed: async () => (await import('./feed.ts')).feedVerb,
  outbox: async () => (await import('./outbox.ts')).outboxVerb,
  backup: async () => (await import('./backup.ts')).backupVerb,
  restore: async () => (await import('./restore.ts')).restoreVerb,
  doctor: async () => (await import('./doctor.ts')).doctorVerb,
  docs: async () => (await import('./docs.ts')).docsVerb,
};

/** Runs the program with these arguments and gives its exit code: 0 done, 1 failed, 2 wrong usage. */
export async function runProgram([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const overview = await usage();
    if (name !== undefined) print(overview);
    else complain(overview);
    return name === undefined ? WRONG_USAGE : DONE;
  }
  const load = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!load) {
    complain(`"${name}" is no command of this program.\n\n${await usage()}`);
    return WRONG_USAGE;
  }
  const verb = await load();
  try {
    if (args.includes('--help')) print(usageOf(verb).join('\n'));
    return args.includes('--help') ? DONE : await verb.run(args);
  } catch (error) {
    return failed(verb, error);
  }
}

/** One or two sentences on what was wrong and what to do; a stack only goes to the log, at debug. */
function failed(verb: Verb, error: unknown): number {
  if (error instanceof UsageError) {
    complain(`${error.message}\n${usageOf(verb).join('\n')}`);
    return WRONG_USAGE;
  }
  if (error instanceof SetupError) complain(error.message);
  else if (error instanceof Refusal) complain(refusalText(error));
  else {
    complain(
      `${verb.name} failed: ${reasonOf(error)}. Set LOG_LEVEL=debug to see where, and run "doctor" to check the set-up.`,
    );
    debug(error);
  }
  return FAILED;
}

function refusalText({ code, params }: Refusal): string {
  const t = translator('en');
  const key = `refusal.${code}`;
  return hasMessage(key) ? t(key, params) : t('refusal.unknown');
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').replace(/\.$/, '');
}

function debug(error: unknown): void {
  try {
    createLogger(readConfig(process.env)).debug({ err: error }, 'the command failed');
  } catch {
    // A wrong environment was told already; there is no log level to go by then.
  }
}

function usageOf({ name, usage: forms, summary }: Verb): string[] {
  return [...forms.map((form) => `  ${CALL} ${name} ${form}`.trimEnd()), `      ${summary}`];
}

async function usage(): Promise<string> {
  const verbs = await Promise.all(Object.values(VERBS).map((load) => load()));
  return ['Use one of these:', '', ...verbs.flatMap(usageOf)].join('\n');
}
