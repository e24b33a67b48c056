export type RefusalParams = Readonly<Record<string, string | number>>;

/**
 * A refusal that a person can do something about. `code` names a text in i18n (`refusal.<code>`),
 * `params` fill it in; `field` points at the argument that was wrong, when there is one.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly params: RefusalParams;
  readonly field: string | undefined;

  constructor(code: string, params: RefusalParams = {}, field?: string) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
    this.field = field;
  }
}

/** Someone saved a newer version meanwhile: both are kept, and the person chooses. */
export class StaleRecordError extends Error {
  override readonly name = 'StaleRecordError';
  readonly id: string;
  readonly expected: number;
  readonly current: number;

  constructor(id: string, expected: number, current: number) {
    super(`${id}: version ${expected} was expected, version ${current} is stored`);
    this.id = id;
    this.expected = expected;
    this.current = current;
  }
}

/** The program cannot start or go on as it is set up; the sentence says what to do. Exit code 1. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
