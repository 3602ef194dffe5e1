import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../functions/slack/text/read-markdown.ts';
import { readMrkdwn } from '../../../functions/slack/text/read-mrkdwn.ts';
import type { Block } from '../../../functions/slack/text/rich-text.ts';
import { writeMarkdown } from '../../../functions/slack/text/write-markdown.ts';
import { writeMrkdwn } from '../../../functions/slack/text/write-mrkdwn.ts';
import { fromSlack, toSlack } from '../../../functions/slack/text.ts';
import { look, lookAsMarkdown, seen } from './compared.ts';
import { failureOf } from './failure.ts';
import { agreed, known, markdown, mrkdwn } from './generated.ts';
import { rendered } from './rendered.ts';

const none = { pings: 'none' } as const;
const names = new Map([['U1', 'Ha*na_']]);

describe('the meaning of a text', () => {
  it('stays on the way from markdown to Slack and back, in what both know', async () => {
    const property = fc.property(known, (blocks) => {
      const back = fromSlack(toSlack(writeMarkdown(blocks), none), names);
      expect(look(readMarkdown(back))).toEqual(look(blocks));
    });
    expect(await failureOf(property)).toBeUndefined();
  });
  it('stays on the way from Slack to markdown and back, in what both know', async () => {
    const property = fc.property(known, (blocks) => {
      const back = toSlack(fromSlack(writeMrkdwn(blocks, none), names), none);
      expect(look(readMrkdwn(back, names))).toEqual(look(blocks));
    });
    expect(await failureOf(property)).toBeUndefined();
  });
  it("is what a reader of GitHub's markdown shows, whatever Slack sends", async () => {
    const property = fc.property(mrkdwn, (text) => {
      expect(look(rendered(fromSlack(text, names)))).toEqual(lookAsMarkdown(readMrkdwn(text, names)));
    });
    expect(await failureOf(property)).toBeUndefined();
  });
  it("is what a reader of GitHub's markdown takes from a text of the web", async () => {
    const property = fc.property(agreed, (text) => {
      expect(look(readMarkdown(text))).toEqual(look(rendered(text, true)));
    });
    expect(await failureOf(property)).toBeUndefined();
  });
});

describe('what is to be seen of a text', () => {
  const isWhole = (is: readonly Block[], was: readonly Block[]) => expect(seen(is)).toBe(seen(was));

  it('is all there in Slack, whatever the web says', async () => {
    const property = fc.property(markdown, (text) => {
      const was = readMarkdown(text);
      if (seen(was) !== '') isWhole(readMrkdwn(toSlack(text, none), names), was);
    });
    expect(await failureOf(property)).toBeUndefined();
  });
  it('is all there in the web, whatever Slack says', async () => {
    const property = fc.property(mrkdwn, (text) => {
      const was = readMrkdwn(text, names);
      if (seen(was) !== '') isWhole(readMarkdown(fromSlack(text, names)), was);
    });
    expect(await failureOf(property)).toBeUndefined();
  });
});
