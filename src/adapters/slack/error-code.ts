/** The code of an error that Slack answered with. */
export function errorCode(error: unknown): string {
  return (error as { data?: { error?: string } }).data?.error ?? '';
}
