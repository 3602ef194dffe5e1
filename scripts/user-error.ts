/** What the person at the terminal can set right: one sentence that says what to do, and the lines that tell why. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly lines: readonly string[];

  constructor(message: string, { lines = [], cause }: { lines?: readonly string[]; cause?: unknown } = {}) {
    super(message, { cause });
    this.lines = lines;
  }

  /** The sentence, and below it the lines, set in. */
  get text(): string {
    return [this.message, ...this.lines.map((line) => `    ${line}`)].join('\n');
  }
}
