/** The parts of a failed call that we read; the SDK calls with axios. */
interface Failed {
  isAxiosError?: boolean;
  response?: {
    status?: number;
    data?: { error?: { code?: string } };
    headers?: Record<string, unknown>;
  };
}

/** The HTTP status that a call was answered with; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  return (error as Failed).response?.status;
}

/** The code that says more than the status, such as ConversationBlockedByUser. */
export function codeOf(error: unknown): string | undefined {
  return (error as Failed).response?.data?.error?.code;
}

/** How many seconds the answer asks to wait; undefined when it does not. */
export function retryAfterOf(error: unknown): number | undefined {
  const given = Number((error as Failed).response?.headers?.['retry-after']);
  return Number.isFinite(given) && given > 0 ? given : undefined;
}

/** Whether a call was made at all: without a token from Entra none is. */
export function wasCalled(error: unknown): boolean {
  return (error as Failed).isAxiosError === true;
}

/** A failed call without its request, which holds the token and the text: so wherever it is logged, they are not. */
export function withoutRequest(error: unknown): unknown {
  if (!wasCalled(error)) return error;
  const { response } = error as Failed;
  const code = codeOf(error);
  const headers = { 'retry-after': response?.headers?.['retry-after'] };
  const answer = { status: response?.status, headers, data: { error: { ...(code ? { code } : {}) } } };
  const told = response ? { response: answer } : {};
  return Object.assign(new Error((error as Error).message), { isAxiosError: true, ...told });
}

/** What may stand in the log of a failed call: no address, no token, no text. */
export function reasonOf(error: unknown): string {
  const status = statusOf(error);
  if (status !== undefined) return [`answered ${status}`, codeOf(error)].filter(Boolean).join(' ');
  return error instanceof Error ? error.message.slice(0, 150) : 'unknown';
}
