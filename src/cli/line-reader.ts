import { createInterface } from 'node:readline';

export interface LineReader {
  /** Asks, and gives the next line; undefined when the input has ended (Ctrl-D). */
  ask(prompt: string): Promise<string | undefined>;
  close(): void;
}

/** Reads the terminal line by line. Lines that arrive before they are asked for wait their turn. */
export function lineReader(): LineReader {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const lines: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let ended = false;
  const give = (line: string | undefined) => {
    const asked = waiting;
    waiting = undefined;
    if (asked) asked(line);
    else if (line !== undefined) lines.push(line);
  };
  terminal.on('line', give);
  terminal.on('close', () => {
    ended = true;
    give(undefined);
  });
  // Ctrl-C drops the line, as in a shell; Ctrl-D is the way out.
  terminal.on('SIGINT', () => terminal.write(null, { ctrl: true, name: 'u' }));
  return {
    ask(prompt) {
      const early = lines.shift();
      if (early !== undefined || ended) return Promise.resolve(early);
      terminal.setPrompt(prompt);
      terminal.prompt();
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    close: () => terminal.close(),
  };
}
