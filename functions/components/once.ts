/** Asks once, and again only when there was no answer. */
export function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return async () => {
    answer ??= ask();
    try {
      return await answer;
    } catch (error) {
      answer = undefined;
      throw error;
    }
  };
}

/** The same for each of many. */
export function onceEach<Answer>(ask: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const asked = new Map<string, () => Promise<Answer>>();
  return (key) => {
    const found = asked.get(key) ?? once(() => ask(key));
    asked.set(key, found);
    return found();
  };
}
